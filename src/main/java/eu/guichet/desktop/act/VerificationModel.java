package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import eu.guichet.desktop.flow.AfterFailure;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.typed.TypedDates;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One identification of one person. Keeps nothing of what was typed. Belongs to the FX thread. */
final class VerificationModel {
    enum Field {
        PENSION_NUMBER,
        BIRTH_DATE,
        BIRTH_DAY,
        POSTCODE
    }

    /** What is wrong with a field before anything is asked of the backend. */
    enum Fault {
        MISSING,
        NO_DATE
    }

    sealed interface State {
        record Asking(Map<Field, Fault> faults) implements State {}

        record Checking() implements State {}

        record Missed(int triesLeft) implements State {}

        record Locked(Instant until) implements State {}

        record Verified(Verification verification) implements State {}

        /** @param why null when the program itself is at fault */
        record Failed(@Nullable ClientException why) implements State {}
    }

    private final GuichetClient client;
    private final Tasks tasks;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Supplier<PensionerFile> file;
    private final Runnable reread;
    private final Supplier<AccessReason> reason;
    private final boolean phoneOnFile;
    private final Consumer<Verification> verified;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Asking(Map.of()));

    /** @param reread has the file read again, because only it tells whether a lost answer counted */
    VerificationModel(
            GuichetClient client,
            Tasks tasks,
            InstantSource clock,
            ZoneId zone,
            Supplier<PensionerFile> file,
            Supplier<AccessReason> reason,
            Runnable reread,
            Consumer<Verification> verified) {
        this.client = client;
        this.tasks = tasks;
        this.clock = clock;
        this.zone = zone;
        this.file = file;
        this.reread = reread;
        this.phoneOnFile = file.get().phone() != null;
        this.verified = verified;
        this.reason = reason;
        VerificationLock lock = file.get().verificationLock();
        if (lock != null && lock.until().isAfter(clock.instant())) {
            state.set(new State.Locked(lock.until()));
        }
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The way that fits how the person came to us. */
    VerificationMethod suggested() {
        return ways().getFirst();
    }

    /** Those that can be true of how the person came to us: nobody shows a document on the telephone. */
    List<VerificationMethod> ways() {
        return reason.get().equals(AccessReason.COUNTER)
                ? List.of(VerificationMethod.DOCUMENT_SEEN, VerificationMethod.DATA_POINTS)
                : List.of(VerificationMethod.DATA_POINTS, VerificationMethod.CALLED_BACK);
    }

    /** Without a number on file there is nobody to call back. */
    boolean phoneOnFile() {
        return phoneOnFile;
    }

    /** Masked, for the agent to recognise in the office's own directory; empty where there is none. */
    String phone() {
        return Objects.requireNonNullElse(file.get().phone(), "");
    }

    /** Which of the office's directories has the number on file, in the agent's language; empty where none is named. */
    String directory() {
        return Objects.requireNonNullElse(file.get().callBackDirectory(), "");
    }

    InstantSource clock() {
        return clock;
    }

    /**
     * What is typed of the birth for this way, beside the three data points: day and month from the document, or the full date
     * where others share the name and the year; empty where nothing is.
     */
    Optional<Field> typedFor(VerificationMethod method) {
        boolean namesakes = file.get().namesakes() > 0;
        return switch (method) {
            case DOCUMENT_SEEN -> Optional.of(namesakes ? Field.BIRTH_DATE : Field.BIRTH_DAY);
            case CALLED_BACK -> namesakes ? Optional.of(Field.BIRTH_DATE) : Optional.empty();
            case DATA_POINTS -> Optional.empty();
        };
    }

    /**
     * @param birth as {@link #typedFor} asks for it; of no matter where it asks for nothing
     * @return whether it was sent; if not, the state names the fault
     */
    boolean seenOrCalled(VerificationMethod method, String birth) {
        Field field = typedFor(method).orElse(null);
        LocalDate date = field == Field.BIRTH_DATE ? understood(birth).orElse(null) : null;
        MonthDay day = field == Field.BIRTH_DAY ? TypedDates.parseDay(birth).orElse(null) : null;
        if (field != null && date == null && day == null) {
            if (mayAsk()) {
                state.set(new State.Asking(Map.of(field, birth.isBlank() ? Fault.MISSING : Fault.NO_DATE)));
            }
            return false;
        }
        return ask(new VerificationRequest(method, null, date, day, null));
    }

    /** How a typed date is understood, for the agent to read back; empty while it is none. */
    Optional<LocalDate> understood(String birthDate) {
        return TypedDates.parse(birthDate, LocalDate.ofInstant(clock.instant(), zone));
    }

    /** @return whether it was sent; if not, the state names the faults */
    boolean compare(String pensionNumber, String birthDate, String postcode) {
        Map<Field, Fault> faults = new EnumMap<>(Field.class);
        if (pensionNumber.isBlank()) {
            faults.put(Field.PENSION_NUMBER, Fault.MISSING);
        }
        LocalDate date = understood(birthDate).orElse(null);
        if (date == null) {
            faults.put(Field.BIRTH_DATE, birthDate.isBlank() ? Fault.MISSING : Fault.NO_DATE);
        }
        if (postcode.isBlank()) {
            faults.put(Field.POSTCODE, Fault.MISSING);
        }
        if (!faults.isEmpty()) {
            if (mayAsk()) {
                state.set(new State.Asking(Map.copyOf(faults)));
            }
            return false;
        }
        return ask(new VerificationRequest(
                VerificationMethod.DATA_POINTS, pensionNumber.strip(), date, null, postcode.strip()));
    }

    /** To be called every second: ends a lock whose time is over, and sees in the file whether a lost answer counted. */
    void tick() {
        Verification known = file.get().verification();
        if (state.get() instanceof State.Failed
                && known != null
                && known.validUntil().isAfter(clock.instant())) {
            verified(known);
        }
        if (state.get() instanceof State.Locked locked && !clock.instant().isBefore(locked.until())) {
            state.set(new State.Asking(Map.of()));
        }
    }

    private boolean mayAsk() {
        return switch (state.get()) {
            case State.Asking asking -> true;
            case State.Missed missed -> true;
            case State.Failed failed -> true;
            case State.Checking checking -> false;
            case State.Locked locked -> false;
            case State.Verified done -> false;
        };
    }

    private boolean ask(VerificationRequest request) {
        if (!mayAsk()) {
            return false;
        }
        state.set(new State.Checking());
        Contact contact = file.get().openContact();
        tasks.call(() -> client.verify(contact, request))
                .onDone(this::answered)
                .onFailure(this::failed)
                .onFault(this::lost)
                .start();
        return true;
    }

    private void answered(VerificationResult result) {
        Verification verification = result.verification();
        VerificationLock lock = result.lock();
        if (result.match() && verification != null) {
            verified(verification);
        } else if (lock != null) {
            state.set(new State.Locked(lock.until()));
            reread.run();
        } else {
            state.set(new State.Missed(result.triesLeft()));
        }
    }

    private void verified(Verification verification) {
        state.set(new State.Verified(verification));
        verified.accept(verification);
    }

    private void lost() {
        state.set(new State.Failed(null));
        reread.run();
    }

    private void failed(ClientException why) {
        state.set(lockedUntil(why).<State>map(State.Locked::new).orElseGet(() -> new State.Failed(why)));
        if (AfterFailure.of(why, false) == AfterFailure.ASK_AGAIN) {
            reread.run();
        }
    }

    private Optional<Instant> lockedUntil(ClientException why) {
        if (!(why instanceof ClientException.Refused refused) || refused.type() != ProblemType.VERIFICATION_LOCKED) {
            return Optional.empty();
        }
        @Nullable Instant opensAt = refused.problem().opensAt();
        if (opensAt == null && refused.retryAfter() != null) {
            opensAt = clock.instant().plus(refused.retryAfter());
        }
        return Optional.ofNullable(opensAt);
    }
}

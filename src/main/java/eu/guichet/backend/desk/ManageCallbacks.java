package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.CallbackPatch;
import eu.guichet.contract.CallbackRequest;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Worklist;
import eu.guichet.process.Event;
import eu.guichet.process.Offices;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Promises calls and keeps what becomes of them, each once for each key and within a contact. Whoever has the file open may
 * settle a colleague's: the person may call first, and the colleague may be away.
 */
public final class ManageCallbacks {
    /** Fault of a moment at which the phone of the office is not answered. */
    public static final String OUTSIDE_HOURS = "outside-hours";

    /** So many calls one person is owed at most: they stand in her file, and nobody makes more. */
    private static final int MOST_OWED = 10;

    private final Desk desk;
    private final Function<OfficeCode, Offices.Desk> phones;

    /** @param phones when the phone of an office is answered */
    public ManageCallbacks(Desk desk, Function<OfficeCode, Offices.Desk> phones) {
        this.desk = desk;
        this.phones = phones;
    }

    /** Promises one, at the office of whoever promises. */
    public StoredCallback promise(InContact within, CallbackRequest wanted, String key) {
        WrittenDown.requireNoCode("note", wanted.note());
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        return desk.act(who, AuditAct.CALLBACK_PROMISED, pensionerId, null, tx -> {
            String request = String.join(
                    " ",
                    "callback",
                    pensionerId,
                    wanted.at().toString(),
                    wanted.by().name(),
                    wanted.note());
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                desk.requireContact(tx, within);
                OpenEnrolment about = desk.open(tx, pensionerId);
                requireAlive(about);
                requireHours(who.office(), wanted.at());
                if (tx.callbacks().open(pensionerId).size() >= MOST_OWED) {
                    throw Refusal.closed("callbacks-owed");
                }
                StoredCallback promised = new StoredCallback(
                        UUID.randomUUID().toString(),
                        pensionerId,
                        who.office(),
                        who.id(),
                        who.name(),
                        wanted.by(),
                        wanted.note().strip(),
                        desk.now(),
                        wanted.at(),
                        CallbackState.OPEN,
                        null,
                        null,
                        null);
                tx.callbacks().add(promised);
                record(
                        tx,
                        about,
                        promised.office(),
                        new Event.CallbackPromised(
                                desk.now(), promised.id(), promised.due(), promised.whose(), who.name()));
                return promised.id();
            });
            return result.done(find(tx, who, result.resourceId()), "promised for " + wanted.at());
        });
    }

    /** As whoever calls is shown it. Empty where there is none, or none any more. */
    public Optional<StoredCallback> find(Principal who, String callbackId) {
        return desk.read(tx -> tx.callbacks().find(callbackId).map(found -> owed(tx, who, found)));
    }

    /** Where offices are kept apart, it goes with the person to the one that is competent. */
    private StoredCallback owed(Tx tx, Principal who, StoredCallback found) {
        return desk.access().keepsApart()
                ? tx.pensioners()
                        .find(found.pensionerId())
                        .map(person -> found.owedAt(person.office(), who.id()))
                        .orElse(found)
                : found;
    }

    /**
     * What becomes of one that is owed. Settled already in the same way, it is answered as it is: two agents who both called
     * have both done it.
     */
    public StoredCallback change(InContact within, String callbackId, CallbackPatch patch, String key) {
        return switch (patch) {
            case CallbackPatch.Done() -> end(within, callbackId, CallbackState.DONE, null, key);
            case CallbackPatch.GivenUp(String reason) -> {
                WrittenDown.requireNoCode("reason", reason);
                yield end(within, callbackId, CallbackState.GIVEN_UP, reason, key);
            }
            case CallbackPatch.Moved(Instant at) -> move(within, callbackId, at, key);
        };
    }

    private StoredCallback end(
            InContact within, String callbackId, CallbackState how, @Nullable String reason, String key) {
        Principal who = within.who();
        return desk.act(who, AuditAct.CALLBACK_ENDED, within.pensionerId(), reason, tx -> {
            String request = "callback " + callbackId + " " + how + " " + reason;
            StoredCallback before = find(tx, who, callbackId);
            boolean already = before.state() == how;
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                desk.requireContact(tx, within);
                OpenEnrolment about = desk.open(tx, within.pensionerId());
                if (!already) {
                    requireOwed(before);
                    tx.callbacks().end(callbackId, how, reason, who.name(), desk.now());
                    record(
                            tx,
                            about,
                            before.office(),
                            new Event.CallbackEnded(desk.now(), callbackId, how, reason, who.name()));
                }
                return callbackId;
            });
            return already ? Desk.Done.nothing(before, "repeated") : result.done(find(tx, who, callbackId), how.name());
        });
    }

    private StoredCallback move(InContact within, String callbackId, Instant at, String key) {
        Principal who = within.who();
        return desk.act(who, AuditAct.CALLBACK_MOVED, within.pensionerId(), null, tx -> {
            String request = "callback " + callbackId + " moved " + at;
            StoredCallback before = find(tx, who, callbackId);
            boolean already = before.due().equals(at);
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                desk.requireContact(tx, within);
                OpenEnrolment about = desk.open(tx, within.pensionerId());
                requireOwed(before);
                requireAlive(about);
                requireHours(before.office(), at);
                if (!already) {
                    tx.callbacks().move(before, at);
                    record(tx, about, before.office(), new Event.CallbackMoved(desk.now(), callbackId, at, who.name()));
                }
                return callbackId;
            });
            return already
                    ? Desk.Done.nothing(before, "repeated")
                    : result.done(find(tx, who, callbackId), "moved to " + at);
        });
    }

    private void record(Tx tx, OpenEnrolment about, OfficeCode office, Event event) {
        desk.record(tx, about, event);
        OfficeCode owing = desk.access().keepsApart() ? about.pensioner().office() : office;
        tx.afterCommit(() -> desk.live().listChanged(owing, Worklist.CALLBACKS));
    }

    private StoredCallback find(Tx tx, Principal who, String callbackId) {
        return tx.callbacks()
                .find(callbackId)
                .map(found -> owed(tx, who, found))
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    }

    private static void requireOwed(StoredCallback callback) {
        if (callback.state() != CallbackState.OPEN) {
            throw Refusal.closed("callback-settled");
        }
    }

    private static void requireAlive(OpenEnrolment about) {
        if (about.enrolment().has(Alert.DECEASED)) {
            throw Refusal.closed("callback-deceased");
        }
    }

    /** Not in the past, not further than the policy allows, and while somebody of the office is at the phone. */
    private void requireHours(OfficeCode office, Instant at) {
        Instant now = desk.now();
        if (!at.isAfter(now)) {
            throw Refusal.invalid("at", "in-the-past");
        }
        if (at.isAfter(now.plus(Duration.ofDays(desk.policy().contacts().callbackDays())))) {
            throw Refusal.invalid("at", "too-far-ahead");
        }
        if (!phones.apply(office).openAt(at)) {
            throw Refusal.invalid("at", OUTSIDE_HOURS);
        }
    }
}

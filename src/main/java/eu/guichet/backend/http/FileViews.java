package eu.guichet.backend.http;

import eu.guichet.backend.desk.HandOver;
import eu.guichet.backend.desk.Refusal;
import eu.guichet.backend.file.ApprovalsOnFile;
import eu.guichet.backend.file.DigitDraft;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.file.FileSnapshot;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Approval;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.Letter;
import eu.guichet.contract.Message;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Verification;
import eu.guichet.process.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of an act, as the calling agent sees it. */
final class FileViews {
    private static final int ACCEPTED = 202;

    private final Database database;
    private final FileAssembler files;
    private final PeopleSearch search;
    private final InstantSource clock;

    FileViews(Services rooms) {
        database = rooms.database();
        files = rooms.files();
        search = rooms.search();
        clock = rooms.clock();
    }

    /** What the file is made of, as of one moment. */
    FileSnapshot snapshot(Tx tx, String pensionerId, Request call) {
        return onFile(tx, pensionerId, call, clock.instant());
    }

    /** Makes sentences, outside the transaction. */
    PensionerFile file(FileSnapshot onFile, Request call) {
        int namesakes = search.namesakes(onFile.pensioner().id());
        return files.file(onFile, namesakes, call.language(), clock.instant());
    }

    private static FileSnapshot onFile(Tx tx, String pensionerId, Request call, Instant now) {
        return FileSnapshot.read(tx, pensionerId, call.principal(), now).orElseThrow(FileViews::missing);
    }

    Message message(StoredMessage stored, Request call) {
        return files.message(stored, pensioner(stored.pensionerId()), call.language());
    }

    Letter letter(StoredLetter stored, Request call) {
        Instant now = clock.instant();
        FileSnapshot onFile = database.read(tx -> onFile(tx, stored.pensionerId(), call, now));
        return files.letter(onFile, stored.id(), call.language(), now).orElseThrow(FileViews::missing);
    }

    Approval approval(StoredApproval stored, Request call) {
        return approvals(List.of(stored), call).getFirst();
    }

    /** Read as of the moment at which they are told, so that what they say of the people is so. */
    List<Approval> approvals(List<StoredApproval> stored, Request call) {
        Instant now = clock.instant();
        ApprovalsOnFile onFile = database.read(tx -> ApprovalsOnFile.read(tx, stored, call.principal(), now));
        return files.approvals(onFile, call.language(), now);
    }

    /** What an act answers that waits for a supervisor. */
    Answer waits(StoredApproval stored, Request call) {
        return Answer.json(ACCEPTED, approval(stored, call)).with("Location", "/v1/approvals/" + stored.id());
    }

    /** The message prepared for DIGIT. */
    HandoverDraft handover(Tx tx, Request call, HandOver handingOver) {
        Instant now = clock.instant();
        Pensioner pensioner = tx.pensioners().find(call.id()).orElseThrow(FileViews::missing);
        Verification verification = tx.contacts()
                .open(call.principal().id(), pensioner.id())
                .flatMap(contact -> tx.verifications().inForce(contact.id(), now))
                .orElse(null);
        DigitDraft about = new DigitDraft(
                pensioner,
                tx.events().history(pensioner.id()),
                verification,
                handingOver.sends(),
                handingOver.followUp(pensioner.office()));
        return files.handover(about, call.language(), now);
    }

    String languageOf(Request call) {
        return files.languageOf(call.language());
    }

    /** Says of an act that is refused for now why, and until when, in the words the file has for it. */
    <T> T explained(Request call, Supplier<T> act) {
        return explained(call::id, call, act);
    }

    /** The same of an act that was asked for with this approval. */
    <T> T explainedOfApproval(Request call, Supplier<T> act) {
        return explained(
                () -> database.read(tx -> tx.approvals().find(call.id()))
                        .map(StoredApproval::pensionerId)
                        .orElseThrow(FileViews::missing),
                call,
                act);
    }

    private <T> T explained(Supplier<String> about, Request call, Supplier<T> act) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            throw because(refusal, about, call)
                    .<RuntimeException>map(why -> ProblemException.closed(refusal.type(), why, refusal.opensAt()))
                    .orElse(refusal);
        }
    }

    private Optional<String> because(Refusal refusal, Supplier<String> about, Request call) {
        Refusal.ClosedAction closed = refusal.closedAction();
        Instant opensAt = refusal.opensAt();
        if (closed != null) {
            Decision decision = Decision.closedUntil(closed.kind(), closed.reason(), opensAt);
            return Optional.of(files.reason(pensioner(about.get()), decision, call.language(), clock.instant()));
        }
        return refusal.type() == ProblemType.VERIFICATION_LOCKED && opensAt != null
                ? Optional.of(files.locked(pensioner(about.get()), opensAt, call.language(), clock.instant()))
                : Optional.empty();
    }

    private Pensioner pensioner(String id) {
        return database.read(tx -> tx.pensioners().find(id)).orElseThrow(FileViews::missing);
    }

    private static ProblemException missing() {
        return ProblemException.of(ProblemType.NOT_FOUND);
    }
}

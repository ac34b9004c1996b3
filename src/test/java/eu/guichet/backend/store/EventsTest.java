package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alert;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.PostalRecord;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.TransferReason;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VoidReason;
import eu.guichet.process.Event;
import eu.guichet.process.RegisterField;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class EventsTest {
    /** Finer than a millisecond, as clocks are. */
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456789Z");

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final List<Event> ONE_OF_EACH = List.of(
            new Event.AccountRequested(NOW),
            new Event.PasswordSet(NOW),
            new Event.PhoneAdded(NOW),
            new Event.ChallengeCodeRefused(NOW),
            new Event.PhoneConfirmed(NOW),
            new Event.SignInStarted(NOW),
            new Event.SignInCodeRefused(NOW),
            new Event.SignedIn(NOW),
            new Event.AccessRequested(NOW),
            new Event.MessageRequested(NOW, "m1", MessageKind.ACTIVATION_EMAIL, "M. D."),
            new Event.MessageProgressed(NOW, "m1", MessageStatus.BOUNCED),
            new Event.LetterGenerated(NOW, "l1", "LUX-1", "M. D."),
            new Event.LetterPosted(NOW, "l1", "RR473124829LU", DAY),
            new Event.LetterReceived(NOW, "l1", DAY),
            new Event.LetterReturned(NOW, "l1", DAY, ReturnReason.UNCLAIMED),
            new Event.ConfirmationCodeRefused(NOW, "l1"),
            new Event.Confirmed(NOW, "l1"),
            new Event.HandedOver(NOW, "IM0042", "M. D."),
            new Event.HandedOver(NOW, "h1", HandoverMatter.LOST_FACTOR, null, "m2", DAY, "M. D.", "a1"),
            new Event.TicketNoted(NOW, "h1", "IM0043", ""),
            new Event.FollowUpMoved(NOW, "h1", DAY, "M. D."),
            new Event.DigitAnswered(NOW, "h1", "the factor is erased", "M. D."),
            new Event.HandoverRetracted(NOW, "h1", CorrectionReason.WRONG_PERSON, "", "M. D."),
            new Event.VerificationRetracted(
                    NOW,
                    "c1-1",
                    VerificationMethod.CALLED_BACK,
                    NOW,
                    "M. D.",
                    Set.of("m2"),
                    CorrectionReason.OTHER,
                    "her sister",
                    "S. V."),
            new Event.NoticeOrdered(NOW, "l2", "LUX-2", "M. D."),
            new Event.LetterPrinted(NOW, "l1", "M. D."),
            new Event.LetterPrintFailed(NOW, "l1", "M. D."),
            new Event.LetterVoided(NOW, "l1", VoidReason.NO_PRINTER, "M. D."),
            new Event.PostalRecordRetracted(NOW, "l1", PostalRecord.POSTED, "wrong label", "M. D."),
            new Event.Frozen(NOW, "M. D."),
            new Event.ApprovalAsked(NOW, "a1", ApprovalAct.GENERATE_LETTER, NOW.plusSeconds(60), "M. D."),
            new Event.ApprovalDecided(
                    NOW, "a1", ApprovalAct.GENERATE_LETTER, ApprovalState.REFUSED, "call back first", "M. D.", "S. V."),
            new Event.AlertLifted(NOW, Alert.FROZEN, "she rang again", "S. V."),
            new Event.CallbackPromised(NOW, "k1", NOW.plusSeconds(3600), CallbackBy.OFFICE, "M. D."),
            new Event.CallbackMoved(NOW, "k1", NOW.plusSeconds(7200), "S. V."),
            new Event.CallbackEnded(NOW, "k1", CallbackState.GIVEN_UP, "came to the counter", "S. V."),
            new Event.OfficeNoteLeft(NOW, "o1", OfficeCode.BRU, OfficeCode.LUX, "M. D."),
            new Event.OfficeNoteChanged(NOW, "o1", OfficeNoteState.TAKEN, OfficeCode.LUX, "S. V."),
            new Event.CompetenceTransferred(
                    NOW, OfficeCode.BRU, OfficeCode.LUX, TransferReason.OTHER, "lives with her daughter", "S. V."),
            new Event.RegisterChanged(NOW, Set.of(RegisterField.ADDRESS, RegisterField.PHONE)),
            new Event.RegisterDamaged(NOW, Set.of(RegisterField.EMAIL)),
            new Event.ContactClosed(
                    NOW, "c1", AccessReason.CALL, NOW, List.of(AuditAct.MESSAGE_SENT), "will ring again", "M. D."));

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody("p1")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_list_above_has_every_kind_of_event() {
        assertThat(ONE_OF_EACH.stream().<Class<?>>map(Event::getClass).distinct())
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @Test
    void every_kind_of_event_is_read_as_it_was_recorded() {
        database.execute(tx -> ONE_OF_EACH.forEach(event -> tx.events().add("p1", event)));
        assertThat(database.read((Tx tx) -> tx.events().history("p1").events()))
                .containsExactlyInAnyOrderElementsOf(ONE_OF_EACH);
    }

    @Test
    void the_version_grows_with_every_event() {
        long first = database.write(tx -> tx.events().add("p1", new Event.AccountRequested(NOW)));
        long second = database.write(tx -> tx.events().add("p1", new Event.PasswordSet(NOW)));
        assertThat(second).isEqualTo(first + 1);
        assertThat(database.read((Tx tx) -> tx.pensioners().version("p1"))).contains(second);
    }

    @Test
    void an_event_of_nobody_is_refused() {
        assertThatThrownBy(() -> database.write(tx -> tx.events().add("nobody", new Event.AccountRequested(NOW))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void several_histories_come_at_once_and_an_empty_one_for_whoever_has_none() {
        database.execute(tx -> {
            tx.pensioners().add(Stores.somebody("p2"));
            tx.events().add("p2", new Event.AccountRequested(NOW));
        });
        var histories = database.read((Tx tx) -> tx.events().histories(List.of("p1", "p2")));
        assertThat(Stream.of("p1", "p2")
                        .map(histories::get)
                        .filter(Objects::nonNull)
                        .map(h -> h.events().size()))
                .containsExactly(0, 1);
    }
}

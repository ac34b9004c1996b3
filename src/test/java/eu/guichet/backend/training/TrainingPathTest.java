package eu.guichet.backend.training;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Institution;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.delivery.Dispatcher;
import eu.guichet.backend.delivery.HandoverAnswers;
import eu.guichet.backend.delivery.Wording;
import eu.guichet.backend.desk.ActOutcome;
import eu.guichet.backend.desk.ClaimLetter;
import eu.guichet.backend.desk.Desk;
import eu.guichet.backend.desk.GenerateLetter;
import eu.guichet.backend.desk.InContact;
import eu.guichet.backend.desk.ManageContacts;
import eu.guichet.backend.desk.ReportEvent;
import eu.guichet.backend.desk.ReportPrint;
import eu.guichet.backend.desk.Verify;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.letter.LetterContent;
import eu.guichet.backend.letter.LetterContent.Recipient;
import eu.guichet.backend.letter.LetterRenderer;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.Role;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.TrainingWorld.Move;
import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.Event;
import eu.guichet.process.LetterReference;
import eu.guichet.process.LetterTerms;
import eu.guichet.process.Offices;
import eu.guichet.process.Policy;
import eu.guichet.process.WeeklyHours;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class TrainingPathTest {
    private static final Principal AGENT = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);
    private static final Principal PROCESS = new Principal("training", "Training", Role.PROCESS, OfficeCode.LUX);
    private static final String HER = "p1";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
    private final LiveHub live = new LiveHub(clock);
    private final BlockingQueue<LiveEvent> changes = new LinkedBlockingQueue<>();
    private volatile Runnable nudge = () -> {};

    private Database database;
    private Desk desk;
    private Training training;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody(HER)));
        live.subscribe(AGENT, changes::add);
        live.opened(AGENT, HER, "\"0\"");
        EnrolmentJournal journal = new EnrolmentJournal(Policy.standard(), clock, live);
        desk = new Desk(database, Policy.standard(), clock, live, journal, () -> nudge.run());
        Wording wording = new Wording(
                Policy.standard(),
                Institution.standard().offices(),
                Institution.standard().services());
        training = new Training(
                database,
                Policy.standard(),
                wording,
                Institution.standard().services(),
                clock,
                PROCESS,
                Duration.ZERO,
                random,
                new ReportEvent(desk, ReportEvent.FirstMessages.FROM_HERE),
                new HandoverAnswers(database, journal, clock, Pattern.compile("IM[0-9]{10}")));
        dispatcher =
                new Dispatcher(database, Policy.standard(), wording, clock, journal, _ -> training.carrier(), random);
        nudge = dispatcher::nudge;
        dispatcher.start();
    }

    @AfterEach
    void close() {
        dispatcher.close();
        training.close();
        database.close();
    }

    private List<MoveKind> moves() {
        return training.world(HER, Locale.FRENCH).moves().stream()
                .map(Move::kind)
                .toList();
    }

    /** Takes the step as soon as what it waits for has arrived. */
    private void take(MoveKind kind) throws InterruptedException {
        while (!moves().contains(kind)) {
            assertThat(changes.poll(30, TimeUnit.SECONDS))
                    .as("waiting for %s", kind)
                    .isNotNull();
        }
        training.move(HER, kind, Locale.FRENCH);
    }

    private EnrolmentState state() {
        return database.read(
                        (Tx tx) -> pensioner().enrolment(tx.events().history(HER), Policy.standard(), clock.instant()))
                .state();
    }

    private Pensioner pensioner() {
        return database.read((Tx tx) -> tx.pensioners().find(HER)).orElseThrow();
    }

    private StoredLetter generate() {
        String contact = new ManageContacts(desk)
                .open(AGENT, HER, AccessReason.COUNTER)
                .contact()
                .id();
        InContact within = new InContact(AGENT, HER, contact);
        new Verify(desk, (_, _) -> Verify.CounterState.OPEN, _ -> 0)
                .verify(
                        within,
                        VerificationRequest.documentSeen(
                                MonthDay.from(pensioner().birthDate())));
        return switch (new GenerateLetter(desk, random, _ -> true)
                .generate(within, Etag.of(pensioner().version()), "key", LetterRequest.PLAIN)) {
            case ActOutcome.Performed<StoredLetter>(StoredLetter letter) -> letter;
            case ActOutcome.Waits<StoredLetter> _ -> throw new AssertionError("a first letter wants nobody's approval");
        };
    }

    private ClaimLetter.Document print(ClaimLetter.Paper paper, StoredLetter letter) {
        ClaimLetter.Document document =
                new ClaimLetter(desk, paper, training.letterbox(), random).claim(AGENT, letter.id());
        new ReportPrint(desk, training.letterbox()).printed(AGENT, letter.id(), document.claim());
        return document;
    }

    private static byte[] render(
            Pensioner pensioner, StoredLetter letter, LetterTerms terms, @Nullable ConfirmationCode code) {
        ZoneId zone = ZoneId.of("Europe/Luxembourg");
        Offices.Site office = new Offices.Site(
                OfficeCode.LUX,
                zone,
                null,
                new Offices.Desk("", zone, WeeklyHours.parse("MONDAY-FRIDAY 9:30-12:30"), Set.of()),
                List.of("+352 4301 36100"),
                null);
        Recipient recipient = new Recipient(
                pensioner.firstName() + " " + pensioner.lastName(),
                List.of(pensioner.address().street()),
                pensioner.address().postcode(),
                pensioner.address().city(),
                pensioner.address().country());
        return new LetterRenderer(Institution.standard().services())
                .render(
                        new LetterContent(
                                recipient,
                                office,
                                Locale.GERMAN,
                                new LetterReference(letter.reference()),
                                LocalDate.of(2026, 3, 2),
                                terms.lifeMonths(),
                                null),
                        Objects.requireNonNull(code));
    }

    @Test
    void from_nothing_to_confirmed_by_her_own_steps_and_one_letter() throws InterruptedException {
        take(MoveKind.REQUEST_ACCOUNT);
        take(MoveKind.OPEN_LINK_AND_SET_PASSWORD);
        take(MoveKind.ADD_PHONE);
        take(MoveKind.TYPE_WRONG_CHALLENGE_CODE);
        assertThat(state()).isEqualTo(EnrolmentState.PHONE_PENDING);
        take(MoveKind.TYPE_CHALLENGE_CODE);
        take(MoveKind.SIGN_IN);
        take(MoveKind.TYPE_SIGN_IN_CODE);
        take(MoveKind.REQUEST_ACCESS);
        assertThat(state()).isEqualTo(EnrolmentState.ACCESS_REQUESTED);

        StoredLetter letter = generate();
        assertThat(moves()).isEmpty();
        print(TrainingPathTest::render, letter);
        take(MoveKind.POST_LETTER);
        take(MoveKind.RECEIVE_LETTER);
        take(MoveKind.TYPE_WRONG_CONFIRMATION_CODE);
        assertThat(state()).isEqualTo(EnrolmentState.LETTER_RECEIVED);
        take(MoveKind.TYPE_CONFIRMATION_CODE);
        assertThat(state()).isEqualTo(EnrolmentState.CONFIRMED);
    }

    @Test
    void what_she_received_is_shown_with_dots_where_a_code_is() throws InterruptedException {
        take(MoveKind.REQUEST_ACCOUNT);
        take(MoveKind.OPEN_LINK_AND_SET_PASSWORD);
        take(MoveKind.ADD_PHONE);
        take(MoveKind.TYPE_CHALLENGE_CODE);
        assertThat(training.world(HER, Locale.FRENCH).items())
                .filteredOn(item -> item.text().contains("••••••••"))
                .hasSize(1);
    }

    @Test
    void she_is_told_by_email_and_sms_from_the_pmo_that_a_letter_was_ordered_and_no_link_is_in_it()
            throws InterruptedException {
        Instant earlier = clock.instant().minusSeconds(60);
        database.execute(tx -> tx.events().add(HER, new Event.AccessRequested(earlier)));
        generate();
        while (items("PMO").size() < 2) {
            assertThat(changes.poll(30, TimeUnit.SECONDS)).as("waiting").isNotNull();
        }
        assertThat(items("PMO"))
                .extracting(TrainingWorld.Item::place)
                .containsExactlyInAnyOrder(TrainingWorld.Place.MAILBOX, TrainingWorld.Place.PHONE);
        assertThat(items("PMO"))
                .noneMatch(item -> item.text().contains("://") || item.text().contains("www"));
    }

    private List<TrainingWorld.Item> items(String from) {
        return training.world(HER, Locale.FRENCH).items().stream()
                .filter(item -> item.from().equals(from))
                .toList();
    }

    @Test
    void the_notice_of_a_frozen_file_comes_to_her_letterbox_when_it_is_posted() throws InterruptedException {
        Instant now = clock.instant();
        String reference = LetterReference.draw(random).value();
        database.execute(tx -> {
            tx.letters()
                    .add(StoredLetter.ordered(
                            "n1",
                            HER,
                            LetterKind.FREEZE_NOTICE,
                            reference,
                            OfficeCode.LUX,
                            PrintPlace.LETTER_DESK,
                            new StoredLetter.Person(AGENT.id(), AGENT.name()),
                            now,
                            null));
            tx.events().add(HER, new Event.AccountRequested(now.minusSeconds(60)));
            tx.events().add(HER, new Event.Frozen(now, AGENT.name()));
            tx.events().add(HER, new Event.NoticeOrdered(now, "n1", reference, AGENT.name()));
        });
        StoredLetter notice = database.read((Tx tx) -> tx.letters().find("n1")).orElseThrow();
        print((_, _, _, _) -> new byte[] {1}, notice);
        assertThat(items("PMO")).isEmpty();
        take(MoveKind.POST_LETTER);
        take(MoveKind.RECEIVE_LETTER);
        assertThat(items("PMO"))
                .singleElement()
                .extracting(TrainingWorld.Item::text)
                .asString()
                .contains("gesperrt");
    }

    @Test
    void a_letter_whose_code_cannot_be_read_off_the_page_is_confirmed_all_the_same() throws InterruptedException {
        Instant earlier = clock.instant().minusSeconds(60);
        database.execute(tx -> tx.events().add(HER, new Event.AccessRequested(earlier)));
        StoredLetter letter = generate();
        assertThat(print((_, _, _, _) -> new byte[] {1, 2, 3}, letter).pdf()).containsExactly(1, 2, 3);
        take(MoveKind.POST_LETTER);
        take(MoveKind.RECEIVE_LETTER);
        take(MoveKind.TYPE_CONFIRMATION_CODE);
        assertThat(state()).isEqualTo(EnrolmentState.CONFIRMED);
    }
}

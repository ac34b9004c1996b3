package eu.guichet.desktop.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient.TableFormat;
import eu.guichet.contract.Alarm;
import eu.guichet.contract.AlarmKind;
import eu.guichet.contract.Approval;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.Channel;
import eu.guichet.contract.Justification;
import eu.guichet.contract.LockedVerification;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.contract.Role;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OversightTest extends UiTest {
    private final List<AuditQuery> asked = new ArrayList<>();
    private final List<String> unlocked = new ArrayList<>();
    private boolean away;
    /** How many rows came in since. */
    private int newer;
    /** The sequence of a row that is not there any more; 0 for none. */
    private long gone;

    private final List<LockedVerification> locks = new ArrayList<>(List.of(new LockedVerification(
            "p-1",
            "MÜLLER Annelise",
            1944,
            OfficeCode.LUX,
            SampleFiles.NOW.minus(Duration.ofMinutes(12)),
            SampleFiles.NOW.plus(Duration.ofMinutes(48)),
            List.of("M. D."),
            null)));
    private final List<Alarm> alarms = List.of(
            new Alarm(
                    AlarmKind.GATEWAY_FAILING,
                    null,
                    Channel.SMS,
                    21,
                    60L,
                    SampleFiles.NOW.minus(Duration.ofMinutes(40))),
            new Alarm(
                    AlarmKind.LETTER_NOT_PRINTED,
                    OfficeCode.LUX,
                    null,
                    2,
                    null,
                    SampleFiles.NOW.minus(Duration.ofHours(3))));
    private final List<ReachedLimit> reached = List.of(
            new ReachedLimit(
                    "agent-1",
                    "M. D.",
                    OfficeCode.LUX,
                    "searches",
                    12,
                    30,
                    SampleFiles.NOW.minus(Duration.ofMinutes(4))),
            new ReachedLimit(
                    "agent-2",
                    "A. B.",
                    OfficeCode.LUX,
                    "letters-agent-day",
                    0,
                    1,
                    SampleFiles.NOW.minus(Duration.ofHours(5))));
    private final List<String> made = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();
    private final Saving saving = new Saving() {
        @Override
        public Optional<Path> choose(String suggestedName) {
            return Optional.of(Path.of(suggestedName));
        }

        @Override
        public boolean write(Path where, SealedDocument document) {
            return saved.add(where.toString());
        }
    };
    private final SampleClient client = new SampleClient() {
        @Override
        public byte[] subjectFile(String pensionerId, Justification why, TableFormat format) {
            made.add(pensionerId + " " + why.reason() + " " + format);
            return new byte[] {1};
        }

        @Override
        public AuditPage audit(AuditQuery wanted) {
            asked.add(wanted);
            List<AuditEntry> page = Stream.concat(
                            rows().stream().limit(newer).map(OversightTest::later), rows().stream())
                    .filter(row -> row.sequence() != gone)
                    .toList();
            return new AuditPage(wanted.before() == null ? page : List.of(), wanted.before() == null ? 7L : null);
        }

        @Override
        public List<LockedVerification> verificationLocks() {
            return List.copyOf(locks);
        }

        @Override
        public List<ReachedLimit> reachedLimits() {
            return reached;
        }

        @Override
        public List<Alarm> alarms() {
            return alarms;
        }

        @Override
        public Optional<Approval> unlockVerification(String pensionerId, Justification why) {
            if (away) {
                throw new ClientException.Unreachable("gone", null);
            }
            unlocked.add(pensionerId + " " + why.reason());
            locks.clear();
            return Optional.empty();
        }
    };
    private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(SampleFiles.NOW);
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    private final ViewContext context = new ViewContext(
            client,
            new SameThreadTasks(),
            new Texts(language, "eu.guichet.desktop.flow.flow"),
            now::get,
            ZoneId.of("Europe/Brussels"));

    private static AuditEntry later(AuditEntry row) {
        return new AuditEntry(
                row.sequence() + 100,
                row.at().plus(Duration.ofDays(1)),
                row.agentId(),
                row.agentName(),
                row.role(),
                row.office(),
                row.act(),
                row.pensionerId(),
                row.contactId(),
                row.reason(),
                row.outcome());
    }

    private static List<AuditEntry> rows() {
        AuditAct[] acts = AuditAct.values();
        return IntStream.range(0, acts.length)
                .mapToObj(i -> new AuditEntry(
                        100L - i,
                        SampleFiles.NOW.minus(Duration.ofMinutes(7L * i)),
                        i % 2 == 0 ? "agent-1" : "letter-officer-1",
                        i % 2 == 0 ? "M. D." : "J. V.",
                        i % 2 == 0 ? Role.AGENT : Role.LETTER_OFFICER,
                        OfficeCode.LUX,
                        i == 3 ? "act-of-a-newer-backend" : acts[i].key(),
                        "p-1",
                        null,
                        i % 3 == 0 ? "call" : "ticket IM0042",
                        "shown"))
                .toList();
    }

    private static Node find(OversightScreen screen, String id) {
        Parent root = (Parent) screen.node();
        root.applyCss();
        root.layout();
        return Objects.requireNonNull(root.lookup("#" + id), id);
    }

    @Test
    void a_row_narrows_the_trail_to_its_person_agent_or_contact_and_so_do_office_act_and_period() {
        TrailModel model = new TrailModel(context);
        model.read();
        model.about("p-1");
        model.by("agent-1");
        LocalDate day = LocalDate.of(2026, 11, 24);
        model.within("c-1");
        model.in(OfficeCode.LUX);
        model.doing(AuditAct.MESSAGE_SENT);
        model.between(day, day.minusDays(1));
        model.readMore();
        AuditQuery person = AuditQuery.EVERYTHING.about("p-1");
        AuditQuery contact = person.by("agent-1").within("c-1");
        AuditQuery act = contact.in(OfficeCode.LUX).doing("message-sent");
        assertThat(asked)
                .containsExactly(
                        AuditQuery.EVERYTHING,
                        person,
                        person.by("agent-1"),
                        contact,
                        contact.in(OfficeCode.LUX),
                        act,
                        act.between(day, day),
                        act.between(day, day).before(7L));
        assertThat(model.next().get()).isNull();
    }

    @Test
    void every_act_has_its_words_in_both_languages_and_one_of_a_newer_backend_keeps_its_key() {
        for (Language one : Language.values()) {
            language.set(one);
            AuditWords words = new AuditWords(
                    context.texts().sibling("eu.guichet.desktop.oversight.oversight"),
                    new DateTimes(one.locale(), context.zone()));
            assertThat(rows()).allSatisfy(row -> assertThat(words.act(row)).isNotBlank());
            assertThat(words.act(rows().get(3))).isEqualTo("act-of-a-newer-backend");
        }
    }

    @Test
    void a_reason_for_unlocking_stays_where_the_backend_does_not_answer_or_the_list_is_read_again() {
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, true));
        show((Parent) fx(screen::node), 980, 700);
        fxRun(screen::shown);
        fxRun(() -> node("unlock", Button.class).fire());
        away = true;
        fxRun(() -> {
            node("unlock-reason", TextField.class).setText("she is here with her card");
            node("unlock-now", Button.class).fire();
        });
        assertThat(fx(() -> node("locks-failed", Label.class).getText())).isNotBlank();
        fxRun(screen::shown);
        assertThat(fx(() -> node("unlock-reason", TextField.class).getText())).isEqualTo("she is here with her card");
        away = false;
        fxRun(() -> node("unlock-now", Button.class).fire());
        assertThat(unlocked).containsExactly("p-1 she is here with her card");
        fxRun(screen::close);
    }

    @Test
    void a_verification_is_unlocked_only_with_a_reason() {
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, true));
        show((Parent) fx(screen::node), 980, 700);
        fxRun(screen::shown);
        fxRun(() -> node("unlock", Button.class).fire());
        assertThat(fx(() -> node("unlock-now", Button.class).isDisabled())).isTrue();
        fxRun(() -> {
            node("unlock-reason", TextField.class).setText("she is here with her card");
            node("unlock-now", Button.class).fire();
        });
        assertThat(unlocked).containsExactly("p-1 she is here with her card");
        assertThat(fx(() -> screen.node().lookup("#unlock"))).isNull();
        fxRun(screen::close);
    }

    @Test
    void a_lock_that_the_supervisor_brought_about_says_so_and_offers_no_unlocking() {
        locks.set(
                0,
                new LockedVerification(
                        "p-1",
                        "MÜLLER Annelise",
                        1944,
                        OfficeCode.LUX,
                        SampleFiles.NOW.minus(Duration.ofMinutes(12)),
                        SampleFiles.NOW.plus(Duration.ofMinutes(48)),
                        List.of("L. B."),
                        "Une autre personne de la supervision y met fin."));
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, true));
        fxRun(() -> {
            screen.shown();
            Pictures.take((Parent) screen.node(), 1280, 720, theme(), "oversight-own-lock");
        });
        assertThat(fx(() -> ((Label) screen.node().lookup("#unlock-closed")).getText()))
                .isEqualTo("Une autre personne de la supervision y met fin.");
        assertThat(fx(() -> screen.node().lookup("#unlock"))).isNull();
        fxRun(screen::close);
    }

    @Test
    void the_file_for_a_person_of_the_trail_is_made_with_a_reason_and_saved_where_one_says() {
        language.set(Language.ENGLISH);
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, false));
        show((Parent) fx(screen::node), 980, 700);
        fxRun(screen::shown);
        assertThat(fx(() -> node("subject-file", Node.class).isVisible())).isFalse();
        fxRun(() -> ((TableView<?>) screen.node().lookup("#trail"))
                .getSelectionModel()
                .select(1));
        fxRun(() -> node("trail-subject", Button.class).fire());
        assertThat(fx(() -> node("subject-csv", Button.class).isDisabled())).isTrue();
        fxRun(() -> {
            node("subject-reason", TextField.class).setText("her request of 20 November");
            Pictures.take(screen.node().getScene(), "oversight-subject-file");
            node("subject-csv", Button.class).fire();
        });
        assertThat(made).containsExactly("p-1 her request of 20 November CSV");
        assertThat(saved).containsExactly("subject-file-2026-11-23.csv");
        assertThat(fx(() -> node("subject-said", Label.class).getText())).isEqualTo("The file is saved.");
        fxRun(screen::close);
    }

    private static TableView.TableViewSelectionModel<?> chosen(OversightScreen screen) {
        return ((TableView<?>) screen.node().lookup("#trail")).getSelectionModel();
    }

    private @Nullable Long sequence(OversightScreen screen) {
        return fx(() -> chosen(screen).getSelectedItem() instanceof AuditEntry row ? row.sequence() : null);
    }

    @Test
    void the_row_one_was_at_stays_chosen_when_the_trail_is_read_again_and_with_it_the_key_in_its_foot() {
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, false));
        show((Parent) fx(screen::node), 980, 700);
        fxRun(screen::shown);
        fxRun(() -> chosen(screen).select(3));
        assertThat(sequence(screen)).isEqualTo(97L);
        fxRun(() -> node("trail-agent", Button.class).requestFocus());
        newer = 2;
        fxRun(screen::shown);
        assertThat(sequence(screen)).isEqualTo(97L);
        fxRun(() -> node("trail-agent", Button.class).requestFocus());
        newer = 3;
        fxRun(() -> keysOf(screen));
        assertThat(sequence(screen)).isEqualTo(97L);
        assertThat(fx(() -> node("trail-agent", Button.class).isFocused())).isTrue();
        fxRun(() -> node("trail-more", Button.class).fire());
        assertThat(sequence(screen)).isEqualTo(97L);
        fxRun(() -> node("trail-agent", Button.class).fire());
        assertThat(sequence(screen)).as("among those of its agent").isEqualTo(97L);
        gone = 97L;
        fxRun(screen::shown);
        assertThat(sequence(screen))
                .as("nobody has chosen the one in its place")
                .isNull();
        assertThat(fx(() -> screen.node().lookup("#trail-agent"))).isNull();
        gone = 0;
        fxRun(screen::shown);
        assertThat(sequence(screen)).isNull();
        fxRun(screen::close);
    }

    /** Reads it again without leading anywhere. */
    private static void keysOf(OversightScreen screen) {
        var _ = screen.keys()
                .pressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F5, false, false, false, false));
    }

    @Test
    void who_reached_a_limit_is_told_with_how_often_and_leads_to_what_they_did() {
        language.set(Language.ENGLISH);
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, true));
        fxRun(() -> {
            screen.shown();
            Pictures.take((Parent) screen.node(), 1280, 720, theme(), "oversight-limits");
        });
        assertThat(words(screen))
                .contains("M. D. (Luxembourg): searches in an hour", "A. B. (Luxembourg): letters in a day")
                .anyMatch(text -> text.startsWith("12 times in the last hour, 30 times in 24 hours; last "))
                .anyMatch(text -> text.startsWith("Not in the last hour, 1 time in 24 hours; last "));
        fxRun(() -> ((Button) screen.node().lookup("#limit-trail")).fire());
        assertThat(asked).contains(AuditQuery.EVERYTHING.by("agent-1"));
        fxRun(screen::close);
    }

    @Test
    void what_goes_wrong_stands_above_with_how_much_and_since_when() {
        language.set(Language.ENGLISH);
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, true));
        fxRun(() -> {
            screen.shown();
            Pictures.take((Parent) screen.node(), 1280, 720, theme(), "oversight-alarms");
        });

        assertThat(fx(() -> screen.node().lookupAll("#alarms .label").stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .toList()))
                .contains(
                        "SMS: 21 messages out of 60 within an hour did not arrive",
                        "Luxembourg: 2 letters taken to be printed have not been reported as printed");
        fxRun(screen::close);
    }

    private List<String> words(OversightScreen screen) {
        return fx(() -> screen.node().lookupAll("#limits .label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    @Test
    void an_auditor_is_offered_nothing_that_changes_anything() {
        fxRun(() -> {
            OversightScreen screen = new OversightScreen(context, now, saving, false);
            screen.shown();
            assertThat(screen.node().lookup("#locks")).isNull();
            Pictures.take((Parent) screen.node(), 1280, 720, theme(), "oversight-auditor");
            screen.close();
        });
    }

    @Test
    void the_forms_are_drawn_for_people_to_look_at() {
        for (Language one : Language.values()) {
            for (TextSize size : TextSize.values()) {
                fxRun(() -> {
                    language.set(one);
                    theme().textSize().set(size);
                    forms(960, 700, "oversight-forms-small-" + one + "-" + size);
                });
            }
        }
        fxRun(() -> {
            theme().textSize().set(TextSize.NORMAL);
            theme().appearance().set(Appearance.DARK);
            forms(1280, 800, "oversight-forms-dark");
        });
    }

    private void forms(double width, double height, String name) {
        OversightScreen screen = new OversightScreen(context, now, saving, true);
        Scene scene = new Scene((Parent) screen.node(), width, height);
        theme().dress(scene);
        screen.shown();
        ((Button) find(screen, "unlock")).fire();
        ((TableView<?>) find(screen, "trail")).getSelectionModel().select(1);
        ((Button) find(screen, "trail-subject")).fire();
        Node card = find(screen, "notices-card");
        ScrollPane beside = (ScrollPane) screen.node().lookup(".scroll-pane");
        Bounds cards = beside.getContent().getLayoutBounds();
        beside.setVvalue(card.getBoundsInParent().getMinY() / (cards.getHeight() - beside.getHeight()));
        Pictures.take(scene, name);
        assertThat(beside.getContent().getLayoutBounds().getWidth())
                .as(name)
                .isLessThanOrEqualTo(beside.getViewportBounds().getWidth());
        theme().undress(scene);
        screen.close();
    }

    @Test
    void the_screen_is_drawn_for_people_to_look_at() {
        fxRun(() -> {
            theme().appearance().set(Appearance.DARK);
            language.set(Language.ENGLISH);
            OversightScreen screen = new OversightScreen(context, now, saving, true);
            screen.shown();
            Pictures.take((Parent) screen.node(), 1280, 720, theme(), "oversight-dark");
            screen.close();
            theme().appearance().set(Appearance.LIGHT);
            language.set(Language.FRENCH);
            screen = new OversightScreen(context, now, saving, true);
            screen.shown();
            Pictures.take((Parent) screen.node(), 960, 640, theme(), "oversight-small");
            screen.close();
        });
    }
}

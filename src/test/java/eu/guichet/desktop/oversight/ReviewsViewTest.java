package eu.guichet.desktop.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** What a supervisor looks at afterwards. */
class ReviewsViewTest extends UiTest {
    private final List<Review> laid = new ArrayList<>(List.of(
            new Review(
                    "r-1",
                    ReviewWhy.SAMPLE,
                    "letter-generated",
                    "generated G-7KQ2-M0TX",
                    SampleFiles.NOW.minus(Duration.ofHours(20)),
                    "M. D.",
                    OfficeCode.LUX,
                    "p-1",
                    "MÜLLER Annelise",
                    1944,
                    "call",
                    VerificationMethod.CALLED_BACK,
                    "c-1"),
            new Review(
                    "r-2",
                    ReviewWhy.VERIFICATION_TAKEN_BACK,
                    "message-sent",
                    "queued CHALLENGE_SMS",
                    SampleFiles.NOW.minus(Duration.ofHours(2)),
                    "J. V.",
                    OfficeCode.LUX,
                    "p-2",
                    "NØRGÅRD Søren",
                    1951,
                    null,
                    null,
                    null)));
    private final Saving saving = new Saving() {
        @Override
        public Optional<Path> choose(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public boolean write(Path where, SealedDocument document) {
            return false;
        }
    };
    private int pastRead;
    private final List<String> judged = new ArrayList<>();
    private final List<AuditQuery> asked = new ArrayList<>();
    private final SampleClient client = new SampleClient() {
        @Override
        public List<Review> reviews() {
            return List.copyOf(laid);
        }

        @Override
        public void judge(String reviewId, ReviewVerdict found) {
            judged.add(reviewId + " " + found.verdict() + " " + found.note());
            laid.removeIf(one -> one.id().equals(reviewId));
        }

        @Override
        public List<Notice> pastNotices() {
            pastRead++;
            return List.of(notice("n-1", 5), notice("n-2", -2));
        }

        @Override
        public AuditPage audit(AuditQuery wanted) {
            asked.add(wanted);
            return super.audit(wanted);
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

    /** @param hours until it ended; less than none where it holds */
    private static Notice notice(String id, int hours) {
        return new Notice(
                id,
                NoticeTopic.SMS,
                "+352621",
                List.of(8, 13),
                id.equals("n-1") ? "Retards chez l’opérateur." : "Holds now.",
                "fr",
                SampleFiles.NOW.minus(Duration.ofHours(9)),
                SampleFiles.NOW.minus(Duration.ofHours(hours)),
                true,
                "S. V.",
                SampleFiles.NOW.minus(Duration.ofHours(9)),
                null,
                null);
    }

    private List<String> words(OversightScreen screen) {
        return fx(() -> screen.node().lookupAll(".card .label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private OversightScreen shown(boolean supervisor, String picture) {
        language.set(Language.ENGLISH);
        return fx(() -> {
            OversightScreen screen = new OversightScreen(context, now, saving, supervisor);
            screen.shown();
            Pictures.take((Parent) screen.node(), 1280, 980, theme(), picture);
            return screen;
        });
    }

    private void press(OversightScreen screen, String id) {
        fxRun(() -> ((Button) screen.node().lookup("#" + id)).fire());
    }

    @Test
    void what_was_drawn_says_what_it_was_done_on_and_leaves_the_list_once_it_is_looked_at() {
        OversightScreen screen = shown(true, "oversight-reviews");
        assertThat(words(screen))
                .contains(
                        "Letter generated: G-7KQ2-M0TX",
                        "MÜLLER Annelise, born 1944",
                        "Drawn by lot · contact: call · identity: called back",
                        "Its verification was taken back · contact: none · identity: nothing recorded");
        press(screen, "review-contact");
        assertThat(asked).contains(AuditQuery.EVERYTHING.within("c-1"));
        press(screen, "review-bad");
        assertThat(fx(() -> ((Button) screen.node().lookup("#review-record")).isDisabled()))
                .isTrue();
        fxRun(() -> ((TextField) screen.node().lookup("#review-note")).setText("Another number was called back."));
        press(screen, "review-record");
        assertThat(judged).containsExactly("r-1 NOT_IN_ORDER Another number was called back.");
        assertThat(words(screen)).doesNotContain("MÜLLER Annelise, born 1944");
        press(screen, "review-good");
        assertThat(judged).last().isEqualTo("r-2 IN_ORDER null");
        assertThat(words(screen)).contains("Nothing waits to be looked at.");
        fxRun(screen::close);
    }

    @Test
    void whoever_judges_by_keyboard_goes_on_with_the_next_one() {
        OversightScreen screen = shown(true, "oversight-reviews");
        show((Parent) fx(screen::node), 1280, 980);
        fxRun(() -> node("review-bad", Button.class).requestFocus());
        press(screen, "review-bad");
        fxRun(() -> node("review-note", TextField.class).requestFocus());
        press(screen, "review-cancel");
        assertThat(focused()).isEqualTo("Not in order: the act about MÜLLER Annelise");
        fxRun(() -> node("review-good", Button.class).requestFocus());
        press(screen, "review-good");
        assertThat(focused()).isEqualTo("In order: the act about NØRGÅRD Søren");
        fxRun(screen::close);
    }

    private String focused() {
        return fx(() -> stage().getScene().getFocusOwner().getAccessibleText());
    }

    @Test
    void an_auditor_is_not_shown_it_and_reads_what_every_desk_was_told_before() {
        OversightScreen screen = shown(false, "oversight-past-notices");
        assertThat(words(screen))
                .contains("Written by S. V.")
                .anyMatch(text -> text.startsWith("SMS to +352621…: (FR) Retards chez l’opérateur."))
                .noneMatch(text -> text.contains("Holds now."));
        fxRun(() -> {
            assertThat(screen.node().lookup("#reviews")).isNull();
            assertThat(screen.node().lookup("#notice-write")).isNull();
            screen.close();
        });
    }

    @Test
    void an_auditor_reads_them_again_when_one_was_written_or_has_ended() {
        OversightScreen screen = shown(false, "oversight-past-notices");
        int before = pastRead;
        fxRun(screen::noticesChanged);
        assertThat(pastRead).isEqualTo(before + 1);
        fxRun(() -> {
            screen.hidden();
            screen.noticesChanged();
            screen.close();
        });
        assertThat(pastRead).isEqualTo(before + 1);
    }

    @Test
    void it_is_drawn_for_people_to_look_at() {
        fxRun(() -> {
            for (Appearance appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
                theme().appearance().set(appearance);
                for (int[] size : new int[][] {{960, 700}, {1280, 800}, {1920, 1080}}) {
                    OversightScreen screen = new OversightScreen(context, now, saving, true);
                    screen.shown();
                    Pictures.take(
                            (Parent) screen.node(),
                            size[0],
                            size[1],
                            theme(),
                            "oversight-reviews-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + size[0]);
                    screen.close();
                }
            }
        });
    }
}

package eu.guichet.desktop.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What one has asked a supervisor for. */
class RequestsViewTest extends UiTest {
    private final SameThreadTasks tasks = new SameThreadTasks();
    private boolean decidedMeanwhile;
    private final List<Approval> own = new ArrayList<>(List.of(
            request("a-1", ApprovalState.ASKED, null, null),
            request("a-2", ApprovalState.REFUSED, "A. K.", "Please call back first."),
            request("a-3", ApprovalState.LAPSED, null, null)));
    private final SampleClient client = new SampleClient() {
        @Override
        public List<Approval> ownApprovals() {
            return List.copyOf(own);
        }

        @Override
        public Approval withdraw(String approvalId) {
            if (decidedMeanwhile) {
                own.set(0, request(approvalId, ApprovalState.DONE, "A. K.", null));
                ProblemType type = ProblemType.ACTION_CLOSED;
                throw new ClientException.Refused(
                        type,
                        new Problem(
                                type.uri(), "", type.status(), "Decided already.", type.key(), List.of(), null, "c-1"),
                        null);
            }
            own.set(0, request(approvalId, ApprovalState.WITHDRAWN, "M. D.", null));
            return own.getFirst();
        }
    };
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
    private final ViewContext context = new ViewContext(
            client,
            tasks,
            new Texts(language, "eu.guichet.desktop.flow.flow"),
            () -> SampleFiles.NOW,
            ZoneId.of("Europe/Brussels"));

    private static Approval request(String id, ApprovalState state, @Nullable String by, @Nullable String reason) {
        Instant asked = SampleFiles.NOW.minus(Duration.ofHours(2));
        return new Approval(
                id,
                "p-1",
                "MÜLLER Annelise",
                1944,
                ApprovalAct.GENERATE_LETTER,
                state,
                "Another letter: the one before was lost.",
                List.of("It would be letter number 3 within 6 months."),
                List.of(),
                "M. D.",
                OfficeCode.LUX,
                asked,
                asked.plus(Duration.ofHours(24)),
                true,
                null,
                by,
                state == ApprovalState.ASKED ? null : SampleFiles.NOW.minus(Duration.ofMinutes(20)),
                reason,
                null);
    }

    private WorklistScreen screen() {
        return new WorklistScreen(
                context, new SimpleObjectProperty<>(SampleFiles.NOW), new WorklistRun(context, (_, _) -> {}), () -> {});
    }

    private List<String> words(WorklistScreen screen) {
        return fx(() -> screen.node().lookupAll("#requests .label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private static Optional<Node> find(WorklistScreen screen, String id) {
        Parent root = (Parent) screen.node();
        root.applyCss();
        root.layout();
        return Optional.ofNullable(root.lookup("#" + id));
    }

    private static void fire(WorklistScreen screen, String id) {
        ((Button) find(screen, id).orElseThrow()).fire();
    }

    private void press(WorklistScreen screen, String id) {
        fxRun(() -> fire(screen, id));
    }

    private String named(WorklistScreen screen) {
        return fx(() -> ((Button) screen.node().lookup("#own-requests")).getText());
    }

    @Test
    void how_each_stands_is_told_and_what_waits_is_withdrawn_once_that_is_confirmed() {
        WorklistScreen screen = fx(this::screen);
        fxRun(() -> {
            screen.shown();
            Pictures.take((Parent) screen.node(), 1280, 800, theme(), "requests-lists");
            ((Button) screen.node().lookup("#own-requests")).fire();
            Pictures.take((Parent) screen.node(), 1280, 800, theme(), "requests");
        });
        assertThat(named(screen)).isEqualTo("My requests for approval (1)");
        assertThat(words(screen))
                .anyMatch(text -> text.startsWith("A supervisor is asked; without an answer the request lapses"))
                .contains(
                        "Refused by A. K.: Please call back first.", "The request has lapsed: nobody decided in time.");
        press(screen, "request-withdraw");
        assertThat(own.getFirst().state()).isEqualTo(ApprovalState.ASKED);
        press(screen, "request-keep");
        press(screen, "request-withdraw");
        press(screen, "request-withdraw-now");
        assertThat(words(screen)).contains("The request was withdrawn.");
        assertThat(fx(() -> screen.node().lookup("#request-withdraw") == null)).isTrue();
        assertThat(named(screen)).isEqualTo("My requests for approval");
        fxRun(screen::close);
    }

    @Test
    void why_one_was_not_withdrawn_stays_said_when_the_list_has_been_read_again() {
        WorklistScreen screen = fx(this::screen);
        show((Parent) fx(screen::node), 980, 980);
        fxRun(() -> {
            screen.shown();
            fire(screen, "own-requests");
        });
        decidedMeanwhile = true;
        press(screen, "request-withdraw");
        tasks.hold();
        press(screen, "request-withdraw-now");
        fxRun(tasks::answerNext);
        assertThat(tasks.waiting()).as("it is read again").isEqualTo(1);
        fxRun(tasks::answerNext);
        assertThat(words(screen)).contains("Approved by A. K.: it is done.");
        assertThat(fx(() -> find(screen, "requests-failed"))).isPresent();
        fxRun(screen::close);
    }

    private String focused() {
        WaitForAsyncUtils.waitForFxEvents();
        return fx(() -> {
            Node owner = stage().getScene().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getId());
        });
    }

    @Test
    void the_focus_stays_where_it_was_until_what_had_it_is_gone() {
        WorklistScreen screen = fx(this::screen);
        own.set(2, request("a-3", ApprovalState.ASKED, null, null));
        show((Parent) fx(screen::node), 980, 980);
        fxRun(() -> {
            screen.shown();
            fire(screen, "own-requests");
            find(screen, "request-withdraw").orElseThrow().requestFocus();
        });
        press(screen, "request-withdraw");
        assertThat(focused()).isEqualTo("request-keep");
        fxRun(() -> find(screen, "request-withdraw-now").orElseThrow().requestFocus());
        own.set(2, request("a-3", ApprovalState.REFUSED, "A. K.", "No."));
        fxRun(screen::requestChanged);
        assertThat(focused()).as("another one was decided").isEqualTo("request-withdraw-now");
        press(screen, "request-keep");
        assertThat(focused()).isEqualTo("request-withdraw");
        press(screen, "request-withdraw");
        fxRun(() -> find(screen, "own-requests").orElseThrow().requestFocus());
        own.set(2, request("a-3", ApprovalState.LAPSED, null, null));
        fxRun(screen::requestChanged);
        assertThat(focused()).as("the question takes nothing").isEqualTo("own-requests");
        fxRun(() -> find(screen, "request-withdraw-now").orElseThrow().requestFocus());
        press(screen, "request-withdraw-now");
        assertThat(focused()).isEqualTo("own-requests");
        assertThat(words(screen)).contains("The request was withdrawn.");
        fxRun(screen::close);
    }

    @Test
    void whoever_has_asked_for_nothing_reads_where_the_own_requests_would_be() {
        own.clear();
        WorklistScreen screen = fx(this::screen);
        fxRun(screen::shown);
        assertThat(named(screen)).isEqualTo("My requests for approval");
        fxRun(screen::close);
    }

    @Test
    void what_is_read_again_and_is_the_same_is_not_drawn_again() {
        WorklistScreen screen = fx(this::screen);
        show((Parent) fx(screen::node), 980, 980);
        fxRun(() -> {
            screen.shown();
            fire(screen, "own-requests");
            Node before = find(screen, "request-withdraw").orElseThrow();
            screen.requestChanged();
            assertThat(find(screen, "request-withdraw")).containsSame(before);
            screen.close();
        });
    }

    @Test
    void who_comes_back_is_not_asked_any_more_and_after_a_gap_the_requests_are_read() {
        WorklistScreen screen = fx(this::screen);
        show((Parent) fx(screen::node), 980, 980);
        fxRun(() -> {
            screen.shown();
            fire(screen, "own-requests");
        });
        press(screen, "request-withdraw");
        fxRun(() -> {
            screen.hidden();
            screen.shown();
            fire(screen, "own-requests");
            assertThat(find(screen, "request-keep")).isEmpty();
            own.set(0, request("a-1", ApprovalState.LAPSED, null, null));
            screen.reconnected();
            assertThat(find(screen, "request-withdraw")).isEmpty();
            screen.close();
        });
    }

    @Test
    void it_is_drawn_for_people_to_look_at() {
        fxRun(() -> {
            language.set(Language.FRENCH);
            for (Appearance appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
                theme().appearance().set(appearance);
                for (int[] size : new int[][] {{960, 700}, {1280, 800}, {1920, 1080}}) {
                    WorklistScreen screen = screen();
                    screen.shown();
                    Parent root = (Parent) screen.node();
                    ((Button) root.lookup("#own-requests")).fire();
                    String name = appearance.name().toLowerCase(Locale.ROOT) + "-" + size[0];
                    Pictures.take(root, size[0], size[1], theme(), "requests-" + name);
                    screen.close();
                }
            }
        });
    }
}

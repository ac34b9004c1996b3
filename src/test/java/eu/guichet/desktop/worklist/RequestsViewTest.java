package eu.guichet.desktop.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.OfficeCode;
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
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one has asked a supervisor for. */
class RequestsViewTest extends UiTest {
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
            own.set(0, request(approvalId, ApprovalState.WITHDRAWN, "M. D.", null));
            return own.getFirst();
        }
    };
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
    private final ViewContext context = new ViewContext(
            client,
            new SameThreadTasks(),
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

    private void press(WorklistScreen screen, String id) {
        fxRun(() -> ((Button) screen.node().lookup("#" + id)).fire());
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
    void whoever_has_asked_for_nothing_reads_where_the_own_requests_would_be() {
        own.clear();
        WorklistScreen screen = fx(this::screen);
        fxRun(screen::shown);
        assertThat(named(screen)).isEqualTo("My requests for approval");
        fxRun(screen::close);
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

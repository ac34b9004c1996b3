package eu.guichet.desktop.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/** A supervisor tells every desk what is disturbed, and sees what colleagues tell. */
class NoticesTest extends UiTest {
    private List<Notice> disturbed = List.of();
    private List<Notice> over = List.of();
    private final List<NoticeRequest> told = new ArrayList<>();
    private final List<IdempotencyKey> keys = new ArrayList<>();
    private final Saving saving = new FileSaving(() -> null);
    private final SampleClient client = new SampleClient() {
        @Override
        public List<Notice> notices() {
            return disturbed;
        }

        @Override
        public Notice writeNotice(NoticeRequest wanted, IdempotencyKey key) {
            told.add(wanted);
            if (told.size() == 1) {
                throw new ClientException.OutcomeUnknown("answer lost", null);
            }
            Notice notice = new Notice(
                    "n-1",
                    wanted.topic(),
                    wanted.prefix(),
                    List.of(8, 13),
                    "Retards",
                    "fr",
                    wanted.since(),
                    wanted.until(),
                    wanted.closesResends(),
                    "S. V.",
                    SampleFiles.NOW,
                    null,
                    null);
            keys.add(key);
            disturbed = List.of(notice);
            return notice;
        }

        @Override
        public Notice endNotice(String noticeId) {
            Notice one = disturbed.getFirst();
            disturbed = List.of();
            over = List.of(new Notice(
                    one.id(),
                    one.topic(),
                    one.prefix(),
                    one.steps(),
                    one.text(),
                    one.language(),
                    one.since(),
                    one.until(),
                    one.closesResends(),
                    one.by(),
                    one.writtenAt(),
                    SampleFiles.NOW,
                    "S. V."));
            return over.getFirst();
        }

        @Override
        public List<Notice> pastNotices() {
            return over;
        }
    };
    private final SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(SampleFiles.NOW);
    private final ViewContext context = new ViewContext(
            client,
            new SameThreadTasks(),
            new Texts(new SimpleObjectProperty<>(Language.FRENCH), "eu.guichet.desktop.flow.flow"),
            now::get,
            ZoneId.of("Europe/Brussels"));

    @Test
    void a_supervisor_tells_every_desk_what_is_disturbed_and_that_it_is_over() {
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, true));
        show((Parent) fx(screen::node), 980, 980);
        fxRun(() -> {
            screen.shown();
            Node card = screen.node().lookup("#notices-card");
            assertThat(card).isNotNull();
            ((Button) find(screen, "notice-write")).fire();
            assertThat(((Label) find(screen, "notice-said")).getText()).contains("Personne n’a été averti");
            assertThat(told).isEmpty();
            ((TextField) find(screen, "notice-text-fr")).setText("Retards");
            ((TextField) find(screen, "notice-narrowed")).setText("0621");
            ((Button) find(screen, "notice-write")).fire();
            assertThat(told).isEmpty();
            ((TextField) find(screen, "notice-narrowed")).setText("+352 621");
            ((TextField) find(screen, "notice-hours")).setText("3");
            ((CheckBox) find(screen, "notice-closes")).setSelected(true);
            ((Button) find(screen, "notice-write")).fire();
            assertThat(((Label) find(screen, "notice-said")).getText()).contains("une fois");
            assertThat(((TextField) find(screen, "notice-text-fr")).getText()).isEqualTo("Retards");
            ((Button) find(screen, "notice-write")).fire();
        });
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isEqualTo(told.getLast());
        NoticeRequest wanted = told.getLast();
        assertThat(wanted.prefix()).isEqualTo("+352621");
        assertThat(wanted.texts()).containsExactly(Map.entry("fr", "Retards"));
        assertThat(wanted.closesResends()).isTrue();
        assertThat(Duration.between(wanted.since(), wanted.until())).isEqualTo(Duration.ofHours(3));
        fxRun(() -> {
            assertThat(((TextField) find(screen, "notice-text-fr")).getText()).isEmpty();
            assertThat(((Label) find(screen, "notice-said")).getText()).contains("avertis");
            ((Button) find(screen, "notice-end-n-1")).fire();
            assertThat(screen.node().lookup("#notice-end-n-1")).isNull();
            assertThat(find(screen, "past-notices").lookupAll(".label"))
                    .as("among those that are over")
                    .anyMatch(label -> ((Label) label).getText().contains("Retards"));
            screen.close();
        });
    }

    @Test
    void what_a_colleague_ends_goes_while_one_writes_and_what_lapses_goes_by_itself() {
        disturbed = List.of(notice("n-1", "Retards"), notice("n-2", "Grève"));
        OversightScreen screen = fx(() -> new OversightScreen(context, now, saving, true));
        show((Parent) fx(screen::node), 980, 980);
        fxRun(() -> {
            screen.shown();
            TextField typed = (TextField) find(screen, "notice-text-fr");
            typed.requestFocus();
            typed.setText("Panne chez");
            typed.positionCaret(5);
            disturbed = List.of(notice("n-2", "Grève"));
            screen.noticesChanged();
            assertThat(screen.node().lookup("#notice-end-n-1")).isNull();
            assertThat(find(screen, "notice-end-n-2")).isNotNull();
            assertThat(typed.getText()).isEqualTo("Panne chez");
            assertThat(typed.isFocused()).isTrue();
            assertThat(typed.getCaretPosition()).isEqualTo(5);
            find(screen, "notice-end-n-2").requestFocus();
            disturbed = List.of(notice("n-2", "Grève"), notice("n-3", "Panne"));
            screen.noticesChanged();
            assertThat(find(screen, "notice-end-n-2").isFocused()).isTrue();
            over = disturbed;
            now.set(SampleFiles.NOW.plus(Duration.ofHours(2)));
            assertThat(screen.node().lookup("#notice-end-n-2")).isNull();
            assertThat(find(screen, "past-notices").lookupAll(".label"))
                    .anyMatch(label -> ((Label) label).getText().contains("Grève"));
            screen.close();
        });
    }

    private static Notice notice(String id, String text) {
        return new Notice(
                id,
                NoticeTopic.EMAIL,
                null,
                List.of(3),
                text,
                "fr",
                SampleFiles.NOW.minus(Duration.ofHours(1)),
                SampleFiles.NOW.plus(Duration.ofHours(2)),
                false,
                "S. V.",
                SampleFiles.NOW.minus(Duration.ofHours(1)),
                null,
                null);
    }

    private static Node find(OversightScreen screen, String id) {
        Parent root = (Parent) screen.node();
        root.applyCss();
        root.layout();
        return Objects.requireNonNull(root.lookup("#" + id), id);
    }
}

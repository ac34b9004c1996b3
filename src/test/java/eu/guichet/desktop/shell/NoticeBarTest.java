package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.StepDesk;
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
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** What is disturbed, as it is read at every desk and at the step that it concerns. */
class NoticeBarTest extends UiTest {
    private List<Notice> disturbed = List.of();
    private final SampleClient client = new SampleClient() {
        @Override
        public List<Notice> notices() {
            return disturbed;
        }
    };
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    private Instant now = SampleFiles.NOW;

    private static Notice notice(Instant from, String tag) {
        return new Notice(
                "n-1",
                NoticeTopic.SMS,
                "+352621",
                List.of(8, 13),
                "Retards chez l’opérateur",
                tag,
                from.minus(Duration.ofMinutes(20)),
                from.plus(Duration.ofHours(2)),
                true,
                "S. V.",
                from,
                null,
                null);
    }

    @Test
    void a_notice_stands_over_every_screen_with_its_times_and_goes_by_itself() {
        disturbed = List.of(notice(SampleFiles.NOW, "fr"));
        fxRun(() -> {
            NoticeBar bar = new NoticeBar(new ViewContext(
                    client,
                    new SameThreadTasks(),
                    new Texts(language, "eu.guichet.desktop.shell.shell"),
                    () -> now,
                    ZoneId.of("Europe/Brussels")));
            assertThat(bar.isVisible()).isFalse();
            bar.read();
            Label row = (Label) bar.lookup("#notice-n-1");
            assertThat(row.getText()).contains("+352621", "Retards chez l’opérateur", "Rien n’est renvoyé");
            assertThat(bar.isVisible()).isTrue();
            language.set(Language.ENGLISH);
            assertThat(((Label) bar.lookup("#notice-n-1")).getText()).contains("(FR) Retards");
            now = now.plus(Duration.ofHours(1));
            bar.tick(now);
            assertThat(bar.isVisible()).isTrue();
            now = now.plus(Duration.ofHours(2));
            bar.tick(now);
            assertThat(bar.isVisible()).isFalse();
        });
    }

    @Test
    void the_step_that_it_concerns_says_so() {
        StepDesk desk = fx(StepDesk::new);
        show(desk.view, 980, 860);
        fxRun(() -> desk.open(SampleFile.at(8).notice(notice(SampleFile.NOW, "fr"))));
        assertThat(disturbed(desk)).contains("Retards chez l’opérateur");
        fxRun(() -> desk.open(SampleFile.at(8).version("\"9\"")));
        assertThat(disturbed(desk)).isEmpty();
    }

    private static String disturbed(StepDesk desk) {
        return fx(() -> {
            desk.view.applyCss();
            desk.view.layout();
            return desk.view.lookup("#disturbed-8") instanceof Label label && label.isVisible() ? label.getText() : "";
        });
    }
}

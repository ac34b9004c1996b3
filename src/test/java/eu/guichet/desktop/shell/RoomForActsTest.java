package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the window and the text size, the open file is readable to its end and there is room to act. */
class RoomForActsTest extends UiTest {
    private static final double ROOM = 240;

    private final SameThreadTasks tasks = new SameThreadTasks();

    @ParameterizedTest
    @CsvSource({"960,640", "1093,574", "1280,680", "1280,800"})
    void in_every_text_size_and_language_no_word_is_cut_off_and_the_acts_have_room(double width, double height) {
        List<String> faults = new ArrayList<>();
        for (TextSize size : TextSize.values()) {
            for (Language language : Language.values()) {
                faults.addAll(fx(() -> faults(width, height, size, language)));
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<String> faults(double width, double height, TextSize size, Language language) {
        ShellFixture shell = new ShellFixture(tasks);
        Scene scene = new Scene(shell.view, width, height);
        theme().textSize().set(size);
        theme().dress(scene);
        shell.settings.language().set(language);
        shell.view.start();
        TextField field = (TextField) shell.view.lookup("#search-field");
        field.setText("mull");
        tasks.pass(Duration.ofMillis(120));
        field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        for (int pass = 0; pass < 4; pass++) {
            shell.view.applyCss();
            shell.view.layout();
        }
        String name = "room-%.0fx%.0f-%s-%s".formatted(width, height, size, language);
        Pictures.take(scene, name);
        List<String> faults = new ArrayList<>();
        walk(Objects.requireNonNull(shell.view.lookup(".file-pane")), faults);
        Node acts = Objects.requireNonNull(shell.view.lookup(".actions"));
        Bounds room = scrolledBy(acts);
        double seen = Math.min(room.getMaxY(), height) - Math.max(0, room.getMinY());
        if (seen < ROOM) {
            faults.add("only %.0f px for the acts".formatted(seen));
        }
        if (field.localToScene(field.getLayoutBounds()).getMinY() < 0) {
            faults.add("the search field is pushed out");
        }
        for (Node column : shell.view.lookupAll(".file-column")) {
            Bounds pane = scrolledBy(column);
            if (column.getLayoutBounds().getWidth() > pane.getWidth() + 1) {
                faults.add("a column is wider than its place");
            }
        }
        shell.view.stop();
        theme().undress(scene);
        return faults.stream().map(fault -> name + ": " + fault).toList();
    }

    private static Bounds scrolledBy(Node node) {
        Node up = node;
        while (!(up instanceof ScrollPane)) {
            up = Objects.requireNonNull(up.getParent());
        }
        return up.localToScene(up.getLayoutBounds());
    }

    /** Not that of a key shown beside it. */
    private static @Nullable Text ownText(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> text.getStyleClass().contains("text"))
                .findFirst()
                .orElse(null);
    }

    private static void walk(Node node, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            double em = labeled.getFont().getSize();
            Text drawn = ownText(labeled);
            if (drawn != null && !drawn.getText().equals(labeled.getText())) {
                faults.add("cut: " + labeled.getText());
            } else if (drawn != null && labeled.getText().length() > 8 && labeled.getWidth() < 4 * em) {
                faults.add("a letter a line: " + labeled.getText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, faults));
        }
    }
}

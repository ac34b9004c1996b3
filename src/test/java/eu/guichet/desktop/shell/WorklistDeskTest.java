package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistRow;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Keyboard;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a list into a file, and from there into the next one. */
class WorklistDeskTest extends UiTest {
    private final SameThreadTasks tasks = new SameThreadTasks();
    private ShellFixture shell;
    private Keyboard keys;

    @BeforeEach
    void open() {
        shell = fx(() -> new ShellFixture(tasks));
        List<String> ids =
                SampleFiles.all().stream().map(file -> file.id()).limit(3).toList();
        shell.client.waiting.add(row(ids.get(0), "1", null));
        shell.client.waiting.add(row(ids.get(1), "2", "J. V."));
        shell.client.waiting.add(row(ids.get(2), "3", null));
        show(shell.view, 1280, 800);
        keys = fx(() -> new Keyboard(stage().getScene(), shell.hands::pass));
        fxRun(() -> {
            shell.hands.every(0);
            shell.view.start();
        });
    }

    @AfterEach
    void close() {
        fxRun(shell.view::stop);
    }

    private static WorklistRow row(String id, String cursor, @Nullable String atWork) {
        return new WorklistRow(
                id,
                "SOMEBODY " + cursor,
                1944,
                OfficeCode.BRU,
                15,
                SampleFiles.NOW.minus(Duration.ofDays(9)),
                null,
                null,
                atWork,
                cursor,
                null);
    }

    @Test
    void a_file_is_taken_by_Enter_for_the_list_and_the_next_one_by_one_key_but_not_a_colleagues() {
        fxRun(() -> shell.view.show(Screen.WORKLISTS));
        fxRun(() -> keys.pause().stroke(KeyCode.ENTER));
        assertThat(shell.client.openedFor).containsExactly(id(0) + " worklist access-requested");
        fxRun(() -> {
            shell.view.applyCss();
            shell.view.layout();
            assertThat(shell.view.lookup("#list-bar").isVisible()).isTrue();
        });
        fxRun(() -> keys.pause().stroke(KeyCode.F12));
        assertThat(shell.client.calls).contains("close c-" + id(0));
        assertThat(shell.client.openedFor)
                .containsExactly(id(0) + " worklist access-requested", id(2) + " worklist access-requested");
        fxRun(() -> keys.pause().stroke(KeyCode.F12));
        assertThat(shell.client.calls).contains("close c-" + id(2));
        fxRun(() -> assertThat(shell.view.lookup("#worklist-screen")).isNotNull());
    }

    @Test
    void the_key_for_the_next_one_pressed_twice_passes_over_nobody() {
        fxRun(() -> shell.client.waiting.set(1, row(id(1), "2", null)));
        fxRun(() -> shell.view.show(Screen.WORKLISTS));
        fxRun(() -> keys.pause().stroke(KeyCode.ENTER));
        fxRun(() -> {
            keys.pause().stroke(KeyCode.F12);
            shell.hands.pass(200);
            keys.stroke(KeyCode.F12);
        });
        assertThat(shell.client.openedFor)
                .containsExactly(id(0) + " worklist access-requested", id(1) + " worklist access-requested");
        assertThat(fx(() -> node("said", Label.class).getText())).startsWith("Trop vite");
    }

    @Test
    void the_key_for_the_next_one_pressed_again_while_its_file_is_on_its_way_passes_over_nobody() {
        fxRun(() -> shell.client.waiting.set(1, row(id(1), "2", null)));
        fxRun(() -> shell.view.show(Screen.WORKLISTS));
        fxRun(() -> keys.pause().stroke(KeyCode.ENTER));
        fxRun(() -> {
            tasks.hold();
            keys.pause().stroke(KeyCode.F12);
            tasks.answerNext();
            // the list has told who comes next; the contact before is being closed, then the file is being read
            while (shell.client.openedFor.size() < 2) {
                keys.pause().stroke(KeyCode.F12);
                assertThat(node("said", Label.class).getText()).startsWith("Le dossier s’ouvre");
                tasks.answerNext();
            }
        });
        assertThat(shell.client.openedFor)
                .containsExactly(id(0) + " worklist access-requested", id(1) + " worklist access-requested");
    }

    @Test
    void the_list_in_view_is_marked_among_the_lists_from_the_beginning() {
        fxRun(() -> shell.view.show(Screen.WORKLISTS));
        assertThat(fx(() ->
                        node("worklists", ListView.class).getSelectionModel().getSelectedItem()))
                .isEqualTo(Worklist.ACCESS_REQUESTED);
    }

    @Test
    void who_comes_in_the_place_of_a_row_that_is_gone_is_not_opened_unseen() {
        fxRun(() -> {
            shell.view.show(Screen.WORKLISTS);
            node("worklist", TableView.class).requestFocus();
            keys.pause().stroke(KeyCode.DOWN);
            shell.client.waiting.remove(1);
            keys.pause().stroke(KeyCode.F5).pause().stroke(KeyCode.ENTER);
            assertThat(shell.client.openedFor).isEmpty();
            tasks.pass(Duration.ofSeconds(1));
            keys.pause().stroke(KeyCode.ENTER);
        });
        assertThat(shell.client.openedFor).containsExactly(id(2) + " worklist access-requested");
    }

    @Test
    void a_list_that_is_read_again_leaves_the_focus_where_it_is() {
        fxRun(() -> shell.view.show(Screen.WORKLISTS));
        for (String id : List.of("worklist", "worklist-open")) {
            Node focused = fx(() -> node(id, Node.class));
            fxRun(focused::requestFocus);
            fxRun(() -> {
                shell.client.waiting.removeLast();
                keys.pause().stroke(KeyCode.F5);
            });
            assertThat(fx(() -> stage().getScene().getFocusOwner())).isSameAs(focused);
            assertThat(fx(() -> node(id, Node.class))).isSameAs(focused);
        }
    }

    @Test
    void without_a_list_the_key_says_so_and_does_nothing() {
        fxRun(() -> keys.pause().stroke(KeyCode.F12));
        assertThat(shell.client.openedFor).isEmpty();
        assertThat(fx(() -> node("said", Label.class).getText())).contains("liste");
    }

    @Test
    void the_side_bar_counts_anew_when_the_backend_tells_of_a_change() {
        assertThat(badge()).isEqualTo("3");
        fxRun(() -> {
            shell.client.waiting.removeLast();
            shell.client.tell(new LiveEvent.WorklistsChanged(List.of("access-requested")));
            tasks.pass(Duration.ofSeconds(1));
        });
        assertThat(badge()).isEqualTo("2");
    }

    private String badge() {
        return fx(() -> {
            shell.view.applyCss();
            shell.view.layout();
            return node("badge-worklists", Label.class).getText();
        });
    }

    @Test
    void the_screen_and_a_file_taken_from_it_are_drawn_in_the_window() {
        fxRun(() -> {
            picture("worklist-window", 1280, 800, Language.FRENCH, false);
            picture("worklist-window-english", 960, 700, Language.ENGLISH, false);
            picture("worklist-file", 1280, 800, Language.FRENCH, true);
            picture("worklist-file-small", 960, 700, Language.ENGLISH, true);
        });
    }

    private void picture(String name, double width, double height, Language language, boolean taken) {
        ShellFixture other = new ShellFixture(tasks);
        other.client.waiting.addAll(shell.client.waiting);
        other.settings.language().set(language);
        other.view.start();
        other.view.show(Screen.WORKLISTS);
        if (taken) {
            other.view.applyCss();
            ((Button) other.view.lookup("#worklist-open")).fire();
        }
        Pictures.take(other.view, width, height, theme(), name);
        other.view.stop();
    }

    @Test
    void in_the_largest_text_and_the_smallest_window_no_word_of_the_lists_is_broken_and_no_heading_is_cut() {
        fxRun(() -> theme().textSize().set(TextSize.LARGEST));
        List<String> faults = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
                fxRun(() -> {
                    theme().appearance().set(appearance);
                    shell.view.stop();
                    shell = new ShellFixture(tasks);
                    SampleFiles.all().stream()
                            .limit(3)
                            .forEach(file -> shell.client.waiting.add(row(file.id(), file.id(), "J. V.")));
                    shell.client.standOn = EnumSet.complementOf(EnumSet.of(Worklist.APPROVALS));
                    shell.client.role(Role.SUPERVISOR);
                    shell.settings.language().set(language);
                });
                show(shell.view, 960, 700);
                fxRun(() -> {
                    shell.view.start();
                    shell.view.show(Screen.WORKLISTS);
                });
                for (Worklist list : List.of(
                        Worklist.ACCESS_REQUESTED,
                        Worklist.CALLBACKS,
                        Worklist.HANDED_TO_OFFICE,
                        Worklist.HANDED_OVER,
                        Worklist.REGISTER_DAMAGED)) {
                    fxRun(() -> {
                        rail().getSelectionModel().select(list);
                        rail().scrollTo(list);
                        rail().requestFocus();
                        tasks.pass(Duration.ofSeconds(1));
                    });
                    String name = "worklist-largest-%s-%s-%s".formatted(language, appearance, list.key());
                    await(() -> rail().lookup("#list-" + list.key()) != null);
                    faults.addAll(fx(() -> faults(name.toLowerCase(Locale.ROOT))));
                }
            }
        }
        fxRun(() -> {
            theme().textSize().set(TextSize.NORMAL);
            theme().appearance().set(Appearance.LIGHT);
        });
        assertThat(faults).isEmpty();
    }

    private List<String> faults(String name) {
        for (int pass = 0; pass < 4; pass++) {
            shell.view.applyCss();
            shell.view.layout();
        }
        Pictures.take(stage().getScene(), name);
        List<String> faults = new ArrayList<>();
        for (Node node : rail().lookupAll(".list-cell .label")) {
            Label label = (Label) node;
            if (!label.getStyleClass().contains("badge")) {
                Stream.of(label.getText().split(" "))
                        .filter(word -> width(word, label.getFont()) > label.getWidth() + 1)
                        .forEach(word -> faults.add(name + ": broken: " + word));
            }
        }
        TableView<?> table = node("worklist", TableView.class);
        for (Node node : table.lookupAll(".column-header .label")) {
            Label label = (Label) node;
            if (width(label.getText(), label.getFont()) > label.getWidth() - 23) {
                faults.add(name + ": cut: " + label.getText());
            }
        }
        for (Node node : table.lookupAll(".table-cell .table-text")) {
            Text text = (Text) node;
            Stream.of(text.getText().split("[ \n]"))
                    .filter(word -> word.equals("SOMEBODY") && width(word, text.getFont()) > text.getWrappingWidth())
                    .forEach(word -> faults.add(name + ": broken: " + word));
        }
        double columns = table.getColumns().stream()
                .mapToDouble(column -> column.getWidth())
                .sum();
        if (columns > table.getWidth()) {
            faults.add("%s: the table needs %.0f of %.0f".formatted(name, columns, table.getWidth()));
        }
        return faults;
    }

    @SuppressWarnings("unchecked") // the lists, and nothing else
    private ListView<Worklist> rail() {
        return node("worklists", ListView.class);
    }

    private static double width(String words, Font font) {
        Text drawn = new Text(words);
        drawn.setFont(font);
        return drawn.getLayoutBounds().getWidth();
    }

    @Test
    void only_what_has_the_focus_is_framed() {
        fxRun(() -> {
            shell.view.show(Screen.WORKLISTS);
            node("worklist", TableView.class).requestFocus();
        });
        Background within = rowChosen();
        fxRun(() -> node("worklists", ListView.class).requestFocus());
        assertThat(rowChosen()).isNotEqualTo(within);
        fxRun(() -> node("worklist", TableView.class).requestFocus());
        assertThat(rowChosen()).isEqualTo(within);
    }

    private Background rowChosen() {
        return fx(() -> {
            shell.view.applyCss();
            shell.view.layout();
            return shell.view.lookupAll("#worklist .table-row-cell").stream()
                    .filter(node -> node instanceof TableRow<?> row && row.isSelected())
                    .findFirst()
                    .map(row -> ((TableRow<?>) row).getBackground())
                    .orElseThrow();
        });
    }

    private static String id(int place) {
        return SampleFiles.all().get(place).id();
    }
}

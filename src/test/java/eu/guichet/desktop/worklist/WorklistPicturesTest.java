package eu.guichet.desktop.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistCount;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import eu.guichet.contract.WorklistSort;
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
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

class WorklistPicturesTest extends UiTest {
    private static final List<String> NAMES = List.of(
            "MULLER Nico",
            "VAN DEN BERGHE Marie-Antoinette",
            "ROSSI Paola",
            "SCHÄFER Ingrid",
            "PAPADOPOULOU Eleni",
            "DUBOIS Jean",
            "NØRGÅRD Søren",
            "LAMBERT Monique");

    private final SameThreadTasks tasks = new SameThreadTasks();
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    private final List<String> opened = new ArrayList<>();
    private final Lists client = new Lists();

    /** With a few people on each list. */
    private static final class Lists extends SampleClient {
        private int people = NAMES.size();
        private final List<WorklistQuery> asked = new ArrayList<>();

        @Override
        public WorklistCounts worklists() {
            List<WorklistCount> counts = Arrays.stream(Worklist.values())
                    .map(list -> new WorklistCount(
                            list.key(),
                            list == Worklist.FROZEN
                                    ? 0
                                    : (people * (List.of(Worklist.values()).indexOf(list) * 7 + 1)) % 131))
                    .toList();
            return new WorklistCounts(counts, List.of(OfficeCode.BRU, OfficeCode.LUX), 7, 30, 14, 0);
        }

        @Override
        public WorklistPage worklist(Worklist list, WorklistQuery wanted) {
            super.worklist(list, wanted);
            asked.add(wanted);
            List<WorklistRow> rows = new ArrayList<>();
            for (int i = 0; i < (list == Worklist.FROZEN ? 0 : people); i++) {
                Instant since = SampleFiles.NOW.minus(Duration.ofDays(41 - 5L * i));
                rows.add(new WorklistRow(
                        "p-" + i,
                        NAMES.get(i),
                        1940 + 2 * i,
                        i % 3 == 1 ? OfficeCode.LUX : OfficeCode.BRU,
                        i % 2 == 0 ? 15 : 16,
                        since,
                        i % 4 == 0 ? null : since.plus(Duration.ofDays(30)),
                        i % 2 == 0 ? "M. D." : null,
                        i == 2 ? "J. V." : null,
                        "c" + i,
                        list == Worklist.CALLBACKS ? call(i) : null,
                        list == Worklist.HANDED_TO_OFFICE ? left(i) : null));
            }
            return new WorklistPage(
                    rows,
                    people == NAMES.size() ? null : "c9",
                    false,
                    List.of(new WorklistColleague("agent-1", "M. D."), new WorklistColleague("agent-2", "J. V.")));
        }
    }

    /** The first two are late; every third one is the office's to make. */
    private static Callback call(int i) {
        return new Callback(
                "k-" + i,
                "p-" + i,
                OfficeCode.BRU,
                SampleFiles.NOW.plus(Duration.ofHours(i - 2L)),
                i % 3 == 2 ? CallbackBy.OFFICE : CallbackBy.PROMISER,
                i % 2 == 0 ? "Demande si la lettre est partie, et à quelle adresse" : "",
                "M. D.",
                SampleFiles.NOW.minus(Duration.ofDays(1)),
                i % 4 != 3,
                CallbackState.OPEN);
    }

    private static OfficeNote left(int i) {
        return new OfficeNote(
                "n-" + i,
                "p-" + i,
                OfficeCode.ISP,
                i % 3 == 1 ? OfficeCode.LUX : OfficeCode.BRU,
                i % 2 == 0 ? "Passera jeudi à votre guichet avec sa carte d’identité" : "Rappeler après 14 heures",
                "P. R.",
                SampleFiles.NOW.minus(Duration.ofDays(1)),
                i % 4 == 0 ? OfficeNoteState.TAKEN : OfficeNoteState.OPEN,
                i % 4 == 0 ? "M. D." : null,
                false,
                true);
    }

    private WorklistScreen screen() {
        ViewContext context = new ViewContext(
                client,
                tasks,
                new Texts(language, "eu.guichet.desktop.flow.flow"),
                () -> SampleFiles.NOW,
                ZoneId.of("Europe/Brussels"));
        WorklistRun run = new WorklistRun(context, (id, reason) -> opened.add(id + " " + reason.value()));
        WorklistScreen screen = new WorklistScreen(
                context, new SimpleObjectProperty<>(SampleFiles.NOW), run, () -> opened.add("letters"));
        screen.shown();
        return screen;
    }

    private void picture(String name, double width, double height, Consumer<WorklistScreen> before) {
        fxRun(() -> {
            WorklistScreen screen = screen();
            before.accept(screen);
            Pictures.take((Parent) screen.node(), width, height, theme(), "worklist-" + name);
            screen.close();
        });
    }

    @SuppressWarnings("unchecked")
    private void choose(WorklistScreen screen, Worklist list) {
        ((ListView<Worklist>) screen.node().lookup("#worklists"))
                .getSelectionModel()
                .select(list);
        tasks.pass(Duration.ofSeconds(1));
    }

    @Test
    void the_lists_are_drawn_in_every_size_and_look() {
        picture("access", 960, 700, screen -> {});
        picture("overdue", 1280, 800, screen -> choose(screen, Worklist.RECEIPT_OVERDUE));
        picture("stuck-large", 1920, 1080, screen -> choose(screen, Worklist.STUCK));
        picture("empty", 1280, 800, screen -> choose(screen, Worklist.FROZEN));
        picture("callbacks", 1280, 800, screen -> choose(screen, Worklist.CALLBACKS));
        picture("notes", 1280, 800, screen -> choose(screen, Worklist.HANDED_TO_OFFICE));
        picture("notes-small", 960, 700, screen -> choose(screen, Worklist.HANDED_TO_OFFICE));
        picture("notes-large", 1920, 1080, screen -> choose(screen, Worklist.HANDED_TO_OFFICE));
        picture("elsewhere", 1280, 800, screen -> choose(screen, Worklist.TO_PRINT));
        fxRun(() -> {
            language.set(Language.ENGLISH);
            theme().appearance().set(Appearance.DARK);
        });
        picture("overdue-dark", 1280, 800, screen -> choose(screen, Worklist.RECEIPT_OVERDUE));
        picture("lapsing-dark-small", 960, 700, screen -> choose(screen, Worklist.LAPSING));
        client.fail(new ClientException.Unreachable("gone", null));
        picture("failed-dark", 1280, 800, screen -> {});
    }

    @Test
    void a_list_is_chosen_narrowed_and_a_file_taken_from_it() {
        WorklistScreen screen = fx(this::screen);
        show((Parent) fx(screen::node), 980, 700);
        assertThat(fx(() -> node("worklist", TableView.class).getItems().size()))
                .isEqualTo(NAMES.size());
        fxRun(() -> choose(screen, Worklist.RETURNED));
        assertThat(fx(() -> node("worklist-title", Label.class).getText())).isEqualTo("Lettre retournée");
        await(() -> node("filter-step", ComboBox.class).getSkin() != null);
        fxRun(() -> {
            node("filter-step", ComboBox.class).getSelectionModel().select(15);
            tasks.pass(Duration.ofSeconds(1));
        });
        assertThat(client.asked.getLast().step()).isEqualTo(15);
        fxRun(() -> {
            node("worklist", TableView.class).getSelectionModel().select(3);
            node("worklist-open", javafx.scene.control.Button.class).fire();
        });
        assertThat(opened)
                .containsExactly(
                        "p-3 " + AccessReason.worklist(Worklist.RETURNED).value());
        fxRun(() -> {
            choose(screen, Worklist.TO_POST);
            node("to-letter-desk", javafx.scene.control.Button.class).fire();
        });
        assertThat(opened).endsWith("letters");
        fxRun(screen::close);
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_calls_that_were_promised_come_by_their_time_and_those_that_are_late_say_so() {
        WorklistScreen screen = fx(this::screen);
        show((Parent) fx(screen::node), 980, 700);
        fxRun(() -> choose(screen, Worklist.CALLBACKS));
        assertThat(client.asked.getLast().sort()).isEqualTo(WorklistSort.DUE);
        TableView<WorklistRow> table = fx(() -> node("worklist", TableView.class));
        fxRun(() -> {
            TableColumn<WorklistRow, ?> at = table.getColumns().getFirst();
            assertThat(String.valueOf(at.getCellData(0))).endsWith("en retard");
            assertThat(String.valueOf(at.getCellData(3))).doesNotContain("en retard");
            // where room is short the year stands below the name, and not in a column
            TableColumn<WorklistRow, ?> by = table.getColumns().stream()
                    .filter(column -> column.getText().equals("Rappelle"))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(by.getCellData(0), by.getCellData(2), by.getCellData(3)))
                    .asString()
                    .isEqualTo("[Vous, Le bureau, M. D.]");
            table.getSelectionModel().select(1);
            node("worklist-open", javafx.scene.control.Button.class).fire();
            choose(screen, Worklist.STUCK);
            assertThat(client.asked.getLast().sort()).isEqualTo(WorklistSort.OLDEST);
        });
        assertThat(opened).containsExactly("p-1 worklist callbacks");
        fxRun(screen::close);
    }

    @Test
    void lists_that_are_walked_past_are_not_read() {
        WorklistScreen screen = fx(this::screen);
        fxRun(() -> {
            int before = client.asked.size();
            ListView<?> rail = (ListView<?>) screen.node().lookup("#worklists");
            for (int i = 0; i < 6; i++) {
                rail.getSelectionModel().selectNext();
            }
            tasks.pass(Duration.ofSeconds(1));
            assertThat(client.asked).hasSize(before + 1);
            screen.close();
        });
    }

    @Test
    void changes_that_come_one_after_the_other_are_counted_once_and_soon() {
        WorklistScreen screen = fx(this::screen);
        fxRun(() -> {
            client.people = 3;
            for (int i = 0; i < 20; i++) {
                screen.changed(List.of("stuck"));
            }
            tasks.pass(Duration.ofSeconds(1));
            assertThat(screen.badge().get().count()).isPositive();
            screen.close();
        });
    }
}

package eu.guichet.desktop.post;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.BatchPaper;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import eu.guichet.contract.PrintingBy;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class LetterDeskPicturesTest extends UiTest {
    private static final Printing PRINTING = new Printing() {
        @Override
        public List<Printer> printers() {
            return List.of(new Printer("HP-Guichet-2, bac 2", true), new Printer("HP-Etage-4", false));
        }

        @Override
        public Outcome print(SealedDocument document, String jobName, Printer printer) {
            return Outcome.SENT;
        }

        @Override
        public void prefer(Printer printer) {}
    };

    private final DeskClient client = new DeskClient();
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);

    private LetterDeskScreen screen() {
        ViewContext context = new ViewContext(
                client,
                new SameThreadTasks(),
                new Texts(language, "eu.guichet.desktop.flow.flow"),
                () -> SampleFiles.NOW,
                ZoneId.of("Europe/Brussels"));
        LetterDeskScreen screen = new LetterDeskScreen(
                context,
                new SimpleObjectProperty<Instant>(SampleFiles.NOW),
                PRINTING,
                new FileSaving(() -> null),
                new PaperReports(client, context.tasks(), context.clock()));
        screen.shown();
        return screen;
    }

    private void picture(String name, double width, double height, Consumer<LetterDeskScreen> before) {
        fxRun(() -> {
            LetterDeskScreen screen = screen();
            before.accept(screen);
            Pictures.take((Parent) screen.node(), width, height, theme(), "letter-desk-" + name);
            screen.close();
        });
    }

    private static void tab(LetterDeskScreen screen, String name) {
        ((ToggleButton) screen.node().lookup("#tab-" + name)).fire();
    }

    @Test
    void the_letters_that_were_chosen_stay_chosen_when_the_list_is_read_again_and_no_others_are() {
        LetterDeskScreen screen = fx(this::screen);
        client.add(DeskClient.row("G-9F9F-0001", "WEBER Anna", "L-•••• Esch", LetterState.GENERATED));
        fxRun(() -> {
            screen.shown();
            letters(screen).getSelectionModel().selectIndices(0, 2);
        });
        assertThat(chosen(screen)).containsExactly("G-V8AD-EF6P", "G-9F9F-0001");
        List<LetterDeskRow> toPrint = client.lists.getOrDefault(LetterDeskStage.TO_PRINT, List.of());
        toPrint.addFirst(DeskClient.row("G-0000-0000", "ABEL Paul", "L-•••• Wiltz", LetterState.GENERATED));
        fxRun(screen::shown);
        assertThat(chosen(screen)).containsExactly("G-V8AD-EF6P", "G-9F9F-0001");
        toPrint.remove(1);
        fxRun(screen::shown);
        assertThat(chosen(screen))
                .as("none in the place of the one that is gone")
                .containsExactly("G-9F9F-0001");
        fxRun(() -> {
            tab(screen, "to-post");
            tab(screen, "to-print");
        });
        assertThat(chosen(screen)).isEmpty();
        fxRun(screen::close);
    }

    @SuppressWarnings("unchecked") // the letters, and nothing else
    private static TableView<LetterDeskRow> letters(LetterDeskScreen screen) {
        return (TableView<LetterDeskRow>) screen.node().lookup("#letters");
    }

    private List<String> chosen(LetterDeskScreen screen) {
        return fx(() -> letters(screen).getSelectionModel().getSelectedItems().stream()
                .map(LetterDeskRow::reference)
                .toList());
    }

    @Test
    void the_lists_are_drawn_in_every_size_and_look() {
        picture("to-print", 1280, 720, screen -> {});
        picture("to-post", 1280, 720, screen -> {
            tab(screen, "to-post");
            screen.scanned("G-7KQ2-M0TX");
            screen.scanned("RR138375875BE");
            screen.scanned("RR138375874BE");
        });
        picture("on-the-way-small", 960, 640, screen -> tab(screen, "on-the-way"));
        picture("wide", 1920, 1000, screen -> tab(screen, "to-post"));
        client.add(DeskClient.row(
                "G-8B2C-11AA", "VAN DEN BERGHE Marie-Antoinette", "B-10•• Bruxelles", LetterState.RETURNED));
        fxRun(() -> {
            language.set(Language.ENGLISH);
            theme().appearance().set(Appearance.DARK);
        });
        picture("returned-dark", 1280, 720, screen -> {
            tab(screen, "returned");
            screen.scanned("G-1A2B-3C4D");
        });
        fxRun(() -> theme().textSize().set(TextSize.LARGEST));
        picture("largest", 1280, 720, screen -> tab(screen, "to-post"));
    }

    @Test
    void where_the_office_s_printer_prints_the_letter_desk_orders_again_what_failed_and_takes_back_the_rest() {
        client.printing = PrintingBy.OFFICE;
        List<LetterDeskRow> rows = client.lists.getOrDefault(LetterDeskStage.TO_PRINT, List.of());
        rows.set(
                0,
                DeskClient.at(
                        rows.get(0),
                        PrintState.STOPPED,
                        PrintTrouble.PAPER_OUT,
                        "L’imprimante du bureau n’a plus de papier : remettez-en."));
        rows.set(1, DeskClient.at(rows.get(1), PrintState.FAILED, PrintTrouble.ABORTED, "Pas imprimée."));
        LetterDeskScreen screen = fx(this::screen);
        show((Parent) fx(screen::node), 980, 700);
        fxRun(() -> {
            assertThat(screen.node().lookup("#print-bar")).isNull();
            TableView<?> letters = node("letters", TableView.class);
            letters.getSelectionModel().selectAll();
            node("office-again", Button.class).fire();
            letters.getSelectionModel().selectAll();
            node("office-cancel", Button.class).fire();
        });
        assertThat(client.ordered).containsExactly("print g-3e85-4v67", "cancel g-v8ad-ef6p");
        fxRun(screen::close);
        picture("office-printing", 1280, 720, one -> {});
    }

    @Test
    void the_office_s_batch_is_drawn_before_it_starts_while_it_runs_and_when_it_is_over() {
        client.due = 208;
        picture("batch-due", 1280, 800, screen -> {});
        client.batch = DeskClient.batch(BatchState.RUNNING, 61, 99, 50);
        LetterDeskScreen running = fx(this::screen);
        show((Parent) fx(running::node), 960, 700);
        fxRun(() -> {
            assertThat(node("batch-progress", ProgressBar.class).getHeight()).isPositive();
            Button cancel = node("batch-cancel", Button.class);
            cancel.requestFocus();
            ((BatchCard) running.node().lookup("#batch-card")).draw();
            assertThat(node("batch-cancel", Button.class)).isNotSameAs(cancel).matches(Button::isFocused);
            Pictures.take(running.node().getScene(), "letter-desk-batch-running");
            running.close();
        });
        client.batch = DeskClient.batch(
                BatchState.RUNNING,
                61,
                99,
                0,
                new BatchPaper("part-1", 50, "G-7KQ4-93VX", "G-2M8Z-K4TT", "J. V.", true, SampleFiles.NOW));
        fxRun(() -> {
            language.set(Language.ENGLISH);
            theme().appearance().set(Appearance.DARK);
        });
        picture("batch-doubt-dark", 960, 700, screen -> {});
        client.batch = null;
        client.due = 3;
        LetterDeskScreen screen = fx(this::screen);
        show((Parent) fx(screen::node), 980, 700);
        fxRun(() -> {
            assertThat(node("batch-start", Button.class).isDisabled()).isFalse();
            node("batch-start", Button.class).fire();
        });
        assertThat(client.told).containsExactly("part-1 printed", "part-2 printed", "part-3 printed");
        fxRun(() -> node("batch-who", Button.class).fire());
        fxRun(() -> {
            Pictures.take(screen.node().getScene(), "letter-desk-batch-over-dark");
            screen.close();
        });
    }

    @Test
    void the_lists_show_their_letters_and_counts() {
        LetterDeskScreen screen = fx(this::screen);
        show((Parent) fx(screen::node), 980, 700);
        assertThat(fx(() ->
                        node("count-to-print", javafx.scene.control.Label.class).getText()))
                .isEqualTo("2");
        fxRun(() -> tab(screen, "to-post"));
        assertThat(fx(() -> node("letters", TableView.class).getItems().size())).isEqualTo(2);
        fxRun(screen::close);
    }
}

package eu.guichet.desktop.figures;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Cohort;
import eu.guichet.contract.FigureCount;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FiguresQuery;
import eu.guichet.contract.FirstContacts;
import eu.guichet.contract.FunnelStep;
import eu.guichet.contract.StepTime;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.chart.LineChart;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;

class FiguresScreenTest extends UiTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final List<String> asked = new ArrayList<>();
    private final SampleClient client = new SampleClient() {
        @Override
        public Figures figures(FiguresQuery wanted) {
            asked.add("offices " + wanted.from() + " " + wanted.until() + " " + wanted.office() + " " + wanted.by());
            return SOME;
        }

        @Override
        public Figures ownFigures(FiguresQuery wanted) {
            asked.add("own " + wanted.from() + " " + wanted.until());
            return new Figures(
                    wanted.from(),
                    wanted.until(),
                    SOME.contacts(),
                    List.of(),
                    0,
                    SOME.firstContacts(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    };
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
    private final ViewContext context = new ViewContext(
            client,
            new SameThreadTasks(),
            new Texts(language, "eu.guichet.desktop.flow.flow"),
            () -> SampleFiles.NOW,
            ZoneId.of("Europe/Brussels"));

    private static final Figures SOME = new Figures(
            MONDAY,
            MONDAY.plusDays(6),
            List.of(
                    new FigureCount("call", 41),
                    new FigureCount("counter", 17),
                    new FigureCount("worklist", 12),
                    new FigureCount("ticket", 3)),
            List.of(new FigureCount("CHALLENGE_SMS", 9), new FigureCount("OF_A_NEWER_BACKEND", 1)),
            12,
            new FirstContacts(40, 31, 4, 5, 7),
            IntStream.rangeClosed(1, 16)
                    .mapToObj(step -> new FunnelStep(step, step == 7 ? 40 : 10, 200 - 11 * step))
                    .toList(),
            List.of(new StepTime(3, 6, 40, 5400, 90_000), new StepTime(14, 15, 22, 400_000, 900_000)),
            List.of(new FigureCount("UNCLAIMED", 4), new FigureCount("MOVED", 1)),
            IntStream.range(0, 6).mapToObj(FiguresScreenTest::cohort).toList());

    private static Cohort cohort(int place) {
        LocalDate from = MONDAY.plusWeeks(place - 5L);
        int began = place == 1 ? 0 : 40 + 3 * place;
        return new Cohort(
                from,
                from.plusDays(6),
                began,
                IntStream.rangeClosed(1, 16)
                        .mapToObj(step -> Math.max(0, began - step * (1 + place / 2) - (step > 7 ? 4 : 0)))
                        .toList());
    }

    private FiguresScreen screen(boolean oversees, boolean works) {
        return fx(() -> new FiguresScreen(context, new FileSaving(() -> null), oversees, works));
    }

    @Test
    void a_supervisor_looks_at_the_week_of_all_offices_goes_back_narrows_and_turns_to_the_own_figures() {
        FiguresScreen screen = screen(true, true);
        show((Parent) fx(screen::node), 980, 700);
        fxRun(screen::shown);
        fxRun(() -> node("figures-before", Button.class).fire());
        fxRun(() -> node("office-lux", ToggleButton.class).fire());
        fxRun(() -> node("period-month", ToggleButton.class).fire());
        fxRun(() -> node("whose-own", ToggleButton.class).fire());
        assertThat(asked)
                .containsExactly(
                        "offices 2026-11-23 2026-11-29 null WEEK",
                        "offices 2026-11-16 2026-11-22 null WEEK",
                        "offices 2026-11-16 2026-11-22 LUX WEEK",
                        "offices 2026-11-01 2026-11-30 LUX MONTH",
                        "own 2026-11-01 2026-11-30");
        assertThat(fx(() -> node("figures-after", Button.class).isDisabled())).isTrue();
        fxRun(screen::close);
    }

    @Test
    void an_agent_sees_the_own_figures_and_is_offered_nobody_else_s() {
        FiguresScreen screen = screen(false, true);
        show((Parent) fx(screen::node), 980, 700);
        fxRun(screen::shown);
        assertThat(asked).containsExactly("own 2026-11-23 2026-11-29");
        assertThat(fx(() -> screen.node().lookup("#whose-offices"))).isNull();
        assertThat(fx(() -> screen.node().lookup("#office-all"))).isNull();
        assertThat(fx(() -> screen.node().lookup("#figure-funnel"))).isNull();
        fxRun(screen::close);
    }

    @Test
    void behind_each_chart_is_its_table_which_can_be_copied() {
        FiguresScreen screen = screen(true, false);
        show((Parent) fx(screen::node), 980, 700);
        fxRun(screen::shown);
        fxRun(() -> node("turn-times", Button.class).fire());
        assertThat(fx(() -> node("table-times", TableView.class).getItems().size()))
                .isEqualTo(2);
        fxRun(() -> node("copy-times", Button.class).fire());
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("""
                        Steps\tPeople\thalf within\tnine of ten within
                        3 → 6\t40\t90 min\t25 h
                        14 → 15\t22\t4 days\t10 days
                        """);
        fxRun(screen::close);
    }

    @Test
    void those_who_began_in_six_weeks_are_laid_side_by_side() {
        FiguresScreen screen = screen(true, false);
        show((Parent) fx(screen::node), 980, 700);
        fxRun(screen::shown);
        fxRun(() -> node("copy-cohorts", Button.class).fire());
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString()).lines().limit(3))
                .containsExactly(
                        "Step\tweek of 19 Oct\tweek of 26 Oct\tweek of 2 Nov\tweek of 9 Nov\tweek of 16 Nov\tweek of 23 Nov",
                        "began\t40\t0\t46\t49\t52\t55",
                        "Step 1\t39\t0\t44\t47\t49\t52");
        LineChart<?, ?> chart =
                fx(() -> (LineChart<?, ?>) node("figure-cohorts", Node.class).lookup(".chart"));
        assertThat(fx(() -> chart.getData().getLast().getData().get(1).getYValue()))
                .as("percent of those who began")
                .isEqualTo(100.0 * 52 / 55);
        assertThat(fx(() -> chart.getData().get(1).getData()))
                .as("nobody began")
                .isEmpty();
        fxRun(() -> node("turn-cohorts", Button.class).fire());
        assertThat(fx(() -> node("table-cohorts", TableView.class).getItems().size()))
                .isEqualTo(17);
        fxRun(screen::close);
    }

    @Test
    void a_table_that_is_saved_has_no_formula() {
        FigureTable table = new FigureTable(
                "x",
                "X",
                "",
                List.of("what"),
                List.of(new FigureTable.Row(List.of("=1+\"1\""), "", List.of())),
                List.of());
        assertThat(table.csv()).isEqualTo("\"what\"\r\n\"'=1+\"\"1\"\"\"\r\n");
    }

    @Test
    void the_screen_is_drawn_for_people_to_look_at() {
        fxRun(() -> {
            picture(Appearance.LIGHT, Language.FRENCH, 960, 700, 0, "figures-light");
            picture(Appearance.DARK, Language.ENGLISH, 1280, 800, 0.6, "figures-dark");
            picture(Appearance.LIGHT, Language.FRENCH, 960, 700, 0.65, "figures-cohorts-light");
            picture(Appearance.DARK, Language.ENGLISH, 1280, 800, 0.72, "figures-cohorts-dark");
        });
    }

    private void picture(
            Appearance appearance, Language spoken, double width, double height, double down, String name) {
        theme().appearance().set(appearance);
        language.set(spoken);
        FiguresScreen screen = new FiguresScreen(context, new FileSaving(() -> null), true, true);
        screen.shown();
        Node cards = screen.node().lookup(".scroll-pane");
        if (cards instanceof ScrollPane pane) {
            pane.setVvalue(down);
        }
        Pictures.take((Parent) screen.node(), width, height, theme(), name);
        screen.close();
    }
}

package eu.guichet.desktop.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.TextColumn;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.CopiedText;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One figure as a chart, with the table behind it: to be looked at, copied and saved. */
final class FigureCard extends VBox {
    private static final double AXES = 70;
    private static final double LEGEND = 40;
    private static final double BAR = 26;
    private static final double LINES = 360;
    private static final double ALL = 100;
    /** So much room above, that the marks there are whole and the label of all is read. */
    private static final double MARK = 10;

    private static final double HEAD = 44;
    private static final double ROW = 38;

    private final FigureTable figure;
    private final Texts texts;
    private final Tasks tasks;
    private final Saving saving;
    private final StackPane body = new StackPane();
    private final Label said = FlowCard.sentence("");
    private final Button turn;
    private boolean asTable;

    FigureCard(FigureTable figure, Texts texts, Tasks tasks, Saving saving) {
        this.figure = figure;
        this.texts = texts;
        this.tasks = tasks;
        this.saving = saving;
        setId("figure-" + figure.id());
        getStyleClass().addAll("card", "figure");
        setSpacing(8);
        Label title = new Label(figure.title());
        title.getStyleClass().addAll("heading", "wrap");
        title.setWrapText(true);
        Label note = FlowCard.sentence(figure.note());
        note.getStyleClass().addAll("small", "soft");
        turn = FlowCard.button("turn-" + figure.id(), "", this::turn);
        getChildren().setAll(title, note, body);
        if (figure.rows().isEmpty()) {
            body.getChildren().setAll(FlowCard.sentence(texts.get("none")));
            return;
        }
        Button copy = FlowCard.button("copy-" + figure.id(), texts.get("copy"), this::copy);
        Button csv = FlowCard.button("csv-" + figure.id(), texts.get("csv"), this::save);
        for (Button button : List.of(turn, copy, csv)) {
            button.setAccessibleText(figure.title() + ", " + button.getText());
        }
        getChildren().addAll(new FlowPane(8, 8, turn, copy, csv), said);
        said.setManaged(false);
        draw();
    }

    private void turn() {
        asTable = !asTable;
        draw();
    }

    private void draw() {
        turn.setText(texts.get(asTable ? "chart" : "table"));
        turn.setAccessibleText(figure.title() + ", " + turn.getText());
        body.getChildren()
                .setAll(
                        asTable
                                ? table()
                                : switch (figure.drawn()) {
                                    case BARS -> bars();
                                    case LINES -> lines();
                                });
    }

    private Node lines() {
        CategoryAxis names = new CategoryAxis();
        NumberAxis percent = new NumberAxis(0, ALL + MARK, ALL / 5);
        percent.setMinorTickVisible(false);
        percent.setTickLabelFormatter(new WholeNumbers(ALL));
        LineChart<String, Number> chart = new LineChart<>(names, percent);
        chart.setAnimated(false);
        chart.setVerticalGridLinesVisible(false);
        for (int i = 0; i < figure.series().size(); i++) {
            int place = i;
            XYChart.Series<String, Number> series = new XYChart.Series<>();
            series.setName(figure.series().get(place));
            // of nobody there is no part
            if (figure.rows().stream().anyMatch(row -> row.values().get(place) > 0)) {
                figure.rows()
                        .forEach(row -> series.getData()
                                .add(new XYChart.Data<>(
                                        row.label(), row.values().get(place))));
            }
            chart.getData().add(series);
        }
        chart.setMinHeight(LINES);
        chart.setPrefHeight(LINES);
        chart.setAccessibleText(figure.title() + ". " + figure.note());
        return chart;
    }

    private Node bars() {
        NumberAxis along = new NumberAxis();
        along.setForceZeroInRange(true);
        along.setMinorTickVisible(false);
        along.setTickLabelFormatter(new WholeNumbers());
        CategoryAxis names = new CategoryAxis();
        BarChart<Number, String> chart = new BarChart<>(along, names);
        chart.setAnimated(false);
        chart.setLegendVisible(figure.series().size() > 1);
        chart.setVerticalGridLinesVisible(false);
        chart.setBarGap(1);
        chart.setCategoryGap(8);
        for (int i = 0; i < figure.series().size(); i++) {
            chart.getData().add(series(i));
        }
        double height = AXES
                + (figure.series().size() > 1 ? LEGEND : 0)
                + BAR * figure.rows().size() * (figure.series().size() > 1 ? 1.3 : 1);
        chart.setMinHeight(height);
        chart.setPrefHeight(height);
        chart.setAccessibleText(figure.title() + ". " + figure.note());
        return chart;
    }

    /** Bars are drawn from below: the first row comes last. */
    private XYChart.Series<Number, String> series(int place) {
        XYChart.Series<Number, String> series = new XYChart.Series<>();
        series.setName(figure.series().get(place));
        for (FigureTable.Row row : figure.rows().reversed()) {
            series.getData().add(new XYChart.Data<>(row.values().get(place), row.label()));
        }
        return series;
    }

    private Node table() {
        TableView<FigureTable.Row> table = new TableView<>();
        table.setId("table-" + figure.id());
        table.getStyleClass().add("text-table");
        table.setAccessibleText(figure.title());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        List<TextColumn<FigureTable.Row>> columns = new ArrayList<>();
        for (int i = 0; i < figure.columns().size(); i++) {
            int place = i;
            columns.add(
                    new TextColumn<>(figure.columns().get(i), row -> row.cells().get(place), i == 0 ? 220 : 120));
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(figure.rows());
        table.setMinHeight(HEAD + ROW * Math.min(figure.rows().size(), 8));
        table.setPrefHeight(HEAD + ROW * figure.rows().size());
        return table;
    }

    private void copy() {
        CopiedText.copy(figure.copied());
        say("copied");
    }

    private void save() {
        saving.choose("figures-" + figure.id() + ".csv")
                .ifPresent(where -> tasks.call(() -> {
                            try (SealedDocument document =
                                    new SealedDocument(figure.csv().getBytes(UTF_8))) {
                                return saving.write(where, document);
                            }
                        })
                        .onDone(written -> say(written ? "saved" : "not-saved"))
                        .start());
    }

    private void say(String key) {
        said.setText(texts.get(key));
        said.setManaged(true);
    }
}

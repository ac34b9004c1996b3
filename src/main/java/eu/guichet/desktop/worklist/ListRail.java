package eu.guichet.desktop.worklist;

import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.desktop.ui.Texts;
import java.util.Arrays;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The lists with their counts, as one stop of the Tab key: the arrows lead from one to the next, Enter or → into it. */
final class ListRail extends ListView<Worklist> {
    /** As many as a count has. */
    private static final String MOST_DIGITS = "999";
    /** Of the cell, of the rail, of the count and its gaps, and of the bar at the side. */
    private static final double AROUND = 24 + 16 + 16 + 16 + 14;

    private final WorklistModel model;
    private final ListWords words;
    private final Runnable enter;
    private boolean following;

    /** @param enter into the list that is chosen */
    ListRail(WorklistModel model, Texts texts, Runnable enter) {
        super(model.lists());
        this.model = model;
        this.enter = enter;
        words = new ListWords(texts);
        setId("worklists");
        getStyleClass().add("list-rail");
        accessibleTextProperty().bind(texts.bind("rail.name"));
        setCellFactory(_ -> new Cell());
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.list().subscribe(this::follow);
        // after the selection, which lets go of what it had when it hears of new lists
        model.lists().addListener((ListChangeListener<Worklist>)
                _ -> follow(model.list().get()));
        model.counts().subscribe(this::refresh);
        texts.language().subscribe(this::refresh);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.RIGHT) {
                enter.run();
                event.consume();
            }
        });
    }

    /**
     * The width at which no word of a list's name is broken.
     *
     * @param size of the text
     */
    double whole(double size) {
        Font font = Font.font("Inter Guichet SemiBold", size);
        WorklistCounts counts = model.counts().get();
        double word = model.lists().stream()
                .flatMap(list -> Arrays.stream(words.name(list, counts).split(" ")))
                .mapToDouble(part -> width(part, font))
                .max()
                .orElse(0);
        return Math.ceil(word + width(MOST_DIGITS, font)) + AROUND;
    }

    private static double width(String text, Font font) {
        Text drawn = new Text(text);
        drawn.setFont(font);
        return drawn.getLayoutBounds().getWidth();
    }

    private void chosen(@Nullable Worklist list) {
        if (list != null && !following) {
            model.choose(list);
        }
    }

    private static boolean urgent(Worklist list, @Nullable WorklistCounts counts) {
        boolean missed = list == Worklist.CALLBACKS && counts != null && counts.missed() > 0;
        return missed || list == Worklist.RECEIPT_OVERDUE || list == Worklist.LAPSING_SOON;
    }

    private void follow(Worklist list) {
        following = true;
        getSelectionModel().select(list);
        following = false;
    }

    private final class Cell extends ListCell<Worklist> {
        private final Label name = new Label();
        private final Label count = new Label();
        private final HBox line = new HBox(8);

        Cell() {
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            count.getStyleClass().add("badge");
            count.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getChildren().setAll(name, gap, count);
            line.setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    enter.run();
                }
            });
        }

        /** As high as the lines are that it has beside its count. */
        @Override
        protected double computePrefHeight(double width) {
            double whole = width < 0 ? getWidth() : width;
            return isEmpty() || whole <= 0
                    ? super.computePrefHeight(width)
                    : snappedTopInset()
                            + line.prefHeight(whole - snappedLeftInset() - snappedRightInset())
                            + snappedBottomInset();
        }

        @Override
        protected void updateItem(@Nullable Worklist list, boolean empty) {
            super.updateItem(list, empty);
            if (empty || list == null) {
                setId(null);
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            WorklistCounts counts = model.counts().get();
            int number = counts == null ? 0 : counts.of(list);
            setId("list-" + list.key());
            name.setText(words.name(list, counts));
            count.setId("count-" + list.key());
            count.setText(counts == null ? "" : String.valueOf(number));
            count.getStyleClass().removeAll("urgent", "none");
            if (number == 0) {
                count.getStyleClass().add("none");
            } else if (urgent(list, counts)) {
                count.getStyleClass().add("urgent");
            }
            setGraphic(line);
            setAccessibleText(words.spoken(list, counts));
        }
    }
}

package eu.guichet.desktop.search;

import eu.guichet.client.ClientException;
import eu.guichet.contract.SearchRow;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The field for the window's head and the results for its side: two parts over one model. */
public final class SearchView {
    private static final String BUNDLE = "eu.guichet.desktop.search.search";

    private final SearchModel model;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final SearchField field;
    private final ListView<SearchRow> list = new ListView<>();
    private final VBox results;

    /**
     * @param anyTexts of any bundle: the language is what counts
     * @param sentence says a failure in the agent's language
     * @param left run when Escape has cleared the field, to give the focus back
     */
    public SearchView(SearchModel model, Texts anyTexts, Function<ClientException, String> sentence, Runnable left) {
        this.model = model;
        this.texts = anyTexts.sibling(BUNDLE);
        this.sentence = sentence;
        field = new SearchField(model, texts, left);
        String sheet = Objects.requireNonNull(SearchView.class.getResource("search.css"))
                .toExternalForm();
        field.getStylesheets().add(sheet);
        results = new VBox(new ReasonBar(model, texts), body(), count());
        results.setId("results");
        results.getStyleClass().addAll("results", "surface");
        results.getStylesheets().add(sheet);
        texts.language().subscribe((before, now) -> model.search());
    }

    public TextField field() {
        return field;
    }

    public Region results() {
        return results;
    }

    /** Puts the focus in the field and marks what stands there, so that typing replaces it. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /** What the reason is called, in the language chosen now. */
    public ObservableStringValue name(OpeningReason reason) {
        return texts.bind(
                "reason.hint",
                "reason",
                texts.bind(reason.key()),
                "key",
                reason.shortcut().getName());
    }

    /** Whether the key chooses a reason; then it is done. */
    public boolean pressed(KeyEvent event) {
        for (OpeningReason reason : OpeningReason.values()) {
            if (event.getCode() == reason.shortcut() && !event.isControlDown() && !event.isAltDown()) {
                model.reason().set(reason);
                return true;
            }
        }
        return false;
    }

    private StackPane body() {
        list.setId("result-list");
        list.accessibleTextProperty().bind(texts.bind("results.name"));
        list.setItems(model.rows());
        list.setCellFactory(view -> {
            ResultCell cell = new ResultCell(texts);
            cell.setOnMouseClicked(event -> {
                if (cell.getItem() != null) {
                    model.select(cell.getItem());
                    model.open();
                }
            });
            return cell;
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.open();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                field.requestFocus();
                event.consume();
            }
        });
        model.selected().subscribe(row -> {
            if (!Objects.equals(row, list.getSelectionModel().getSelectedItem())) {
                list.getSelectionModel().clearSelection();
                list.getSelectionModel().select(row);
                if (row != null) {
                    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
                }
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.select(row);
            }
        });
        list.visibleProperty().bind(model.state().isEqualTo(SearchModel.State.FOUND));
        StackPane body = new StackPane(
                list,
                idle(),
                notice(SearchModel.State.SEARCHING, Feather.SEARCH, null),
                notice(SearchModel.State.NOBODY, Feather.USER_X, texts.bind("nobody.text")),
                failed());
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private VBox idle() {
        Label today = new Label();
        today.setId("search-today");
        today.getStyleClass().addAll("soft", "wrap");
        today.textProperty().bind(texts.bind("idle.today", "contacts", model.closedToday()));
        today.visibleProperty().bind(model.closedToday().greaterThan(0));
        VBox box = notice(SearchModel.State.IDLE, Feather.USERS, texts.bind("idle.text"));
        box.getChildren().add(today);
        return box;
    }

    private VBox notice(SearchModel.State state, Feather icon, @Nullable ObservableStringValue more) {
        String name = Keys.kebab(state);
        Label title = new Label();
        title.getStyleClass().addAll("heading", "wrap");
        title.textProperty().bind(texts.bind(name + ".title"));
        VBox box = new VBox(Icons.of(icon, "large", "quiet"), title);
        if (more != null) {
            Label text = new Label();
            text.getStyleClass().addAll("soft", "wrap");
            text.textProperty().bind(more);
            box.getChildren().add(text);
        }
        box.setId("search-" + name);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().add("notice");
        if (state == SearchModel.State.SEARCHING) {
            // nothing flickers: the words come with the spinner
            box.visibleProperty()
                    .bind(model.state().isEqualTo(state).and(model.busy().spinning()));
        } else {
            box.visibleProperty().bind(model.state().isEqualTo(state));
        }
        return box;
    }

    private VBox failed() {
        VBox box = notice(
                SearchModel.State.FAILED,
                Feather.CLOUD_OFF,
                Bindings.createStringBinding(this::failure, model.failure(), texts.language()));
        Button again = new Button();
        again.setId("search-again");
        again.textProperty().bind(texts.bind("failed.again"));
        again.setGraphic(Icons.of(Feather.ROTATE_CW));
        again.setOnAction(event -> model.search());
        box.getChildren().add(again);
        return box;
    }

    private String failure() {
        ClientException failure = model.failure().get();
        return failure == null ? "" : sentence.apply(failure);
    }

    private Label count() {
        Label count = new Label();
        count.setId("result-count");
        count.getStyleClass().addAll("small", "quiet", "result-count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.rows().isEmpty() ? "" : counted(),
                        model.rows(),
                        model.more(),
                        model.leftOut(),
                        texts.language()));
        return count;
    }

    private String counted() {
        String count = texts.get(
                model.more().get() ? "count.more" : "count",
                "count",
                model.rows().size());
        String leftOut = model.leftOut().get();
        return leftOut.isEmpty() ? count : texts.get("left-out", "words", leftOut, "found", count);
    }
}

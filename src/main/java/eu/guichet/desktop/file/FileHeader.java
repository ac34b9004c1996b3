package eu.guichet.desktop.file;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.StatusIcons;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who, and in one sentence to be read from across the counter: where she stands. */
final class FileHeader extends VBox {
    private final Texts texts;
    private final Label name = new Label();
    /** Beside the name where the facts are scrolled away: it tells namesakes apart. */
    private final Label born = new Label();

    private final Label about = new Label();
    private final FlowPane facts = new FlowPane();
    private final Label colleague = new Label();
    private final Label step = new Label();
    private final Label standing = new Label();
    private final Label turn = new Label();
    private final HBox standingBar;
    private final VBox where;
    private final HBox top;
    private final LastMessage lastMessage;

    FileHeader(Texts texts, DateTimes moments) {
        this.texts = texts;
        this.lastMessage = new LastMessage(texts, moments);
        getStyleClass().add("file-header");
        name.setId("pensioner-name");
        name.getStyleClass().add("who-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add("who-about");
        facts.getStyleClass().add("who-facts");
        VBox who = new VBox(name);
        who.getStyleClass().add("who");
        who.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        colleague.getStyleClass().add("colleague");
        colleague.setId("colleague");
        colleague.setGraphic(Icons.of(Feather.USERS));
        colleague.setMinWidth(USE_PREF_SIZE);
        born.getStyleClass().add("who-born");
        born.setMinWidth(USE_PREF_SIZE);
        top = new HBox(who, born, colleague);
        top.getStyleClass().add("who-row");
        top.setAlignment(Pos.TOP_LEFT);

        step.getStyleClass().add("standing-step");
        standing.getStyleClass().add("standing");
        standing.setId("standing");
        standing.setWrapText(true);
        standing.setMinHeight(USE_PREF_SIZE);
        standing.setFocusTraversable(true);
        where = new VBox(step, standing, lastMessage);
        where.getStyleClass().add("standing-words");
        where.setMinWidth(0);
        HBox.setHgrow(where, Priority.ALWAYS);
        turn.getStyleClass().add("standing-turn");
        turn.setMinWidth(USE_PREF_SIZE);
        standingBar = new HBox(where, turn);
        standingBar.getStyleClass().add("standing-bar");
        standingBar.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(top, facts, standingBar);
        born.setVisible(false);
        born.setManaged(false);
        showColleague("");
    }

    /** How much of it stays above everything else; the rest is scrolled with the file's column. */
    enum Fixed {
        ALL,
        NAME_AND_STANDING,
        NAME
    }

    /** What is not kept here must be put elsewhere. */
    void keep(Fixed fixed) {
        boolean narrow = fixed == Fixed.NAME;
        born.setVisible(fixed != Fixed.ALL);
        born.setManaged(fixed != Fixed.ALL);
        switch (fixed) {
            case ALL -> getChildren().setAll(top, facts, standingBar);
            case NAME_AND_STANDING -> getChildren().setAll(top, standingBar);
            case NAME -> getChildren().setAll(top);
        }
        lastMessage.fold(narrow);
        where.getChildren().remove(turn);
        standingBar.getChildren().remove(turn);
        (narrow ? where : standingBar).getChildren().add(turn);
    }

    Node facts() {
        return facts;
    }

    Node standing() {
        return standingBar;
    }

    void readOut() {
        standing.requestFocus();
    }

    void show(PensionerFile file) {
        name.setText(file.name());
        born.setText(Integer.toString(file.birthYear()));
        FlowTexts words = new FlowTexts(texts);
        String languages = file.languages().stream().map(words::languageName).collect(Collectors.joining(", "));
        about.setText(texts.get(
                "who.about",
                "born",
                Integer.toString(file.birthYear()),
                "office",
                texts.get("office." + file.office().name()),
                "languages",
                languages));
        facts.getChildren()
                .setAll(
                        about,
                        fact(Feather.HASH, "who.number", file.pensionNumber()),
                        fact(Feather.MAIL, "who.email", file.email()),
                        fact(Feather.SMARTPHONE, "who.phone", file.phone()),
                        fact(Feather.MAP_PIN, "who.place", file.place()));
        step.setText(texts.get("standing.step", "step", file.step()));
        standing.setText(file.standing());
        standing.setAccessibleText(step.getText() + ". " + file.standing());
        turn.setText(texts.get("standing.turn." + file.turn().name()));
        turn.setGraphic(Icons.of(StatusIcons.icon(file.turn())));
    }

    /** @param timeline newest first */
    void showMessage(PensionerFile file, List<TimelineEntry> timeline, Instant now) {
        lastMessage.show(file, timeline, now);
    }

    /** In pixels: how large the agent wants text. */
    double fontSize() {
        return about.getFont().getSize();
    }

    void showColleague(@Nullable String other) {
        boolean present = other != null && !other.isEmpty();
        colleague.setVisible(present);
        colleague.setManaged(present);
        colleague.setText(other == null ? "" : texts.get("colleague", "name", other));
    }

    private Label fact(Feather icon, String key, @Nullable String value) {
        Label label = new Label(Objects.requireNonNullElseGet(value, () -> texts.get(key + ".none")), Icons.of(icon));
        label.getStyleClass().add("who-fact");
        if (value == null) {
            label.getStyleClass().add("missing");
        }
        label.setAccessibleRole(AccessibleRole.TEXT);
        label.setAccessibleText(texts.get(key) + ": " + label.getText());
        return label;
    }
}

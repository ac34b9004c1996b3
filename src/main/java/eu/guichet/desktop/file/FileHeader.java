package eu.guichet.desktop.file;

import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who: the name, what tells namesakes apart, what is on file; and beside it who else has the file open. */
final class FileHeader extends VBox {
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Texts texts;
    private final StatusBanner banner;
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label namesakes = new Label();
    private final WrapRow who = new WrapRow(12, 0, name, about);
    private final WrapRow facts = new WrapRow(16, 2);
    private final Label colleague = new Label();
    private LiveEvent.@Nullable AlsoOpen alsoOpen;
    private final HBox top = new HBox(who);

    FileHeader(Texts texts, StatusBanner banner) {
        this.texts = texts;
        this.banner = banner;
        getStyleClass().add("file-header");
        name.setId("pensioner-name");
        name.getStyleClass().add("who-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add("who-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        who.getStyleClass().add("who");
        who.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        namesakes.setId("namesakes");
        namesakes.getStyleClass().add("namesakes");
        namesakes.setGraphic(Icons.of(Feather.USERS));
        namesakes.setWrapText(true);
        namesakes.setMinHeight(USE_PREF_SIZE);
        facts.getStyleClass().add("who-facts");
        colleague.getStyleClass().add("colleague");
        colleague.setId("colleague");
        colleague.setGraphic(Icons.of(Feather.EYE));
        colleague.setMinWidth(USE_PREF_SIZE);
        colleague.managedProperty().bind(colleague.visibleProperty());
        top.getStyleClass().add("who-row");
        top.setAlignment(Pos.TOP_LEFT);
        showColleague(null, Instant.EPOCH);
        keep(Fixed.ALL);
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
        top.getChildren().remove(colleague);
        if (!narrow) {
            top.getChildren().add(colleague);
        }
        switch (fixed) {
            case ALL -> getChildren().setAll(top, facts, namesakes, banner);
            case NAME_AND_STANDING -> getChildren().setAll(top, namesakes, banner);
            case NAME -> getChildren().setAll(top, namesakes, colleague);
        }
        banner.fold(narrow);
        pseudoClassStateChanged(TIGHT, fixed != Fixed.ALL);
    }

    /** What is on file, masked, and whether the person is identified. */
    WrapRow facts() {
        return facts;
    }

    void show(PensionerFile file, Node identity) {
        name.setText(file.name());
        FlowTexts words = new FlowTexts(texts);
        String languages = file.languages().stream().map(words::languageName).collect(Collectors.joining(", "));
        about.setText(texts.get(
                "who.about",
                "born",
                words.born(file.birthYear()),
                "languages",
                languages,
                "office",
                texts.get("office." + file.office().name())));
        namesakes.setVisible(file.namesakes() > 0);
        namesakes.setManaged(file.namesakes() > 0);
        namesakes.setText(texts.get("who.namesakes", "people", file.namesakes() + 1, "place", file.place()));
        boolean here = identity.getParent() == null || facts.equals(identity.getParent());
        facts.getChildren()
                .setAll(
                        fact(Feather.HASH, "who.number", file.pensionNumber()),
                        fact(Feather.MAIL, "who.email", file.email()),
                        fact(Feather.SMARTPHONE, "who.phone", file.phone()),
                        fact(Feather.MAP_PIN, "who.place", file.place()));
        if (here) {
            facts.getChildren().add(identity);
        }
    }

    /** Has where she stands heard. */
    void readOut() {
        banner.readOut();
    }

    /** In pixels: how large the agent wants text. */
    double fontSize() {
        return about.getFont().getSize();
    }

    void showColleague(LiveEvent.@Nullable AlsoOpen other, Instant now) {
        alsoOpen = other;
        colleague.setVisible(other != null);
        tick(now);
    }

    /** Moves on for how long a colleague has had the file open. */
    void tick(Instant now) {
        LiveEvent.AlsoOpen other = alsoOpen;
        String words = other == null ? "" : words(other, now);
        if (!words.equals(colleague.getText())) {
            colleague.setText(words);
        }
    }

    private String words(LiveEvent.AlsoOpen other, Instant now) {
        OfficeCode office = other.office();
        Instant since = other.since();
        return office == null || since == null
                ? texts.get("colleague", "name", other.colleague())
                : texts.get(
                        "colleague.since",
                        "name",
                        other.colleague(),
                        "office",
                        texts.get("office." + office),
                        "minutes",
                        Math.max(0, Duration.between(since, now).toMinutes()));
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

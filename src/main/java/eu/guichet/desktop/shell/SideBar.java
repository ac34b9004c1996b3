package eu.guichet.desktop.shell;

import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.ScreenPart.Badge;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The screens at the window's side, each with what waits there; away where there is one screen only. */
final class SideBar extends VBox {
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");

    /** More has no room on a button, and tells no more. */
    private static final int MOST = 999;

    private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

    /** In heights of a name: in a window that is narrower for its text, the file needs the room of the names. */
    private static final double WIDE = 60;

    private final List<Label> names = new ArrayList<>();
    private final ScreenModel model;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
    private final Map<Screen, Label> badges = new EnumMap<>(Screen.class);

    SideBar(ScreenModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("side-bar");
        getStyleClass().addAll("side-bar", "surface");
        for (Screen screen : Screen.values()) {
            buttons.put(screen, button(screen));
        }
        sceneProperty().flatMap(Scene::widthProperty).subscribe(this::slim);
        names.getFirst().fontProperty().subscribe(this::slim);
        model.available().subscribe(this::arrange);
        model.chosen().subscribe(screen -> buttons.forEach((of, button) -> button.setSelected(of == screen)));
        arrange();
    }

    /** Shows how many things wait on a screen. */
    void mark(Screen screen, Badge badge) {
        Label label = badges.get(screen);
        ToggleButton button = buttons.get(screen);
        if (label == null || button == null) {
            return;
        }
        label.setText(badge.count() == 0 ? "" : badge.count() > MOST ? MOST + "+" : String.valueOf(badge.count()));
        label.setVisible(badge.count() > 0);
        label.pseudoClassStateChanged(URGENT, badge.urgent());
        speak(screen, button, badge.count());
    }

    private ToggleButton button(Screen screen) {
        Label name = new Label();
        name.textProperty().bind(texts.bind("screen." + Keys.kebab(screen)));
        names.add(name);
        Label badge = new Label();
        badge.setId("badge-" + Keys.kebab(screen));
        badge.getStyleClass().add("badge");
        badge.setVisible(false);
        badges.put(screen, badge);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        StackPane sign = new StackPane(Icons.of(screen.icon()), badge);
        sign.setMaxWidth(Region.USE_PREF_SIZE);
        VBox content = new VBox(4, sign, name);
        content.setAlignment(Pos.CENTER);
        ToggleButton button = new ToggleButton();
        button.setId("screen-" + Keys.kebab(screen));
        button.setGraphic(content);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("screen-button");
        speak(screen, button, 0);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.choose(screen);
        });
        return button;
    }

    private void speak(Screen screen, ToggleButton button, int count) {
        StringBinding name = texts.bind("screen." + Keys.kebab(screen));
        button.accessibleTextProperty().unbind();
        button.accessibleTextProperty()
                .bind(count == 0 ? name : texts.bind("screen.accessible", "screen", name, "count", count));
    }

    private void slim() {
        Scene scene = getScene();
        boolean slim = scene != null
                && scene.getWidth() < WIDE * names.getFirst().getFont().getSize();
        pseudoClassStateChanged(SLIM, slim);
        for (Label name : names) {
            name.setVisible(!slim);
            name.setManaged(!slim);
        }
    }

    private void arrange() {
        boolean several = model.available().size() > 1;
        setVisible(several);
        setManaged(several);
        getChildren().setAll(model.available().stream().map(buttons::get).toList());
    }
}

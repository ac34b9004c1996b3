package eu.guichet.desktop.act;

import eu.guichet.contract.OfficeCode;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** One of the offices. */
final class OfficeChoice extends VBox {
    private final Map<OfficeCode, RadioButton> choices = new EnumMap<>(OfficeCode.class);
    private final Label title = new Label();

    /**
     * @param id of the card
     * @param offered at least one
     * @param chosen at first
     */
    OfficeChoice(String id, Set<OfficeCode> offered, OfficeCode chosen) {
        super(8);
        ToggleGroup group = new ToggleGroup();
        title.getStyleClass().addAll("small", "soft");
        getChildren().add(title);
        for (OfficeCode office : OfficeCode.values()) {
            if (offered.contains(office)) {
                RadioButton choice = new RadioButton();
                choice.setId(id + "-" + Keys.kebab(office));
                choice.setToggleGroup(group);
                choice.setSelected(office == chosen);
                choices.put(office, choice);
                getChildren().add(choice);
            }
        }
    }

    /** Draws it in the language of these texts. */
    OfficeChoice in(Texts texts, String name) {
        title.setText(texts.get(name));
        choices.forEach((office, choice) -> {
            choice.setText(texts.get("office." + Keys.kebab(office)));
            choice.setAccessibleText(texts.get(name) + ", " + choice.getText());
        });
        return this;
    }

    /** Where the keyboard begins. */
    RadioButton first() {
        return choices.values().stream()
                .filter(RadioButton::isSelected)
                .findFirst()
                .orElseGet(() -> choices.values().iterator().next());
    }

    Optional<OfficeCode> chosen() {
        return choices.entrySet().stream()
                .filter(one -> one.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

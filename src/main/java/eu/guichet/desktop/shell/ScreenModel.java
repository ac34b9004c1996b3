package eu.guichet.desktop.shell;

import eu.guichet.contract.Role;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which screens there are for whoever sits here, and which one is shown. */
final class ScreenModel {
    private final ObservableList<Screen> available = FXCollections.observableArrayList(Screen.COUNTER);
    private final ReadOnlyObjectWrapper<Screen> chosen = new ReadOnlyObjectWrapper<>(Screen.COUNTER);

    /** Offers the screens of this role; the one that is shown stays where the role has it. */
    void offer(Role role) {
        List<Screen> screens = Screen.of(role);
        if (screens.isEmpty()) {
            return;
        }
        if (!available.equals(screens)) {
            available.setAll(screens);
        }
        if (!screens.contains(chosen.get())) {
            chosen.set(screens.getFirst());
        }
    }

    /** Does nothing for a screen that is not offered. */
    void choose(Screen screen) {
        if (available.contains(screen)) {
            chosen.set(screen);
        }
    }

    /** The screen at this place of the side bar, from 0. */
    boolean choose(int place) {
        if (place < 0 || place >= available.size()) {
            return false;
        }
        chosen.set(available.get(place));
        return true;
    }

    ObservableList<Screen> available() {
        return available;
    }

    ReadOnlyObjectProperty<Screen> chosen() {
        return chosen.getReadOnlyProperty();
    }
}

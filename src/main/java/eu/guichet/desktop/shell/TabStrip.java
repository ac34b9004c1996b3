package eu.guichet.desktop.shell;

import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The files that are held open, above the one that is shown; away while there is only one. */
final class TabStrip extends HBox {
    private final FileTabs tabs;
    private final Texts texts;
    private final List<Subscription> names = new ArrayList<>();
    private final Subscription subscriptions;

    TabStrip(FileTabs tabs, Texts texts) {
        this.tabs = tabs;
        this.texts = texts;
        setId("file-tabs");
        getStyleClass().add("file-tabs");
        setAlignment(Pos.CENTER_LEFT);
        subscriptions = Subscription.combine(
                tabs.all().subscribe(this::draw),
                tabs.current().subscribe((before, now) -> draw()),
                texts.language().subscribe((before, now) -> draw()));
        draw();
    }

    private void draw() {
        names.forEach(Subscription::unsubscribe);
        names.clear();
        getChildren().clear();
        boolean several = tabs.all().size() > 1;
        setManaged(several);
        if (!several) {
            resize(0, 0);
            return;
        }
        for (FileTab tab : tabs.all()) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().add("file-tab");
            button.setId("file-tab-" + (tabs.all().indexOf(tab) + 1));
            button.setSelected(tab.equals(tabs.current().get()));
            button.setMinWidth(0);
            button.setOnAction(event -> {
                button.setSelected(true);
                tabs.choose(tab);
            });
            names.add(tab.model().fileProperty().subscribe(file -> {
                button.setText(name(file));
                button.setAccessibleText(texts.get("tab.spoken", "name", name(file)));
            }));
            getChildren().add(button);
        }
    }

    private String name(@Nullable PensionerFile file) {
        return file == null
                ? texts.get("tab.empty")
                : texts.get("tab.file", "name", file.name(), "year", String.valueOf(file.birthYear()));
    }

    void release() {
        names.forEach(Subscription::unsubscribe);
        subscriptions.unsubscribe();
    }
}

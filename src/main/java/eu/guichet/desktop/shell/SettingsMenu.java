package eu.guichet.desktop.shell;

import eu.guichet.contract.Me;
import eu.guichet.contract.Role;
import eu.guichet.desktop.settings.MachineKey;
import eu.guichet.desktop.settings.MachineSettings;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Language, look and size of text, the list of shortcuts, and what is fixed for this machine. */
final class SettingsMenu extends MenuButton {
    /** What has no menu of its own here in which it would be seen to be fixed. */
    private static final Set<MachineKey> SAID_HERE =
            EnumSet.complementOf(EnumSet.of(MachineKey.LANGUAGE, MachineKey.APPEARANCE, MachineKey.TEXT_SIZE));

    SettingsMenu(
            Settings settings, Texts texts, Session session, ObservableValue<@Nullable Me> me, Runnable shortcuts) {
        setId("settings");
        getStyleClass().addAll("quiet", "settings-menu");
        setGraphic(Icons.of(Feather.SLIDERS));
        setMinWidth(USE_PREF_SIZE);
        accessibleTextProperty().bind(texts.bind("menu.settings.accessible"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(accessibleTextProperty());
        setTooltip(tip);
        MenuItem overview = new MenuItem();
        overview.setId("menu-shortcuts");
        overview.textProperty().bind(texts.bind("menu.shortcuts"));
        overview.setOnAction(event -> shortcuts.run());
        getItems()
                .addAll(
                        choice(
                                texts.bind("menu.language"),
                                settings.language(),
                                Language.values(),
                                language -> new SimpleStringProperty(language.ownName()),
                                fixed(settings, MachineKey.LANGUAGE, texts)),
                        choice(
                                texts.bind("menu.appearance"),
                                settings.appearance(),
                                Appearance.values(),
                                look -> texts.bind("menu.appearance." + Keys.kebab(look)),
                                fixed(settings, MachineKey.APPEARANCE, texts)),
                        choice(
                                texts.bind("menu.text"),
                                settings.textSize(),
                                TextSize.values(),
                                size -> texts.bind("menu.text." + Keys.kebab(size)),
                                fixed(settings, MachineKey.TEXT_SIZE, texts)),
                        new SeparatorMenuItem(),
                        overview);
        if (session.signsOut()) {
            MenuItem signOut = new MenuItem();
            signOut.setId("menu-sign-out");
            signOut.textProperty().bind(texts.bind("menu.sign-out"));
            signOut.setOnAction(event -> session.signOut());
            getItems().add(signOut);
        }
        if (!session.roles().isEmpty()) {
            getItems().add(3, roles(texts, session, me));
        }
        Set<MachineKey> told = EnumSet.copyOf(SAID_HERE);
        told.retainAll(settings.machine().fixed());
        if (!told.isEmpty()) {
            getItems().add(machine(settings.machine(), told, texts));
        }
    }

    /** What an administrator has fixed, to be read out on the phone; choosing it does nothing. */
    private static Menu machine(MachineSettings machine, Set<MachineKey> told, Texts texts) {
        Menu menu = new Menu();
        menu.setId("menu-machine");
        menu.textProperty().bind(texts.bind("menu.machine"));
        for (MachineKey key : told) {
            MenuItem item = new MenuItem();
            item.setId("menu-machine-" + Keys.kebab(key));
            item.textProperty().bind(texts.bind("menu.machine." + Keys.kebab(key), "value", machine.text(key)));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** The words for what cannot be chosen; null where it can. */
    private static @Nullable ObservableValue<String> fixed(Settings settings, MachineKey key, Texts texts) {
        return settings.machine().fixes(key) ? texts.bind("menu.fixed") : null;
    }

    private static Menu roles(Texts texts, Session session, ObservableValue<@Nullable Me> me) {
        Menu menu = new Menu();
        menu.setId("menu-work-as");
        menu.textProperty().bind(texts.bind("menu.work-as"));
        ToggleGroup group = new ToggleGroup();
        for (Role role : session.roles()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("menu-work-as-" + Keys.kebab(role));
            item.textProperty().bind(texts.bind("role." + Keys.kebab(role)));
            item.setToggleGroup(group);
            me.subscribe(now -> item.setSelected(now != null && now.role() == role));
            item.setOnAction(event -> session.workAs(role));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static <E extends Enum<E>> Menu choice(
            ObservableValue<String> name,
            Property<E> chosen,
            E[] values,
            Function<E, ObservableValue<String>> label,
            @Nullable ObservableValue<String> fixed) {
        Menu menu = new Menu();
        menu.textProperty().bind(name);
        if (fixed != null) {
            MenuItem why = new MenuItem();
            why.textProperty().bind(fixed);
            why.setGraphic(Icons.of(Feather.LOCK));
            menu.getItems().addAll(why, new SeparatorMenuItem());
        }
        ToggleGroup group = new ToggleGroup();
        for (E value : values) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("menu-" + Keys.kebab(value));
            item.textProperty().bind(label.apply(value));
            item.setToggleGroup(group);
            chosen.subscribe(now -> item.setSelected(now == value));
            item.setOnAction(event -> chosen.setValue(value));
            item.setDisable(fixed != null);
            menu.getItems().add(item);
        }
        return menu;
    }
}

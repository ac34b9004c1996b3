package eu.guichet.desktop.shell;

import eu.guichet.contract.Environment;
import eu.guichet.contract.Me;
import eu.guichet.contract.Office;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.Ticker;
import eu.guichet.text.Keys;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Search, office, agent, environment. Where it is narrow the office and the agent go below the field. */
final class Header extends VBox {
    /** Below so many times the size of text, one line is too short for all. */
    private static final double ONE_LINE = 84;

    private static final List<String> TONES = List.of("training", "warn", "quiet");

    private final ShellModel model;
    private final Texts texts;
    private final Ticker ticker;
    private final HBox first = new HBox();
    private final HBox second = new HBox();
    private final HBox people;
    private final Label officeName = new Label();
    private final DeskLine counter = new DeskLine();
    private final DeskLine phone = new DeskLine();
    private final Label agent = new Label();
    private final Label role = new Label();
    private final Label environment = new Label();

    Header(ShellModel model, Texts texts, Ticker ticker, Region search, Node... tools) {
        this.model = model;
        this.texts = texts;
        this.ticker = ticker;
        getStyleClass().addAll("head", "surface");
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(200);
        people = new HBox(office(), who());
        people.getStyleClass().add("people");
        people.setAlignment(Pos.CENTER_LEFT);
        environment.setId("environment");
        environment.getStyleClass().addAll("chip", "environment");
        environment.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        first.getChildren().addAll(search, gap, environment);
        first.getChildren().addAll(tools);
        first.getStyleClass().add("head-line");
        second.getStyleClass().addAll("head-line", "head-second");
        getChildren().add(first);
        widthProperty().subscribe(this::fold);
        agent.fontProperty().subscribe(this::fold);
        model.me().subscribe(this::showMe);
        model.office().subscribe(this::showHours);
        ticker.now().subscribe(this::showHours);
        showMe();
        showHours();
        texts.language().subscribe(() -> {
            showMe();
            showHours();
        });
    }

    private void fold() {
        boolean narrow = getWidth() < ONE_LINE * agent.getFont().getSize();
        boolean folded = second.getChildren().contains(people);
        // whoever types in the field goes on typing
        if (narrow && !folded) {
            KeptFocus.during(this, () -> {
                first.getChildren().remove(people);
                second.getChildren().setAll(people);
                getChildren().setAll(first, second);
            });
        } else if (!narrow && !first.getChildren().contains(people)) {
            KeptFocus.during(this, () -> {
                second.getChildren().clear();
                getChildren().setAll(first);
                first.getChildren().add(2, people);
            });
        }
    }

    private Node office() {
        officeName.setId("office-name");
        officeName.getStyleClass().add("strong");
        officeName.setMinWidth(USE_PREF_SIZE);
        counter.setId("office-counter");
        phone.setId("office-phone");
        VBox hours = new VBox(counter, phone);
        hours.setAlignment(Pos.CENTER_LEFT);
        for (Label label : List.of(counter, phone)) {
            label.getStyleClass().addAll("small", "soft", "hours");
            label.setMinWidth(USE_PREF_SIZE);
        }
        HBox office = new HBox(officeName, hours);
        office.setAlignment(Pos.CENTER_LEFT);
        office.getStyleClass().add("office");
        return office;
    }

    private Node who() {
        agent.setId("agent-name");
        agent.getStyleClass().add("strong");
        role.setId("agent-role");
        role.getStyleClass().addAll("small", "quiet");
        VBox who = new VBox(agent, role);
        who.setAlignment(Pos.CENTER_LEFT);
        who.setMinWidth(USE_PREF_SIZE);
        who.getStyleClass().add("agent");
        return who;
    }

    private void showMe() {
        Me me = model.me().get();
        people.setVisible(me != null);
        environment.setVisible(me != null);
        if (me == null) {
            return;
        }
        agent.setText(me.name());
        role.setText(texts.get("role." + Keys.kebab(me.role())));
        Environment where = me.environment();
        environment.setText(texts.get("environment." + Keys.kebab(where)));
        String tone = switch (where) {
            case TRAINING -> "training";
            case ACCEPTANCE -> "warn";
            case PRODUCTION -> "quiet";
        };
        environment.getStyleClass().removeAll(TONES);
        environment.getStyleClass().add(tone);
        Feather icon = switch (where) {
            case TRAINING -> Feather.BOOK_OPEN;
            case ACCEPTANCE -> Feather.CHECK_SQUARE;
            case PRODUCTION -> Feather.SHIELD;
        };
        environment.setGraphic(Icons.of(icon, tone));
    }

    private void showHours() {
        Office office = model.office().get();
        if (office == null) {
            return;
        }
        ZoneId zone = ZoneId.of(office.zone());
        officeName.setText(office.name());
        show(counter, "counter", office.counter(), zone);
        show(phone, "phone", office.phone(), zone);
    }

    private void show(DeskLine label, String desk, Office.@Nullable Desk hours, ZoneId zone) {
        label.setVisible(hours != null);
        label.setManaged(hours != null);
        if (hours != null) {
            label.setText(new OfficeHours(texts)
                    .sentence(desk, hours, zone, ticker.now().get()));
            label.mark(hours.open());
        }
    }

    /** Its words may change each second, its icon only with the hours. */
    private static final class DeskLine extends Label {
        private @Nullable Boolean marked;

        void mark(boolean open) {
            if (marked == null || marked != open) {
                marked = open;
                setGraphic(Icons.of(open ? Feather.CHECK_CIRCLE : Feather.MOON, open ? "done" : "quiet"));
            }
        }
    }
}

package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.ClosedDays;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeData;
import eu.guichet.contract.OfficeEntry;
import eu.guichet.contract.OfficeEntryRequest;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.OpeningSpan;
import eu.guichet.desktop.flow.DayField;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Dates;
import eu.guichet.text.Keys;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * One office: what holds now, what will, and for its own supervisors the form of what is to hold from a day on. What was typed stays
 * until it is written.
 */
final class OfficesView extends VBox {
    private static final int CLOSURE_LINES = 6;

    private final OfficesModel model;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final ComboBox<OfficeCode> office = new ComboBox<>();
    private final VBox holding = new VBox(6);
    private final VBox form = new VBox(8);
    private final VBox formPlace = new VBox();
    private final TextField place = line("office-place");
    private final TextField numbers = line("office-numbers");
    private final TextField directory = line("office-directory");
    private final WeekFields counter = new WeekFields("office-counter");
    private final WeekFields phone = new WeekFields("office-phone");
    private final TextArea closures = new TextArea();
    private final Label meanwhile = FlowCard.sentence("");
    private final Label said = FlowCard.sentence("");
    private final Button write;
    private final Button edit;
    private @Nullable DayField from;
    private boolean editing;
    private List<Object> filled = List.of();
    private String fault = "";

    OfficesView(OfficesModel model, ViewContext context, Function<ClientException, String> sentence) {
        this.model = model;
        this.texts = context.texts();
        this.sentence = sentence;
        setId("offices-card");
        setSpacing(12);
        getStyleClass().add("card");
        office.setId("office-choice");
        office.getItems().setAll(OfficeCode.values());
        office.setValue(model.code());
        office.setMaxWidth(Double.MAX_VALUE);
        office.valueProperty().subscribe(code -> {
            if (code != model.code()) {
                editing = false;
                model.choose(code);
            }
        });
        closures.setId("office-closures");
        closures.setPrefRowCount(CLOSURE_LINES);
        closures.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // a tab is none of the days, and leads on as it does everywhere
            if (event.getCode() == KeyCode.TAB) {
                (event.isShiftDown() ? directory : write()).requestFocus();
                event.consume();
            }
        });
        said.setId("office-said");
        meanwhile.setId("office-meanwhile");
        meanwhile.getStyleClass().add("danger");
        write = FlowCard.button("office-write", "", this::ask);
        write.disableProperty().bind(model.writing().state().map(now -> now == Writing.State.ASKING));
        edit = FlowCard.button("office-edit", "", this::edit);
        model.office().subscribe(this::known);
        model.writing().state().subscribe(this::came);
        model.writing().failure().subscribe(this::say);
        texts.language().subscribe(this::draw);
        draw();
    }

    private static TextField line(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= OfficeData.LONGEST_LINE ? change : null));
        return field;
    }

    /** What follows the last field. */
    private Button write() {
        return write;
    }

    private void draw() {
        Label title = new Label(texts.get("offices.title"));
        title.getStyleClass().addAll("heading", "wrap");
        title.setWrapText(true);
        office.setConverter(new Offices());
        office.setAccessibleText(texts.get("offices.office"));
        edit.setText(texts.get("offices.edit"));
        write.setText(texts.get("offices.write"));
        counter.in(texts.locale(), texts.get("offices.counter"));
        phone.in(texts.locale(), texts.get("offices.phone"));
        getChildren().setAll(title, office, holding, meanwhile, edit, formPlace, said);
        if (editing) {
            drawForm();
        }
        show();
        say();
    }

    /** A form in which nothing was typed begins with what is known now; in another one everything stays. */
    private void known() {
        OfficeRecord now = model.office().get();
        if (editing && now != null && model.isOther() && typed().equals(filled)) {
            LocalDate day = from == null ? null : from.getValue();
            model.begin();
            fill(now, day == null ? now.today() : day);
        }
        show();
    }

    private void show() {
        OfficeRecord known = model.office().get();
        List<Node> lines = new ArrayList<>();
        if (known != null) {
            office.setValue(known.office().code());
            Office now = known.office();
            Office.Desk desk = now.counter();
            lines.add(FlowCard.sentence(
                    desk == null
                            ? texts.get("offices.no-counter")
                            : texts.get("offices.counter.now", "place", desk.place(), "hours", desk.hours())));
            lines.add(FlowCard.sentence(texts.get(
                    "offices.phone.now",
                    "numbers",
                    String.join(", ", now.phoneNumbers()),
                    "hours",
                    now.phone().hours())));
            String closed = known.closures().stream().map(ClosedDaysText::of).collect(Collectors.joining(", "));
            lines.add(soft(
                    closed.isEmpty() ? texts.get("offices.no-closures") : texts.get("offices.closed", "when", closed)));
            known.entries().stream()
                    .filter(entry -> entry.from().isAfter(known.today()))
                    .map(entry -> soft(planned(entry, known.today())))
                    .forEach(lines::add);
            lines.add(soft(changed(known)));
        }
        holding.getChildren().setAll(lines);
        boolean may = known != null && known.mayEdit();
        office.setDisable(editing);
        edit.setVisible(may && !editing);
        edit.setManaged(may && !editing);
        List<VBox> formOrNone = may && editing ? List.of(form) : List.of();
        if (!formPlace.getChildren().equals(formOrNone)) {
            // put in anew, a form loses the focus of whoever types in it
            formPlace.getChildren().setAll(formOrNone);
        }
        formPlace.setVisible(may && editing);
        formPlace.setManaged(may && editing);
        sayMeanwhile(known);
    }

    /** What a colleague has written down since the form was filled; the own entry closes the form. */
    private void sayMeanwhile(@Nullable OfficeRecord known) {
        boolean quiet = model.writing().state().get() == Writing.State.NOT_YET;
        meanwhile.setText(
                editing && known != null && model.isOther() && quiet
                        ? texts.get(
                                "offices.meanwhile",
                                "by",
                                author(known.entries().getFirst()))
                        : "");
        meanwhile.setVisible(!meanwhile.getText().isEmpty());
        meanwhile.setManaged(meanwhile.isVisible());
    }

    private static Label soft(String text) {
        Label label = FlowCard.sentence(text);
        label.getStyleClass().addAll("small", "soft");
        return label;
    }

    private String planned(OfficeEntry entry, LocalDate today) {
        return texts.get(
                "offices.planned", "day", Dates.in(texts.locale()).definite(entry.from(), today), "by", author(entry));
    }

    /** A person is always told. */
    private static String author(OfficeEntry entry) {
        return Objects.requireNonNullElse(entry.by(), "");
    }

    private String changed(OfficeRecord known) {
        OfficeEntry now = known.entries().stream()
                .filter(OfficeEntry::inForce)
                .findFirst()
                .orElse(known.entries().getLast());
        return texts.get(
                "offices.by",
                "by",
                author(now),
                "day",
                Dates.in(texts.locale())
                        .definite(
                                now.writtenAt()
                                        .atZone(ZoneId.of(known.office().zone()))
                                        .toLocalDate(),
                                known.today()));
    }

    private void edit() {
        OfficeRecord known = model.office().get();
        if (known == null) {
            return;
        }
        editing = true;
        from = null;
        fault = "";
        model.begin();
        fill(known, known.today());
        drawForm();
        show();
        say();
        if (from != null) {
            from.requestFocus();
        }
    }

    /** With what is to hold on that day, as it is planned now. */
    private void fill(OfficeRecord known, LocalDate day) {
        // what was written last comes first, and of equals the first one is taken
        OfficeData then = known.entries().stream()
                .filter(entry -> !entry.from().isAfter(day))
                .max(Comparator.comparing(OfficeEntry::from))
                .orElse(known.entries().getLast())
                .data();
        place.setText(then.counterPlace() == null ? "" : then.counterPlace());
        numbers.setText(String.join(", ", then.phoneNumbers()));
        directory.setText(then.directory() == null ? "" : then.directory());
        counter.show(then.counterHours());
        phone.show(then.phoneHours());
        closures.setText(ClosedDaysText.of(known.closures()));
        filled = typed();
    }

    private List<Object> typed() {
        return List.of(
                place.getText(),
                numbers.getText(),
                directory.getText(),
                closures.getText(),
                counter.hours(),
                phone.hours());
    }

    /** Another day has other data to begin with, as long as nothing was typed. */
    private void begin(LocalDate day) {
        OfficeRecord known = model.office().get();
        if (known != null && typed().equals(filled)) {
            fill(known, day);
        }
    }

    private void drawForm() {
        OfficeRecord known = model.office().get();
        LocalDate today = known == null ? LocalDate.EPOCH : known.today();
        LocalDate chosen = from == null || from.getValue() == null ? today : from.getValue();
        DayField day = DayField.toCome("office-from", texts.get("offices.from"), chosen, () -> today);
        day.setMaxWidth(Double.MAX_VALUE);
        from = day;
        day.valueProperty().subscribe(now -> {
            if (now != null) {
                begin(now);
            }
        });
        Button leave = FlowCard.button("office-leave", texts.get("offices.leave"), () -> {
            editing = false;
            fault = "";
            show();
            say();
        });
        form.getChildren()
                .setAll(
                        FlowCard.field(texts.get("offices.from"), day),
                        FlowCard.field(texts.get("offices.place"), place),
                        FlowCard.field(texts.get("offices.counter"), counter),
                        FlowCard.field(texts.get("offices.numbers"), numbers),
                        FlowCard.field(texts.get("offices.phone"), phone),
                        FlowCard.field(texts.get("offices.directory"), directory),
                        FlowCard.field(texts.get("offices.closures"), closures),
                        write,
                        leave);
    }

    private void ask() {
        wanted().ifPresent(model::write);
        say();
    }

    /** Empty where something cannot be read; what it is, is said. */
    private Optional<OfficeEntryRequest> wanted() {
        fault = "";
        OfficeRecord known = model.office().get();
        LocalDate day = from == null ? null : from.getValue();
        Optional<List<OpeningSpan>> counterHours = counter.hours();
        Optional<List<OpeningSpan>> phoneHours = phone.hours();
        Optional<List<ClosedDays>> closed =
                known == null ? Optional.empty() : ClosedDaysText.read(closures.getText(), known.today());
        List<String> called = Arrays.stream(numbers.getText().split(","))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .toList();
        if (known == null || day == null || day.isBefore(known.today())) {
            fault = texts.get("offices.fault.from");
        } else if (counterHours.isEmpty() || phoneHours.isEmpty()) {
            fault = texts.get("offices.fault.hours");
        } else if (counterHours.get().isEmpty() != place.getText().isBlank()) {
            fault = texts.get("offices.fault.counter");
        } else if (phoneHours.get().isEmpty() || called.isEmpty()) {
            fault = texts.get("offices.fault.phone");
        } else if (closed.isEmpty()) {
            fault = texts.get("offices.fault.closures");
        } else if (closed.get().stream()
                .anyMatch(
                        days -> days.first().isBefore(day) && !known.closures().contains(days))) {
            fault = texts.get("offices.fault.early");
        } else {
            return Optional.of(new OfficeEntryRequest(
                    day,
                    new OfficeData(
                            written(place),
                            counterHours.get(),
                            phoneHours.get(),
                            called,
                            written(directory),
                            from(day, closed.get()))));
        }
        return Optional.empty();
    }

    /** What is over before the day from which it holds is no part of it. */
    private static List<ClosedDays> from(LocalDate day, List<ClosedDays> closed) {
        return closed.stream()
                .filter(days -> !days.last().isBefore(day))
                .map(days -> days.first().isBefore(day) ? new ClosedDays(day, days.last()) : days)
                .toList();
    }

    private static @Nullable String written(TextField field) {
        String text = field.getText().strip();
        return text.isEmpty() ? null : text;
    }

    private void came(Writing.State now) {
        if (now == Writing.State.DONE) {
            editing = false;
            from = null;
            show();
        }
        say();
    }

    private void say() {
        ClientException failed = model.writing().failure().get();
        String state = switch (model.writing().state().get()) {
            case NOT_YET, ASKING -> "";
            case DONE -> texts.get("offices.written");
            case UNSURE -> texts.get("offices.unsure");
        };
        said.setText(!fault.isEmpty() ? fault : failed != null ? sentence.apply(failed) : state);
        said.setManaged(!said.getText().isEmpty());
    }

    private final class Offices extends StringConverter<OfficeCode> {
        @Override
        public String toString(@Nullable OfficeCode shown) {
            return shown == null ? "" : texts.get("office." + Keys.kebab(shown));
        }

        @Override
        public @Nullable OfficeCode fromString(String typed) {
            return model.code();
        }
    }
}

package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.NoticeText;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import eu.guichet.typed.TypedTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The notices that hold, each to be ended, and the form of a new one. What was typed stays until it is written. */
final class NoticesView extends VBox {
    private static final List<String> LANGUAGES = List.of("fr", "en", "de", "it");

    private final NoticesModel model;
    private final ViewContext context;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final VBox holding = new VBox(8);
    private final ComboBox<NoticeTopic> topic = new ComboBox<>();
    private final TextField narrowed = new TextField();
    private final VBox narrowing = new VBox();
    private final Map<String, TextField> text = new LinkedHashMap<>();
    private final TextField since = new TextField();
    private final TextField hours = new TextField("4");
    private final CheckBox closes = new CheckBox();
    private final Label said = FlowCard.sentence("");
    private final Button write;
    private String fault = "";

    NoticesView(NoticesModel model, ViewContext context, Function<ClientException, String> sentence) {
        this.model = model;
        this.context = context;
        this.texts = context.texts();
        this.sentence = sentence;
        setId("notices-card");
        setSpacing(12);
        getStyleClass().add("card");
        topic.setId("notice-topic");
        topic.getItems().setAll(NoticeTopic.values());
        topic.setValue(NoticeTopic.SMS);
        topic.setMaxWidth(Double.MAX_VALUE);
        narrowed.setId("notice-narrowed");
        since.setId("notice-since");
        hours.setId("notice-hours");
        closes.setId("notice-closes");
        closes.setWrapText(true);
        said.setId("notice-said");
        for (String language : LANGUAGES) {
            TextField field = new TextField();
            field.setId("notice-text-" + language);
            field.setTextFormatter(new TextFormatter<>(
                    change -> change.getControlNewText().length() <= NoticeRequest.LONGEST_TEXT ? change : null));
            text.put(language, field);
        }
        write = FlowCard.button("notice-write", "", this::write);
        write.disableProperty().bind(model.writing().state().map(now -> now == Writing.State.ASKING));
        topic.valueProperty().subscribe(this::ask);
        model.holding().addListener((ListChangeListener<Notice>) change -> hold());
        model.writing().state().subscribe(this::came);
        model.writing().failure().subscribe(this::say);
        model.notices().failure().subscribe(this::say);
        texts.language().subscribe(this::draw);
        draw();
    }

    private void draw() {
        Label title = new Label(texts.get("notices.title"));
        title.getStyleClass().addAll("heading", "wrap");
        title.setWrapText(true);
        topic.setConverter(new Topics());
        topic.setAccessibleText(texts.get("notices.topic"));
        List<Node> parts = new ArrayList<>(List.of(title, holding, topic, narrowing));
        text.forEach((language, field) -> parts.add(FlowCard.field(texts.get("notices.text." + language), field)));
        since.setPromptText(texts.get("notices.since.prompt"));
        closes.setText(texts.get("notices.closes"));
        write.setText(texts.get("notices.write"));
        parts.addAll(List.of(
                FlowCard.field(texts.get("notices.since"), since),
                FlowCard.field(texts.get("notices.hours"), hours),
                closes,
                new FlowPane(8, 8, write),
                said));
        getChildren().setAll(parts);
        ask();
        hold();
        say();
    }

    /** What narrows a topic belongs to it alone. */
    private void ask() {
        NoticeTopic chosen = topic.getValue();
        boolean narrows = chosen == NoticeTopic.SMS || chosen == NoticeTopic.STEP;
        narrowing.setVisible(narrows);
        narrowing.setManaged(narrows);
        if (narrows) {
            boolean sms = chosen == NoticeTopic.SMS;
            narrowed.setPromptText(sms ? texts.get("notices.prefix.prompt") : "");
            narrowing
                    .getChildren()
                    .setAll(FlowCard.field(texts.get(sms ? "notices.prefix" : "notices.step"), narrowed));
        }
        boolean closable = chosen == NoticeTopic.SMS || chosen == NoticeTopic.EMAIL;
        closes.setVisible(closable);
        closes.setManaged(closable);
    }

    private void hold() {
        Instant now = context.clock().instant();
        NoticeText words = new NoticeText(texts, new DateTimes(texts.locale(), context.zone()));
        List<Node> rows = new ArrayList<>();
        for (Notice notice : model.holding()) {
            Button end =
                    FlowCard.button("notice-end-" + notice.id(), texts.get("notices.end"), () -> model.end(notice));
            end.setAccessibleText(texts.get("notices.end") + ": " + notice.text());
            rows.add(new VBox(4, FlowCard.sentence(words.sentence(notice, now)), end));
        }
        if (rows.isEmpty()) {
            Label none = FlowCard.sentence(texts.get("notices.none"));
            none.getStyleClass().add("soft");
            rows.add(none);
        }
        KeptFocus.redrawing(holding, () -> holding.getChildren().setAll(rows));
    }

    private void write() {
        Optional<NoticeRequest> wanted = wanted();
        if (wanted.isPresent()) {
            model.write(wanted.get());
        }
        say();
    }

    /** Empty where something cannot be read; what it is, is said. */
    private Optional<NoticeRequest> wanted() {
        fault = "";
        NoticeTopic chosen = topic.getValue();
        Map<String, String> written = new LinkedHashMap<>();
        text.forEach((language, field) -> {
            if (!field.getText().isBlank()) {
                written.put(language, field.getText().strip());
            }
        });
        String more = narrowed.getText().replaceAll("\\s", "");
        boolean ofStep = chosen == NoticeTopic.STEP;
        Optional<Instant> from = begun();
        if (written.isEmpty()) {
            fault = texts.get("notices.fault.text");
        } else if (from.isEmpty()) {
            fault = texts.get("notices.fault.since");
        } else if (!hours.getText().strip().matches("[1-9][0-9]{0,2}")) {
            fault = texts.get("notices.fault.hours");
        } else if (ofStep && !more.matches("[1-9]|1[0-6]")) {
            fault = texts.get("notices.fault.step");
        } else if (chosen == NoticeTopic.SMS && !more.matches("|\\+[1-9][0-9]{0,10}")) {
            fault = texts.get("notices.fault.prefix");
        } else {
            return Optional.of(new NoticeRequest(
                    chosen,
                    ofStep ? Integer.valueOf(more) : null,
                    chosen == NoticeTopic.SMS && !more.isEmpty() ? more : null,
                    written,
                    from.get(),
                    context.clock()
                            .instant()
                            .plus(Duration.ofHours(
                                    Long.parseLong(hours.getText().strip())))
                            .truncatedTo(ChronoUnit.MINUTES),
                    closes.isVisible() && closes.isSelected()));
        }
        return Optional.empty();
    }

    /** Today at the time that was typed; without one it begins now. */
    private Optional<Instant> begun() {
        Instant now = context.clock().instant();
        if (since.getText().isBlank()) {
            return Optional.of(now.truncatedTo(ChronoUnit.MINUTES));
        }
        LocalDate today = now.atZone(context.zone()).toLocalDate();
        Optional<LocalTime> typed = TypedTimes.parse(since.getText());
        return typed.map(time -> today.atTime(time).atZone(context.zone()).toInstant());
    }

    private void came(Writing.State now) {
        if (now == Writing.State.DONE) {
            text.values().forEach(TextField::clear);
            narrowed.clear();
            since.clear();
            closes.setSelected(false);
        }
        say();
    }

    private void say() {
        ClientException wrote = model.writing().failure().get();
        ClientException failed = wrote == null ? model.notices().failure().get() : wrote;
        String state = switch (model.writing().state().get()) {
            case NOT_YET, ASKING -> "";
            case DONE -> texts.get("notices.written");
            case UNSURE -> texts.get("notices.unsure");
        };
        said.setText(!fault.isEmpty() ? fault : failed != null ? sentence.apply(failed) : state);
        said.setManaged(!said.getText().isEmpty());
    }

    private final class Topics extends StringConverter<NoticeTopic> {
        @Override
        public String toString(@Nullable NoticeTopic shown) {
            return shown == null ? "" : texts.get("notices.topic." + Keys.kebab(shown));
        }

        @Override
        public NoticeTopic fromString(String typed) {
            return NoticeTopic.SMS;
        }
    }
}

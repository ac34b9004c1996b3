package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AuditEntry;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.RowsThatStay;
import eu.guichet.desktop.flow.TextColumn;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The audit trail: a table, and above it what it is narrowed by. A row narrows it further, by its person or its agent. */
final class TrailView extends VBox {
    private final TrailModel model;
    private final ViewContext context;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final Consumer<String> subject;
    private final TableView<AuditEntry> table = new TableView<>();
    private final StackPane body = new StackPane();
    private final FlowPane foot = new FlowPane(8, 8);

    /** @param subject is told of which person a file is to be made */
    TrailView(
            TrailModel model,
            ViewContext context,
            Function<ClientException, String> sentence,
            Consumer<String> subject) {
        this.model = model;
        this.context = context;
        this.texts = context.texts();
        this.sentence = sentence;
        this.subject = subject;
        setSpacing(12);
        table.setId("trail");
        table.getStyleClass().add("text-table");
        table.accessibleTextProperty().bind(texts.bind("trail.name"));
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(new TrailFilters(model, context), body, foot);
        var _ = new RowsThatStay<>(table, AuditEntry::sequence, this::drawFoot);
        model.next().subscribe(this::drawFoot);
        model.state().subscribe(this::drawBody);
        texts.language().subscribe(() -> {
            columns();
            drawBody();
            drawFoot();
        });
        columns();
        drawBody();
        drawFoot();
    }

    void focus() {
        table.requestFocus();
    }

    private void columns() {
        AuditWords words = new AuditWords(texts, new DateTimes(texts.locale(), context.zone()));
        Instant now = context.clock().instant();
        table.getColumns()
                .setAll(List.of(
                        new TextColumn<>(texts.get("column.when"), row -> words.when(row, now), 130),
                        new TextColumn<>(texts.get("column.who"), words::who, 240),
                        new TextColumn<>(texts.get("column.act"), words::act, 260),
                        new TextColumn<>(texts.get("column.reason"), words::reason, 180),
                        new TextColumn<>(texts.get("column.outcome"), words::outcome, 200)));
    }

    private void drawFoot() {
        List<AuditEntry> chosen = table.getSelectionModel().getSelectedItems();
        AuditEntry row = chosen.isEmpty() ? null : chosen.getFirst();
        foot.setAlignment(Pos.CENTER_LEFT);
        Optional<Node> had = KeptFocus.in(foot);
        fillFoot(row);
        had.map(button -> Objects.requireNonNullElse(foot.lookup("#" + button.getId()), table))
                .ifPresent(Node::requestFocus);
    }

    private void fillFoot(@Nullable AuditEntry row) {
        foot.getChildren().clear();
        if (row != null) {
            String person = row.pensionerId();
            if (person != null) {
                foot.getChildren()
                        .add(FlowCard.button("trail-person", texts.get("narrow.person"), () -> model.about(person)));
            }
            foot.getChildren()
                    .add(FlowCard.button(
                            "trail-agent",
                            texts.get("narrow.agent", "name", row.agentName()),
                            () -> model.by(row.agentId())));
            if (row.contactId() != null) {
                foot.getChildren()
                        .add(FlowCard.button(
                                "trail-contact", texts.get("narrow.contact"), () -> model.within(row.contactId())));
            }
            if (person != null) {
                foot.getChildren()
                        .add(FlowCard.button("trail-subject", texts.get("subject.make"), () -> subject.accept(person)));
            }
        }
        if (model.next().get() != null) {
            foot.getChildren().add(FlowCard.button("trail-more", texts.get("trail.more"), model::readMore));
        }
    }

    private void drawBody() {
        Node node = switch (model.state().get()) {
            case SHOWN -> table;
            case LOADING, EMPTY -> notice(Keys.kebab(model.state().get()), "");
            case FAILED -> {
                ClientException why = model.failure().get();
                VBox box = notice("failed", why == null ? "" : sentence.apply(why));
                box.getChildren().add(FlowCard.button("trail-again", texts.get("again"), model::read));
                yield box;
            }
        };
        body.getChildren().setAll(node);
    }

    private VBox notice(String key, String more) {
        Label title = new Label(texts.get("trail." + key));
        title.getStyleClass().addAll("heading", "wrap");
        VBox box = new VBox(8, title);
        if (!more.isEmpty()) {
            box.getChildren().add(FlowCard.sentence(more));
        }
        box.setId("trail-" + key);
        box.getStyleClass().add("card");
        return box;
    }
}

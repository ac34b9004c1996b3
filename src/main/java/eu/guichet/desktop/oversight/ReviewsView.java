package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What colleagues did that a supervisor is to look at afterwards; what is not in order is said in a sentence. */
final class ReviewsView extends ListCard<Review> {
    private static final int SHORTEST_NOTE = 3;
    private static final int LONGEST_NOTE = 300;

    private final ReviewsModel model;
    private final Consumer<String> contact;

    /** @param contact shows all that was done in the contact of this id */
    ReviewsView(
            ReviewsModel model,
            ViewContext context,
            Function<ClientException, String> sentence,
            Consumer<String> contact) {
        super("reviews", model.reviews(), context, sentence);
        this.model = model;
        this.contact = contact;
        model.judging().subscribe(this::draw);
        begin();
    }

    private DateTimes times() {
        return new DateTimes(texts.locale(), context.zone());
    }

    private AuditWords words() {
        return new AuditWords(texts, times());
    }

    @Override
    Node row(Review one) {
        VBox box = new VBox(4, what(one), whom(one), how(one), why(one));
        box.getChildren().add(one.equals(model.judging().get()) ? notInOrder(one) : buttons(one));
        box.getStyleClass().add("lock");
        return box;
    }

    private Label what(Review one) {
        Label label = FlowCard.sentence(words().whole(one.act(), one.outcome()));
        label.getStyleClass().add("strong");
        return label;
    }

    private Label whom(Review one) {
        return FlowCard.sentence(
                texts.get("reviews.whom", "name", one.name(), "year", String.valueOf(one.birthYear())));
    }

    private Label how(Review one) {
        Label label = FlowCard.sentence(texts.get(
                "reviews.how",
                "by",
                one.by(),
                "office",
                texts.get("office." + Keys.kebab(one.office())),
                "at",
                times().moment(one.at(), context.clock().instant())));
        label.getStyleClass().addAll("small", "soft");
        return label;
    }

    private Label why(Review one) {
        String reason = one.reason() == null ? texts.get("reviews.no-contact") : words().reason(one.reason());
        VerificationMethod method = one.verification();
        String identity =
                method == null ? texts.get("reviews.not-verified") : texts.get("outcome." + Keys.kebab(method));
        Label label = FlowCard.sentence(
                texts.get("reviews.why." + Keys.kebab(one.why()), "reason", reason, "identity", identity));
        label.getStyleClass().addAll("small", "soft");
        return label;
    }

    private FlowPane buttons(Review one) {
        Button good = FlowCard.button(
                "review-good", texts.get("reviews.good"), () -> model.judge(one, ReviewVerdict.inOrder()));
        good.setAccessibleText(texts.get("reviews.good.of", "whom", one.name()));
        Button bad = FlowCard.button("review-bad", texts.get("reviews.bad"), () -> model.begin(one));
        bad.setAccessibleText(texts.get("reviews.bad.of", "whom", one.name()));
        FlowPane row = new FlowPane(8, 8, good, bad);
        row.setPadding(new Insets(4, 0, 0, 0));
        String id = one.contactId();
        if (id != null) {
            Button all = FlowCard.button("review-contact", texts.get("reviews.contact"), () -> contact.accept(id));
            all.setAccessibleText(texts.get("reviews.contact.of", "whom", one.name()));
            row.getChildren().add(all);
        }
        return row;
    }

    private VBox notInOrder(Review one) {
        TextField note = new TextField();
        note.setId("review-note");
        Button record = FlowCard.button(
                "review-record",
                texts.get("reviews.record"),
                () -> model.judge(one, ReviewVerdict.notInOrder(note.getText().strip())));
        record.setDisable(true);
        note.textProperty().bindBidirectional(model.note());
        note.textProperty().subscribe(text -> {
            int length = text.strip().length();
            record.setDisable(length < SHORTEST_NOTE || length > LONGEST_NOTE);
        });
        Button cancel = FlowCard.button("review-cancel", texts.get("cancel"), model::leave);
        note.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                note.requestFocus();
            }
        });
        return new VBox(8, FlowCard.field(texts.get("reviews.note"), note), new HBox(8, record, cancel));
    }
}

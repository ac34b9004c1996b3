package eu.guichet.desktop.oversight;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is to be looked at afterwards, and what was found in one of them. Belongs to the FX thread. */
final class ReviewsModel {
    private final ViewContext context;
    private final SeenList<Review> reviews;
    private final ReadOnlyObjectWrapper<@Nullable Review> judging = new ReadOnlyObjectWrapper<>();
    /** What is wrong with it, as typed so far; it outlives the field. */
    private final StringProperty note = new SimpleStringProperty("");

    ReviewsModel(ViewContext context) {
        this.context = context;
        this.reviews = new SeenList<>(context, GuichetClient::reviews);
    }

    void read() {
        reviews.read();
    }

    /** What is wrong with this one is to be said. */
    void begin(Review review) {
        note.set("");
        reviews.failed(null);
        judging.set(review);
    }

    void leave() {
        judging.set(null);
    }

    void judge(Review review, ReviewVerdict found) {
        context.tasks()
                .call(() -> {
                    context.client().judge(review.id(), found);
                    return review;
                })
                .onDone(_ -> {
                    if (review.equals(judging.get())) {
                        judging.set(null);
                    }
                    reviews.rows().remove(review);
                    read();
                })
                .onFailure(reviews::readAfter)
                .start();
    }

    void close() {
        reviews.close();
    }

    SeenList<Review> reviews() {
        return reviews;
    }

    StringProperty note() {
        return note;
    }

    ReadOnlyObjectProperty<@Nullable Review> judging() {
        return judging.getReadOnlyProperty();
    }
}

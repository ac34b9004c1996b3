package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A card that lists what was read last: its title, what went wrong, and a row each, or that there is none. */
abstract class ListCard<T> extends VBox {
    final ViewContext context;
    final Texts texts;
    private final String name;
    private final SeenList<T> seen;
    private final List<T> drawn = new ArrayList<>();
    private final List<Node> shown = new ArrayList<>();
    /** What had the focus before a form took it. */
    private @Nullable String opener;

    private final Function<ClientException, String> sentence;

    /** @param name the card's id, under which its texts stand */
    ListCard(String name, SeenList<T> seen, ViewContext context, Function<ClientException, String> sentence) {
        this.name = name;
        this.seen = seen;
        this.context = context;
        this.texts = context.texts();
        this.sentence = sentence;
        setId(name);
        getStyleClass().addAll("card", "locks");
    }

    /** To be called once by whoever is made whole. */
    final void begin() {
        seen.rows().addListener((ListChangeListener<Object>) change -> draw());
        seen.failure().subscribe(this::draw);
        texts.language().subscribe(this::draw);
        draw();
    }

    /** All is made anew, so that the focus has to be put back where it was, or on what has come in its place. */
    final void draw() {
        Node had = KeptFocus.in(this).orElse(null);
        int place = placeOfFocus();
        if (had == null || place < 0) {
            fill();
            return;
        }
        T about = drawn.get(place);
        fill();
        if (!drawn.isEmpty()) {
            int again = drawn.indexOf(about);
            giveBack(shown.get(again < 0 ? Math.min(place, shown.size() - 1) : again), had.getId());
        }
    }

    private int placeOfFocus() {
        return IntStream.range(0, shown.size())
                .filter(i -> KeptFocus.in(shown.get(i)).isPresent())
                .findFirst()
                .orElse(-1);
    }

    private void giveBack(Node row, @Nullable String before) {
        if (KeptFocus.in(row).isPresent()) {
            // a form that has just been opened has taken it
            opener = before;
            return;
        }
        Node again = before == null ? null : row.lookup("#" + before);
        if (again == null && opener != null) {
            again = row.lookup("#" + opener);
        }
        if (again != null) {
            again.requestFocus();
        }
    }

    private void fill() {
        drawn.clear();
        shown.clear();
        Label title = new Label(texts.get(name + ".title"));
        title.getStyleClass().add("heading");
        getChildren().setAll(title);
        ClientException why = seen.failure().get();
        if (why != null) {
            Label failed = FlowCard.sentence(sentence.apply(why));
            failed.getStyleClass().add("danger");
            failed.setId(name + "-failed");
            getChildren().add(failed);
        }
        getChildren().addAll(above());
        if (why == null && seen.rows().isEmpty()) {
            Label none = FlowCard.sentence(texts.get(name + ".none"));
            none.getStyleClass().add("soft");
            getChildren().add(none);
        }
        for (T one : seen.rows()) {
            drawn.add(one);
            shown.add(row(one));
        }
        getChildren().addAll(shown);
    }

    /** What is said before the rows. */
    List<Node> above() {
        return List.of();
    }

    abstract Node row(T one);
}

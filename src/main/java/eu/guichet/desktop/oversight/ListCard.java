package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A card that lists what was read last: its title, what went wrong, and a row each, or that there is none. */
abstract class ListCard<T> extends VBox {
    final ViewContext context;
    final Texts texts;
    private final String name;
    private final SeenList<T> seen;
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

    final void draw() {
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
        seen.rows().forEach(one -> getChildren().add(row(one)));
    }

    /** What is said before the rows. */
    List<Node> above() {
        return List.of();
    }

    abstract Node row(T one);
}

package eu.guichet.desktop.training;

import eu.guichet.contract.TrainingWorld.Papers;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What she reads out or shows when she is asked who she is; whoever learns types it from here. */
final class PapersCard extends VBox {
    /** As an identity card shows it, in every language. */
    private static final DateTimeFormatter ON_CARD = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final Label name = value("name");
    private final Label birth = value("birth");
    private final Label number = value("number");
    private final Label postcode = value("postcode");

    PapersCard(Texts texts) {
        setId("training-papers");
        getStyleClass().addAll("card", "training-papers");
        Label title = new Label();
        title.textProperty().bind(texts.bind("papers.title"));
        title.setGraphic(Icons.of(Feather.CREDIT_CARD, "training"));
        title.getStyleClass().addAll("heading", "training-title");
        title.setWrapText(true);
        WrapRow row = new WrapRow(
                16,
                8,
                title,
                name,
                fact(texts, "papers.birth", birth),
                fact(texts, "papers.number", number),
                fact(texts, "papers.postcode", postcode));
        getChildren().add(row);
        forget();
    }

    void show(Papers papers) {
        name.setText(papers.name());
        birth.setText(ON_CARD.format(papers.birthDate()));
        number.setText(papers.pensionNumber());
        postcode.setText(papers.postcode());
    }

    void forget() {
        name.setText("");
        birth.setText("");
        number.setText("");
        postcode.setText("");
    }

    private static Label value(String what) {
        Label value = new Label();
        value.setId("training-papers-" + what);
        value.getStyleClass().add("strong");
        return value;
    }

    private static HBox fact(Texts texts, String key, Label value) {
        Label what = new Label();
        what.textProperty().bind(texts.bind(key));
        what.getStyleClass().add("soft");
        what.setLabelFor(value);
        HBox fact = new HBox(6, what, value);
        fact.setAlignment(Pos.BASELINE_LEFT);
        return fact;
    }
}

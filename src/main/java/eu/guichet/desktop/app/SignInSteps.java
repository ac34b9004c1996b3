package eu.guichet.desktop.app;

import eu.guichet.desktop.ui.CopiedText;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a person does who is to sign in in the browser: go there, or take the address there by hand, or leave it. */
final class SignInSteps extends VBox {
    private final Button copy = new Button();

    /** @param again whether a session was there and is over */
    SignInSteps(Texts texts, BrowserSignIn.Asked asked, boolean again, Runnable cancel) {
        setId("sign-in");
        setSpacing(8);
        Label sentence = new Label();
        sentence.setId("sign-in-sentence");
        sentence.getStyleClass().add("wrap");
        sentence.setWrapText(true);
        String what = asked.opened() ? again ? "again" : "browser" : "no-browser";
        sentence.textProperty().bind(texts.bind("sign-in." + what));
        TextField address = new TextField(asked.page().toString());
        address.setId("sign-in-address");
        address.setEditable(false);
        address.accessibleTextProperty().bind(texts.bind("sign-in.address"));
        address.setVisible(!asked.opened());
        address.setManaged(!asked.opened());
        copy.setId("sign-in-copy");
        copy.textProperty().bind(texts.bind("sign-in.copy"));
        copy.setGraphic(Icons.of(Feather.COPY));
        copy.setOnAction(event -> CopiedText.copy(asked.page().toString()));
        Button leave = new Button();
        leave.setId("sign-in-cancel");
        leave.getStyleClass().add("quiet");
        leave.textProperty().bind(texts.bind("sign-in.cancel"));
        leave.setOnAction(event -> cancel.run());
        HBox buttons = new HBox(8, copy, leave);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(sentence, address, buttons);
    }

    /** Where the next key goes: not to the button that gives it up. */
    void focus() {
        copy.requestFocus();
    }
}

package eu.guichet.desktop.tour;

import javafx.scene.input.KeyCode;

/** What is done at a desk again and again. */
final class Routine {
    private Routine() {}

    /** What she reads out from her papers; the training panel shows them. */
    record Papers(String pensionNumber, String birthDate, String postcode) {
        static Papers of(Hands hands) {
            hands.click("training-toggle");
            Papers papers = new Papers(
                    hands.read("training-papers-number"),
                    hands.read("training-papers-birth"),
                    hands.read("training-papers-postcode"));
            hands.click("training-toggle");
            return papers;
        }
    }

    /** Asks the three questions. */
    static void identify(Hands hands) {
        hands.await("verification-confirm");
        Papers papers = Papers.of(hands);
        hands.type("verification-pension-number", papers.pensionNumber());
        hands.type("verification-birth-date", papers.birthDate());
        hands.type("verification-postcode", papers.postcode());
        hands.click("verification-confirm");
    }

    /** Shows a list in which somebody is. */
    static void list(Hands hands, String list, String title) {
        hands.click("screen-worklists");
        hands.point("list-" + list);
        hands.awaitText("worklist-title", title);
        hands.await("worklist-open", node -> !node.isDisabled());
    }

    /** Opens the first who is found. */
    static void find(Hands hands, String name) {
        hands.click("screen-counter");
        hands.type("search-field", name);
        hands.awaitText("result-count", " ");
        // a key that moves says that the results were seen: an Enter right after the screen has changed would be held
        // back
        hands.press("search-field", KeyCode.HOME);
        hands.press("search-field", KeyCode.ENTER);
        hands.await("ladder");
    }
}

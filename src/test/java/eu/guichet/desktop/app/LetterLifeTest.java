package eu.guichet.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchRow;
import eu.guichet.contract.TrainingMove;
import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.contract.TrainingWorld.Papers;
import eu.guichet.desktop.ui.Keyboard;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.process.ItemNumber;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One letter's whole life in the window: what the post does is told by a scanner alone. */
class LetterLifeTest extends WholeWindowTest {
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private @Nullable SearchRow chosen;

    @Test
    void a_letter_is_printed_posted_returned_generated_anew_received_and_redeemed() {
        start();
        chosen = somebodyWhoWaitsForALetter();

        open();
        generate("letter-confirm");
        Letter first = newest();
        assertThat(first.state()).isEqualTo(LetterState.PRINTED);
        post(first, ItemNumber.of("RR", "99887701", "BE"));
        assertThat(newest().state()).isEqualTo(LetterState.POSTED);

        choose("tab-returned");
        scan(first.reference());
        until(() -> shown("return-unclaimed"));
        fxRun(() -> node("return-unclaimed", RadioButton.class).fire());
        fxRun(() -> node("return-record", ButtonBase.class).fire());
        await(() -> newest().state() == LetterState.RETURNED);

        press("Ctrl+1", KeyCode.DIGIT1, false, true, () -> shown("pensioner-name"));
        press("Ctrl+W", KeyCode.W, false, true, () -> !shown("pensioner-name"));
        open();
        generate("letter-confirm");
        Letter second = newest();
        assertThat(second.reference()).isNotEqualTo(first.reference());
        post(second, ItemNumber.of("RR", "99887702", "BE"));

        choose("tab-on-the-way");
        scan(second.reference());
        await(() -> newest().state() == LetterState.RECEIVED);

        client().move(person().id(), new TrainingMove(MoveKind.TYPE_CONFIRMATION_CODE));
        assertThat(row().state()).isEqualTo(EnrolmentState.CONFIRMED);
    }

    private SearchRow person() {
        return Objects.requireNonNull(chosen);
    }

    private SearchRow somebodyWhoWaitsForALetter() {
        return Stream.of("mu", "ma", "be", "ro", "la", "de", "pe", "an", "jo", "co", "va", "du")
                .flatMap(start -> client().search(new SearchRequest(start, 20)).rows().stream())
                .filter(row -> row.office() == OfficeCode.BRU && row.namesakes() == 0)
                .filter(row -> row.state() == EnrolmentState.ACCESS_REQUESTED)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody waits for a letter among the simulated people"));
    }

    private SearchRow row() {
        return client().search(new SearchRequest(person().name() + " " + person().birthYear(), 5)).rows().stream()
                .filter(found -> found.id().equals(person().id()))
                .findFirst()
                .orElseThrow();
    }

    private void open() {
        field("search-field", person().name() + " " + person().birthYear());
        until(() -> !text("result-count").isEmpty());
        enter(() -> text("pensioner-name").equals(person().name()));
    }

    private void generate(String confirm) {
        press("Ctrl+Enter", KeyCode.ENTER, false, true, () -> focused("verification-pension-number"));
        Papers papers = client().training(person().id()).papers();
        field("verification-pension-number", papers.pensionNumber());
        field("verification-birth-date", SAID.format(papers.birthDate()));
        field("verification-postcode", papers.postcode());
        fxRun(() -> node("verification-postcode", Node.class).requestFocus());
        enter(() -> shown(confirm));
        enter(() -> shown("letter-printed"));
        await(() -> newest().state() == LetterState.PRINTED);
    }

    private Letter newest() {
        return client().contacts().stream()
                .filter(contact -> contact.pensionerId().equals(person().id()))
                .map(contact -> client().open(contact).letters())
                .filter(letters -> !letters.isEmpty())
                .map(List::getFirst)
                .findFirst()
                .orElseThrow();
    }

    private void post(Letter letter, ItemNumber label) {
        press("Ctrl+3", KeyCode.DIGIT3, false, true, () -> shown("tab-to-post"));
        choose("tab-to-post");
        scan(letter.reference());
        awaitTitle("étiquette");
        scan(label.value());
        await(() -> newest().state() == LetterState.POSTED);
    }

    private void awaitTitle(String words) {
        try {
            until(() -> title().contains(words));
        } catch (AssertionError e) {
            fx(() -> Pictures.take(stage().getScene(), "letter-life-stopped-here"));
            throw e;
        }
    }

    private void choose(String tab) {
        until(() -> shown(tab));
        fxRun(() -> node(tab, ButtonBase.class).fire());
    }

    private String title() {
        return stage().getScene().lookup("#scan-title") instanceof Labeled title ? title.getText() : "";
    }

    /** As the hand needs a moment from one barcode to the next. */
    private void scan(String text) {
        look();
        fxRun(() -> new Keyboard(stage().getScene(), this::passes).scan(text));
    }
}

package eu.guichet.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchRow;
import eu.guichet.contract.TrainingWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * The calls that an office has most, answered in the whole window over the training backend, every key counted. The page
 * docs/calls.md is what is counted here; with {@code -Dcalls.write=true} it is written anew.
 */
class CallsTest extends WholeWindowTest {
    private static final Path PAGE = Path.of("docs", "calls.md");
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final List<String> STARTS = List.of(
            "mu", "ma", "be", "ro", "sc", "la", "de", "pe", "an", "jo", "co", "sa", "du", "ki", "gr", "ca", "ba");

    private final Set<String> taken = new HashSet<>();
    private final List<String> rows = new ArrayList<>();
    private String open = "";
    private long last;

    @Test
    void the_calls_of_an_office_are_answered_in_a_few_keys_and_the_page_says_which() throws IOException {
        start();

        find(row -> row.step() == 4 && row.standing().contains("n’a pas pu être remis"));
        act("HAND_OVER_TO_DIGIT", "handover-send");
        enter(() -> shown("handover-sent"));
        answered("The e-mail does not come", "message sent to DIGIT from the office's address");

        find(row -> row.step() == 8 && row.standing().startsWith("Doit entrer le code challenge"));
        propose("verification-pension-number");
        identify("resend-confirm");
        enter(() -> shown("resend-done"));
        answered("The SMS does not come", "sent again, to the number on file");

        find(CallsTest::received);
        assertThat(said()).contains("16").contains("9");
        answered("“I have a code, which one is it?”", "16 characters: on the letter; 9: the SMS before it");

        find(CallsTest::received);
        act("GENERATE_LETTER", "verification-pension-number");
        identify("cause-lost");
        replace("cause-lost");
        answered("The letter is lost", "replaced by another, printed");
        assertThat(last).isLessThanOrEqualTo(6);

        find(row -> row.step() == 15 && row.standing().startsWith("Attend la lettre, postée"));
        act("GENERATE_LETTER", "verification-pension-number");
        identify("cause-never-arrived");
        replace("cause-never-arrived");
        answered("Posted for weeks, and no letter", "days since posting read out; replaced, printed");
        assertThat(last).isLessThanOrEqualTo(6);

        find(row -> row.standing().startsWith("A entré un code erroné"));
        assertThat(fx(() -> text("standing"))).contains("il reste");
        answered("The code of the letter is refused", "tries left, read out");

        find(row -> row.standing().contains("code de la lettre n’est plus valable"));
        propose("verification-pension-number");
        identify("letter-confirm");
        enter(() -> shown("letter-printed"));
        answered("The code of the letter is too old", "another letter, printed");

        find(row -> row.standing().startsWith("Enregistrement confirmé"));
        answered("Nothing opens yet", "from tomorrow on, read out");

        find(row -> row.office() == OfficeCode.LUX);
        assertThat(fx(() -> text("right-office-quote"))).contains("Drosbach").contains("+352 4301 36100");
        answered("Another office’s pensioner", "the other office’s counter, hours and phone, read out");

        rows.add("| 10 | The password is forgotten | – | – | a later change: what EU Login itself offers |");
        compare();
    }

    private void compare() throws IOException {
        String page = Stream.concat(
                        Stream.of(
                                "# Calls, and the keys that answer them",
                                "",
                                "Counted by `CallsTest`, which plays them in the whole window over the training backend and fails when this page says",
                                "something else; `mvn -Pquick test -Dtest=CallsTest -Dcalls.write=true` writes it anew. The name that is typed into the",
                                "search is not counted. *d* are the three data points that the caller says, typed with Tab between them.",
                                "",
                                "| # | call | keys | which | solved by |",
                                "| --- | --- | --- | --- | --- |"),
                        rows.stream())
                .collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("calls.write")) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }
        assertThat(PAGE).usingCharset(StandardCharsets.UTF_8).hasContent(page);
    }

    private static boolean received(SearchRow row) {
        return row.step() == 16 && row.standing().startsWith("Lettre reçue");
    }

    /** Somebody without namesakes who stands so; name and year are typed, Enter opens the file. */
    private void find(Predicate<SearchRow> wanted) {
        SearchRow row = STARTS.stream()
                .flatMap(start -> client().search(new SearchRequest(start, 20)).rows().stream())
                .filter(one -> one.namesakes() == 0 && one.alerts().isEmpty() && !taken.contains(one.id()))
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody stands so among the simulated people"));
        taken.add(row.id());
        open = row.id();
        field("search-field", row.name() + " " + row.birthYear());
        until(() -> !text("result-count").isEmpty());
        enter(() -> text("pensioner-name").equals(row.name()));
    }

    /** Alt and the digit that stands on the act's button. */
    private void act(String action, String focus) {
        until(() -> shown("action-" + action));
        String hint = fx(() -> node("action-" + action, Node.class).getParent().lookupAll(".key-hint").stream()
                .map(found -> ((Labeled) found).getText())
                .findFirst()
                .orElseThrow());
        KeyCode digit = KeyCode.valueOf("DIGIT" + hint.charAt(hint.length() - 1));
        press(hint.replace(' ', '+'), digit, true, false, () -> focused(focus));
    }

    private void propose(String focus) {
        press("Ctrl+Enter", KeyCode.ENTER, false, true, () -> focused(focus));
    }

    /** The three data points, as they stand on the person's papers. */
    private void identify(String next) {
        TrainingWorld.Papers papers = client().training(open).papers();
        field("verification-pension-number", papers.pensionNumber());
        field("verification-birth-date", SAID.format(papers.birthDate()));
        field("verification-postcode", papers.postcode());
        fxRun(() -> node("verification-postcode", Node.class).requestFocus());
        keys.add("*d*");
        enter(() -> shown(next));
    }

    private void replace(String cause) {
        String hint = fx(() -> ((Labeled) node(cause, Node.class).getParent().lookup(".key-hint")).getText());
        press(
                hint,
                KeyCode.valueOf("DIGIT" + hint),
                false,
                false,
                () -> node(cause, RadioButton.class).isSelected());
        press("Alt+R", KeyCode.R, true, false, () -> shown("letter-printed"));
    }

    /** The file is closed again: Ctrl+W is the same after every call and not counted. */
    private void answered(String call, String how) {
        long pressed = keys.stream().filter(key -> !key.equals("*d*")).count();
        boolean typed = keys.contains("*d*");
        rows.add("| %d | %s | %d%s | %s | %s |"
                .formatted(rows.size() + 1, call, pressed, typed ? " + *d*" : "", String.join(" · ", keys), how));
        last = pressed;
        keys.clear();
        press("Ctrl+W", KeyCode.W, false, true, () -> focused("search-field"));
        keys.clear();
    }

    private String said() {
        until(() -> stage().getScene().lookup(".say-now") instanceof Parent);
        return fx(() -> ((Parent) stage().getScene().lookup(".say-now"))
                .lookupAll(".label").stream()
                        .map(found -> ((Labeled) found).getText())
                        .collect(Collectors.joining(" ")));
    }
}

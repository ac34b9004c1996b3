package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import eu.guichet.text.Dates;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.time.LocalDate;
import java.util.Locale;

/** What the posting list says, in the agent's language. */
final class PostingListTexts {
    private final TextBundle texts;

    private PostingListTexts(Locale language) {
        this.texts = TextBundle.of("eu.guichet.backend.letter.posting", language);
    }

    static PostingListTexts in(Locale wanted) {
        return new PostingListTexts(Languages.agent(wanted));
    }

    Locale language() {
        return texts.locale();
    }

    /** @see TextBundle#get */
    String text(String key, Object... namesAndValues) {
        return texts.get(key, namesAndValues);
    }

    String title(LocalDate day) {
        return text("title", "day", Dates.in(texts.locale()).dayAndYear(day));
    }

    String batch(LocalDate day, String name) {
        return text("stack.batch", "day", Dates.in(texts.locale()).dayAndYear(day), "batch", name);
    }

    String office(OfficeCode office) {
        return TextBundle.of("eu.guichet.backend.letter.letter", texts.locale()).get("office." + office + ".name");
    }
}

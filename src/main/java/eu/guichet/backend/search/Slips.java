package eu.guichet.backend.search;

import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One word in plain letters as it may be meant where a finger slipped: each way is looked for when it is first asked for, once. */
final class Slips {
    /** A slip in a word of fewer letters leaves nothing of it. */
    private static final int SHORTEST_MEANT = 4;

    private final String typed;
    private final KnownWords words;
    private @Nullable Query one;
    private KnownWords.@Nullable Far far;

    Slips(String typed, KnownWords words) {
        this.typed = typed;
        this.words = words;
    }

    /** A word of a name, with one slip. */
    Query one() {
        Query made = one;
        if (made == null) {
            int shortest = typed.length() <= SHORTEST_MEANT ? SHORTEST_MEANT : 0;
            made = named(words.oneSlip(typed).stream().filter(word -> word.length() >= shortest));
            one = made;
        }
        return made;
    }

    /** The beginning of a word of a name, with one slip. */
    Query beginning() {
        return named(far().beginning().stream());
    }

    /** A word of a name, with two slips. */
    Query two() {
        return named(far().twoSlips().stream());
    }

    private KnownWords.Far far() {
        KnownWords.Far made = far;
        if (made == null) {
            made = words.far(typed);
            far = made;
        }
        return made;
    }

    private static Query named(Stream<String> meant) {
        return new TermInSetQuery(NameDocument.NAME, meant.map(BytesRef::new).toList());
    }

    /** Both names run together, with one slip: nearly as many different words as there are people, so that the index walks. */
    Query whole() {
        return new NearTerms(new Term(NameDocument.WHOLE, typed));
    }
}

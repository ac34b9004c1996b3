package eu.guichet.backend.search;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Words in plain letters that differ by one slip from what was typed. Lucene's own query of this kind first looks whether its
 * automaton is simpler than it seems, and whether it ends, which takes longer than the search; for a slip both are known.
 */
final class NearTerms extends WalkedWords {
    private static final char LAST_LETTER = 'z';

    private final CompiledAutomaton accepted;

    NearTerms(Term typed) {
        super(typed);
        // plain letters are bytes: nothing has to be made of characters that no word has
        int[] letters = typed.text().codePoints().toArray();
        accepted = new CompiledAutomaton(
                new LevenshteinAutomata(letters, LAST_LETTER, true).toAutomaton(1), true, false, true);
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return accepted.getTermsEnum(terms);
    }
}

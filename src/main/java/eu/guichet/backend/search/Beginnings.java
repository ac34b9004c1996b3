package eu.guichet.backend.search;

import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Words that begin with what was typed, read one after the other. Lucene's own query of this kind makes an automaton of the
 * letters first, which takes longer than to read the words.
 */
final class Beginnings extends WalkedWords {
    Beginnings(Term typed) {
        super(typed);
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return new Following(terms.iterator(), typed.bytes());
    }

    private static final class Following extends FilteredTermsEnum {
        private final BytesRef beginning;

        Following(TermsEnum all, BytesRef beginning) {
            super(all);
            this.beginning = beginning;
            setInitialSeekTerm(beginning);
        }

        @Override
        protected AcceptStatus accept(BytesRef word) {
            return StringHelper.startsWith(word, beginning) ? AcceptStatus.YES : AcceptStatus.END;
        }
    }
}

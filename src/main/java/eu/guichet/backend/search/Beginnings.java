package eu.guichet.backend.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Words that begin with what was typed, read one after the other. Lucene's own query of this kind makes an automaton of the
 * letters first, which takes longer than to read the words.
 */
final class Beginnings extends MultiTermQuery {
    private final Term typed;

    Beginnings(Term typed) {
        super(typed.field(), CONSTANT_SCORE_BLENDED_REWRITE);
        this.typed = typed;
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

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String field) {
        return "Beginnings";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Beginnings beginnings && super.equals(other) && typed.equals(beginnings.typed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), typed);
    }
}

package eu.guichet.backend.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * Words that an automaton of bytes accepts. Lucene's own query of this kind first looks whether the automaton is simpler than it
 * seems, and whether it ends, which takes longer than the search; whoever makes one for a slip knows both.
 */
final class NearTerms extends MultiTermQuery {
    private final Term typed;
    private final Way way;
    private final CompiledAutomaton accepted;

    /** How a word may differ from what was typed. */
    enum Way {
        ONE_SLIP(true),
        TWO_SLIPS(true),
        BEGINNING(false);

        private final boolean ends;

        Way(boolean ends) {
            this.ends = ends;
        }
    }

    /** @param automaton deterministic; of this way about that word, and nothing else */
    NearTerms(Term typed, Way way, Automaton automaton) {
        super(typed.field(), CONSTANT_SCORE_BLENDED_REWRITE);
        this.typed = typed;
        this.way = way;
        this.accepted = new CompiledAutomaton(automaton, way.ends, false, true);
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return accepted.getTermsEnum(terms);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            accepted.visit(visitor, this, field);
        }
    }

    @Override
    public String toString(String field) {
        return "NearTerms[" + way + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NearTerms near && super.equals(other) && typed.equals(near.typed) && way == near.way;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), typed, way);
    }
}

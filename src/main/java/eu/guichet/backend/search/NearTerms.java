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
    private final CompiledAutomaton accepted;

    /** @param automaton deterministic; of words that differ by a slip from that one, and of nothing else */
    NearTerms(Term typed, Automaton automaton) {
        super(typed.field(), CONSTANT_SCORE_BLENDED_REWRITE);
        this.typed = typed;
        this.accepted = new CompiledAutomaton(automaton, true, false, true);
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
        return "NearTerms";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NearTerms near && super.equals(other) && typed.equals(near.typed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), typed);
    }
}

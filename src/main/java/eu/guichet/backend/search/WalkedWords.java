package eu.guichet.backend.search;

import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/** Words of one field that the index finds by walking through them from what was typed, in one way for each kind of query. */
abstract class WalkedWords extends MultiTermQuery {
    final Term typed;

    WalkedWords(Term typed) {
        super(typed.field(), CONSTANT_SCORE_BLENDED_REWRITE);
        this.typed = typed;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    /** Never prints what was typed. */
    @Override
    public String toString(String field) {
        return getClass().getSimpleName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WalkedWords words && super.equals(other) && typed.equals(words.typed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), typed);
    }
}

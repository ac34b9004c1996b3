package eu.guichet.backend.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Counts who has a name that sounds the same and was born in the same year. Each part of the index is gone through once. */
final class Namesakes {
    private Namesakes() {}

    /** How many others each of these has. */
    static Map<String, Integer> of(IndexSearcher searcher, Collection<NameRows.Row> rows) throws IOException {
        List<BytesRef> heard = rows.stream()
                .map(NameRows.Row::heard)
                .distinct()
                .sorted()
                .map(BytesRef::new)
                .toList();
        Map<String, Integer> people = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            add(leaf.reader(), heard, people);
        }
        return rows.stream()
                .collect(Collectors.toMap(
                        NameRows.Row::id, row -> people.getOrDefault(row.heard(), 1) - 1, (one, _) -> one));
    }

    private static void add(LeafReader part, List<BytesRef> heard, Map<String, Integer> people) throws IOException {
        Terms terms = part.terms(NameDocument.HEARD_WHOLE);
        if (terms == null) {
            return;
        }
        Bits living = part.getLiveDocs();
        TermsEnum known = terms.iterator();
        for (BytesRef one : heard) {
            if (known.seekExact(one)) {
                people.merge(one.utf8ToString(), living == null ? known.docFreq() : count(known, living), Integer::sum);
            }
        }
    }

    /** Without those of whom there is a later row. */
    private static int count(TermsEnum of, Bits living) throws IOException {
        PostingsEnum documents = of.postings(null, PostingsEnum.NONE);
        int count = 0;
        for (int next = documents.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = documents.nextDoc()) {
            if (living.get(next)) {
                count++;
            }
        }
        return count;
    }
}

package eu.guichet.backend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Rows of equal rank in the order in which an agent looks for somebody. */
final class NameRows {
    private final IndexSearcher searcher;

    NameRows(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * What decides between rows of one rank.
     *
     * @param written the words as typed, in small letters; who is written so comes first
     * @param office whose people come before those of others
     */
    record Preference(Set<String> written, String office) {
        Preference {
            written = Set.copyOf(written);
        }
    }

    /** @param heard how the whole name sounds, and the year of birth */
    record Row(String id, String heard, String office, String written, String sortedBy) {
        private long notWritten(Preference preferred) {
            return preferred.written().stream()
                    .filter(word -> !written.contains(word))
                    .count();
        }

        private boolean ofAnotherOffice(Preference preferred) {
            return !office.equals(preferred.office());
        }
    }

    private record Hit(float score, long notWritten, boolean ofAnotherOffice, Row row) {
        static final Comparator<Hit> BEST_FIRST = Comparator.<Hit>comparingDouble(hit -> -hit.score())
                .thenComparingLong(Hit::notWritten)
                .thenComparing(Hit::ofAnotherOffice)
                .thenComparing(hit -> hit.row().sortedBy());
    }

    /** Ids of the best of these, which come by score. */
    List<String> best(ScoreDoc[] hits, Preference preferred, int limit) throws IOException {
        List<Hit> rows = new ArrayList<>(hits.length);
        for (ScoreDoc hit : hits) {
            if (rows.size() >= limit && hit.score < hits[limit - 1].score) {
                break; // and so are all behind it
            }
            Row row = row(hit.doc);
            rows.add(new Hit(hit.score, row.notWritten(preferred), row.ofAnotherOffice(preferred), row));
        }
        return rows.stream()
                .sorted(Hit.BEST_FIRST)
                .limit(limit)
                .map(hit -> hit.row().id())
                .toList();
    }

    Row row(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(NameDocument.ROW);
        if (values == null || !values.advanceExact(document - leaf.docBase)) {
            throw new IOException("a person without a row in the index of names");
        }
        String[] parts = values.binaryValue().utf8ToString().split(NameDocument.SEPARATOR, -1);
        return new Row(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                parts[4] + NameDocument.SEPARATOR + parts[5] + NameDocument.SEPARATOR + parts[0]);
    }
}

package eu.guichet.backend.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
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
    record Row(String id, String heard, String office, String written, String sortedBy, boolean finished) {
        private static Row of(String kept) {
            String[] parts = kept.split(NameDocument.SEPARATOR, -1);
            return new Row(
                    parts[0],
                    parts[1],
                    parts[2],
                    parts[3],
                    parts[4] + NameDocument.SEPARATOR + parts[5] + NameDocument.SEPARATOR + parts[0],
                    parts[6].equals(NameDocument.FINISHED));
        }

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
                .thenComparing(hit -> hit.row().finished())
                .thenComparing(hit -> hit.row().sortedBy());
    }

    /** The best of these, which come by score. */
    List<Row> best(ScoreDoc[] hits, Preference preferred, int limit) throws IOException {
        ScoreDoc[] compared = Arrays.stream(hits)
                .takeWhile(hit -> hits.length <= limit || hit.score >= hits[limit - 1].score)
                .toArray(ScoreDoc[]::new);
        List<Row> rows = of(compared);
        return IntStream.range(0, compared.length)
                .mapToObj(i -> {
                    Row row = rows.get(i);
                    return new Hit(compared[i].score, row.notWritten(preferred), row.ofAnotherOffice(preferred), row);
                })
                .sorted(Hit.BEST_FIRST)
                .limit(limit)
                .map(Hit::row)
                .toList();
    }

    /** Those of these people, in their order. They are read in that of the index, which is the way it is read fast. */
    List<Row> of(ScoreDoc[] people) throws IOException {
        Integer[] byPlace = IntStream.range(0, people.length).boxed().toArray(Integer[]::new);
        Arrays.sort(byPlace, Comparator.comparingInt(one -> people[one].doc));
        Row[] rows = new Row[people.length];
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = null;
        BinaryDocValues values = DocValues.emptyBinary();
        for (int one : byPlace) {
            int document = people[one].doc;
            LeafReaderContext its = leaves.get(ReaderUtil.subIndex(document, leaves));
            if (its != leaf) {
                leaf = its;
                values = DocValues.getBinary(its.reader(), NameDocument.ROW);
            }
            if (!values.advanceExact(document - its.docBase)) {
                throw new IOException("a person without a row in the index of names");
            }
            rows[one] = Row.of(values.binaryValue().utf8ToString());
        }
        return List.of(rows);
    }
}

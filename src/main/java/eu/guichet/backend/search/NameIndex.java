package eu.guichet.backend.search;

import eu.guichet.backend.store.Pensioners.NamedPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Everybody's names in an index of Lucene. Whoever was put is found after {@link #show}. Safe for many readers beside one
 * writer; a reader never waits for the writer.
 */
final class NameIndex implements AutoCloseable {
    /** So many of the best are compared by how they are written and called; more are never shown. */
    private static final int COMPARED = 200;

    /** With fewer good rows than these, more is forgiven, which costs more. */
    private static final int ENOUGH = 5;

    private static final double WRITER_MEGABYTES = 32;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    NameIndex() {
        this(new ByteBuffersDirectory());
    }

    NameIndex(Directory directory) {
        this.directory = directory;
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(WRITER_MEGABYTES));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Who was found.
     *
     * @param ids best first
     * @param leftOut words that nobody has and without which these were found
     */
    record Found(List<String> ids, List<String> leftOut) {
        static final Found NOBODY = new Found(List.of(), List.of());

        Found {
            ids = List.copyOf(ids);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** What is done with one state of the index. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    /** Adds these people, or gives them what is on file now. */
    void put(List<NamedPerson> people) {
        try {
            boolean first = writer.getDocStats().maxDoc == 0;
            List<Document> documents = people.stream().map(NameDocument::of).toList();
            if (first) {
                writer.addDocuments(documents);
            } else {
                for (int i = 0; i < documents.size(); i++) {
                    writer.updateDocument(
                            new Term(NameDocument.ID, people.get(i).id()), documents.get(i));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From here on searches see whoever was put. */
    void show() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many people there are. */
    int size() {
        return read(searcher -> searcher.getIndexReader().numDocs());
    }

    /** How many others have a name that sounds like this person's and were born in the same year; 0 for nobody. */
    int namesakes(String id) {
        return read(searcher -> {
            TopDocs her = searcher.search(new TermQuery(new Term(NameDocument.ID, id)), 1);
            if (her.scoreDocs.length == 0) {
                return 0;
            }
            String heard = new NameRows(searcher).row(her.scoreDocs[0].doc).heard();
            return searcher.count(new TermQuery(new Term(NameDocument.HEARD_WHOLE, heard))) - 1;
        });
    }

    /** At most {@code limit}, best first. */
    Found find(NameQuery asked, NameRows.Preference preferred, int limit) {
        return read(searcher -> {
            if (asked.words().isEmpty()) {
                return Found.NOBODY;
            }
            Optional<List<String>> all = Optional.empty();
            for (NameMatch.Ear ear : NameMatch.Ear.values()) {
                if (all.map(List::size).orElse(0) < ENOUGH) {
                    all = best(searcher, NameMatch.query(asked, ear), preferred, limit);
                }
            }
            if (all.isPresent()) {
                return new Found(all.get(), List.of());
            }
            return withoutUnknown(searcher, asked, preferred, limit);
        });
    }

    private static Found withoutUnknown(
            IndexSearcher searcher, NameQuery asked, NameRows.Preference preferred, int limit) throws IOException {
        List<NameQuery.Word> nobodys = new ArrayList<>();
        for (NameQuery.Word word : asked.words()) {
            if (searcher.count(NameMatch.anybody(word)) == 0) {
                nobodys.add(word);
            }
        }
        NameQuery left = asked.without(nobodys);
        if (nobodys.isEmpty() || left.words().isEmpty()) {
            return Found.NOBODY;
        }
        List<String> ids = best(searcher, NameMatch.query(left, NameMatch.Ear.COARSE), preferred, limit)
                .orElse(List.of());
        return new Found(ids, nobodys.stream().map(NameQuery.Word::typed).toList());
    }

    /** Empty for nobody. */
    private static Optional<List<String>> best(
            IndexSearcher searcher, Query query, NameRows.Preference preferred, int limit) throws IOException {
        ScoreDoc[] hits = searcher.search(query, Math.max(COMPARED, limit)).scoreDocs;
        return hits.length == 0 ? Optional.empty() : Optional.of(new NameRows(searcher).best(hits, preferred, limit));
    }

    private <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

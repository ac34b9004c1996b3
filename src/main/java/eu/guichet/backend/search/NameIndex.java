package eu.guichet.backend.search;

import eu.guichet.backend.store.Pensioners.NamedPerson;
import eu.guichet.backend.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody's names in an index of Lucene. Whoever was put is found after {@link #show}. Safe for many readers beside one
 * writer; a reader never waits for the writer.
 */
final class NameIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NameIndex.class);

    /** So many of the best are compared by how they are written and called; more are never shown. */
    private static final int COMPARED = 200;

    /** With fewer good rows than these, more is forgiven, which costs more. */
    private static final int ENOUGH = 5;

    private final NamesPlace place;
    private final KnownWords words = new KnownWords(NameDocument.NAME);
    private final KnownWords towns = new KnownWords(NameDocument.TOWN);
    private volatile NameFiles files;

    /** In memory. */
    NameIndex() {
        this(new NamesPlace(null));
    }

    NameIndex(NamesPlace place) {
        this.place = place;
        this.files = place.open();
        try {
            files.requireSoundWords();
            readWords();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the index of names cannot be read and is made anew: {}", e.getMessage());
            clear();
        }
    }

    /**
     * Who was found.
     *
     * @param ids best first
     * @param leftOut words that nobody has and without which these were found
     * @param namesakes how many others have a name that sounds like each one's and were born in the same year
     */
    record Found(List<String> ids, List<String> leftOut, Map<String, Integer> namesakes) {
        static final Found NOBODY = new Found(List.of(), List.of(), Map.of());

        Found {
            ids = List.copyOf(ids);
            leftOut = List.copyOf(leftOut);
            namesakes = Map.copyOf(namesakes);
        }

        private static Found of(IndexSearcher searcher, List<NameRows.Row> rows, List<String> leftOut)
                throws IOException {
            return new Found(rows.stream().map(NameRows.Row::id).toList(), leftOut, Namesakes.of(searcher, rows));
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
            IndexWriter writer = files.writer();
            boolean first = writer.getDocStats().maxDoc == 0;
            List<Document> documents = people.stream().map(NameDocument::of).toList();
            documents.forEach(words::put);
            documents.forEach(towns::put);
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
            words.show();
            towns.show();
            files.searchers().maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anything of it is left once the program has ended. */
    boolean lasting() {
        return files.directory() instanceof FSDirectory;
    }

    /** What the latest commit says of itself; empty where there is none. */
    Map<String, String> label() {
        return files.label();
    }

    /** Keeps everybody who was put, where the index is not in memory alone. */
    void commit(Map<String, String> label) {
        try {
            IndexWriter writer = files.writer();
            writer.setLiveCommitData(label.entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads every byte: whether each is as it was written. */
    boolean sound() {
        try {
            files.requireSound();
            return true;
        } catch (IOException e) {
            LOG.warn("the index of names is damaged: {}", e.getMessage());
            return false;
        }
    }

    /** Forgets everybody. */
    void clear() {
        files.close();
        files = place.openEmpty();
        readWords();
    }

    private void readWords() {
        boolean _ = read(searcher -> {
            words.read(searcher.getIndexReader());
            towns.read(searcher.getIndexReader());
            return true;
        });
    }

    /** How many people there are. */
    int size() {
        return read(searcher -> searcher.getIndexReader().numDocs());
    }

    /** How many others have a name that sounds like each one's and were born in the same year; whoever is not known has none. */
    Map<String, Integer> namesakes(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return read(searcher -> {
            List<BytesRef> wanted = ids.stream().map(BytesRef::new).toList();
            ScoreDoc[] known = searcher.search(new TermInSetQuery(NameDocument.ID, wanted), wanted.size()).scoreDocs;
            Map<String, Integer> others = new HashMap<>(Namesakes.of(searcher, new NameRows(searcher).of(known)));
            ids.forEach(id -> others.putIfAbsent(id, 0));
            return others;
        });
    }

    /** At most {@code limit}, best first. */
    Found find(NameQuery asked, NameRows.Preference preferred, int limit) {
        return read(searcher -> {
            if (asked.words().isEmpty()) {
                return Found.NOBODY;
            }
            NameMatch match = new NameMatch(words, towns);
            Optional<Best> all = Optional.empty();
            for (NameMatch.Ear ear : NameMatch.Ear.values()) {
                if (all.map(found -> found.more(asked, ear)).orElse(true)) {
                    all = best(searcher, match, asked, ear, preferred, limit);
                }
            }
            if (all.isPresent()) {
                return Found.of(searcher, all.get().rows(), List.of());
            }
            return withoutUnknown(searcher, match, asked, preferred, limit);
        });
    }

    /** @param score of the first */
    private record Best(List<NameRows.Row> rows, float score) {
        Best {
            rows = List.copyOf(rows);
        }

        /** Whether it is worth while to forgive as much: the costliest not where somebody is written as it was typed. */
        private boolean more(NameQuery asked, NameMatch.Ear ear) {
            boolean asTyped = score >= NameMatch.EXACT * asked.words().size();
            return rows.size() < ENOUGH && !(asTyped && asked.words().size() > 1 && ear == NameMatch.Ear.COARSE);
        }
    }

    private static Found withoutUnknown(
            IndexSearcher searcher, NameMatch match, NameQuery asked, NameRows.Preference preferred, int limit)
            throws IOException {
        List<NameQuery.Word> nobodys = new ArrayList<>();
        for (NameQuery.Word word : asked.words()) {
            if (!anybody(searcher, match, word)) {
                nobodys.add(word);
            }
        }
        NameQuery left = asked.without(nobodys);
        if (nobodys.isEmpty() || left.words().isEmpty()) {
            return Found.NOBODY;
        }
        List<NameRows.Row> rows = best(searcher, match, left, NameMatch.Ear.COARSE, preferred, limit)
                .map(Best::rows)
                .orElse(List.of());
        return Found.of(
                searcher, rows, nobodys.stream().map(NameQuery.Word::typed).toList());
    }

    private static boolean anybody(IndexSearcher searcher, NameMatch match, NameQuery.Word word) throws IOException {
        for (NameMatch.Ear ear : NameMatch.Ear.values()) {
            Query query = new ConstantScoreQuery(match.anybody(word, ear));
            if (searcher.search(query, new TopScoreDocCollectorManager(1, 1)).scoreDocs.length > 0) {
                return true;
            }
        }
        return false;
    }

    /** Empty for nobody. */
    private static Optional<Best> best(
            IndexSearcher searcher,
            NameMatch match,
            NameQuery asked,
            NameMatch.Ear ear,
            NameRows.Preference preferred,
            int limit)
            throws IOException {
        float least = NameMatch.least(asked);
        ScoreDoc[] hits = Arrays.stream(hits(searcher, match.query(asked, ear), Math.max(COMPARED, limit)))
                .takeWhile(hit -> hit.score > least)
                .toArray(ScoreDoc[]::new);
        return hits.length == 0
                ? Optional.empty()
                : Optional.of(new Best(new NameRows(searcher).best(hits, preferred, limit), hits[0].score));
    }

    /** None where what was typed can be meant in so many ways that the index refuses to look: that is no name. */
    private static ScoreDoc[] hits(IndexSearcher searcher, Query query, int most) throws IOException {
        try {
            return searcher.search(query, most).scoreDocs;
        } catch (IndexSearcher.TooManyClauses e) {
            LOG.debug("too many ways to be meant: {}", e.getMessage());
            return new ScoreDoc[0];
        }
    }

    private <T> T read(Reading<T> reading) {
        NameFiles open = files;
        try {
            IndexSearcher searcher = open.searchers().acquire();
            try {
                return reading.of(searcher);
            } finally {
                open.searchers().release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AlreadyClosedException e) {
            throw new StoreUnavailableException("the index of names has just been closed", e);
        }
    }

    @Override
    public void close() {
        files.close();
    }
}

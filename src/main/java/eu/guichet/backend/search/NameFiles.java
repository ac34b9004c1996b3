package eu.guichet.backend.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** One index of Lucene, open to be read and written. */
record NameFiles(Directory directory, IndexWriter writer, SearcherManager searchers) {
    private static final double WRITER_MEGABYTES = 32;
    /** Parts smaller than this are merged as if they were as large: at each round of an import a small one comes in. */
    private static final double FLOOR_MEGABYTES = 1;
    /** A slip is looked up in each part anew, so that few and larger ones are worth the merging. */
    private static final int PARTS_OF_A_SIZE = 4;

    /** @throws IOException where what lies there cannot be read, or another program has it */
    static NameFiles open(Directory directory) throws IOException {
        IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setRAMBufferSizeMB(WRITER_MEGABYTES)
                        .setMergePolicy(new TieredMergePolicy()
                                .setFloorSegmentMB(FLOOR_MEGABYTES)
                                .setSegmentsPerTier(PARTS_OF_A_SIZE))
                        .setCommitOnClose(false));
        boolean opened = false;
        try {
            SearcherManager searchers = new SearcherManager(writer, new WithoutCache());
            opened = true;
            return new NameFiles(directory, writer, searchers);
        } finally {
            if (!opened) {
                writer.rollback();
            }
        }
    }

    /** Hardly a query comes twice, and what would be kept of one is gone with the next round of an import. */
    private static final class WithoutCache extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /** What the latest commit says of itself. */
    Map<String, String> label() {
        Map<String, String> label = new TreeMap<>();
        var data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> label.put(entry.getKey(), entry.getValue()));
        }
        return label;
    }

    /** What is done with one part of the index as it was written. */
    @FunctionalInterface
    private interface Part {
        void look(CodecReader part) throws IOException;
    }

    /**
     * Reads every byte of it.
     *
     * @throws IOException where one is not as it was written
     */
    void requireSound() throws IOException {
        parts(CodecReader::checkIntegrity);
    }

    /**
     * Reads every byte of its words alone: Lucene takes them as they are, and whatever comes of a wrong one comes of it.
     *
     * @throws IOException where one is not as it was written
     */
    void requireSoundWords() throws IOException {
        parts(part -> {
            FieldsProducer words = part.getPostingsReader();
            if (words != null) {
                words.checkIntegrity();
            }
        });
    }

    private void parts(Part look) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                if (leaf.reader() instanceof CodecReader written) {
                    look.look(written);
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    /** What was put since the last commit is lost. */
    void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

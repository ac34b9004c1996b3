package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.BatchItem;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.LetterTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the next letters of a batch as one document, to be printed at a desk. Each of them is claimed as a single one is,
 * under the claim of the whole part, and its code is drawn for this document alone. A part of which nothing is told stays a
 * claim that was not confirmed.
 */
public final class BatchDocument {
    private final Desk desk;
    private final ClaimLetter claiming;
    private final ClaimLetter.Paper paper;
    private final Papers papers;
    private final ClaimLetter.Tray tray;
    private final RandomGenerator random;
    private final BatchCase cases;

    /** Renders many letters, one after the other, as one document. */
    @FunctionalInterface
    public interface Papers {
        /** @param before what the sheet in front of them says; null where there is none */
        Made print(List<Page> pages, @Nullable Separator before, Locale agent);
    }

    /** A document, and which of its pages, counted from 0, could not be made and are not in it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, and not copied
    public record Made(byte[] pdf, Set<Integer> failed) {
        public Made {
            failed = Set.copyOf(failed);
        }

        /** Never prints the document. */
        @Override
        public String toString() {
            return "Made[" + failed + "]";
        }
    }

    /** @param code null for a letter without one */
    public record Page(
            Pensioner pensioner,
            StoredLetter letter,
            LetterTerms terms,
            @Nullable ConfirmationCode code) {
        /** Never prints whom it is for. */
        @Override
        public String toString() {
            return "Page[" + letter.reference() + "]";
        }
    }

    /**
     * What tells one stack of letters from the next, without a name.
     *
     * @param batch what the batch is called
     * @param first the place of the first letter that follows, from 1
     * @param last the place of the last one
     * @param of how many letters the batch has
     */
    public record Separator(
            OfficeCode office,
            LocalDate day,
            String batch,
            int first,
            int last,
            int of,
            String firstReference,
            String lastReference) {}

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public BatchDocument(
            Desk desk,
            ClaimLetter claiming,
            ClaimLetter.Paper paper,
            Papers papers,
            ClaimLetter.Tray tray,
            RandomGenerator random) {
        this.desk = desk;
        this.claiming = claiming;
        this.paper = paper;
        this.papers = papers;
        this.tray = tray;
        this.random = random;
        this.cases = new BatchCase(desk);
    }

    /** The next letters, the only place where their codes are. */
    public static final class Part {
        private final String claim;
        private final String name;
        private final int letters;
        private final byte[] pdf;

        private Part(String claim, String name, int letters, byte[] pdf) {
            this.claim = claim;
            this.name = name;
            this.letters = letters;
            this.pdf = pdf;
        }

        /** To be named when it is told what became of it. */
        public String claim() {
            return claim;
        }

        /** What the batch is called. */
        public String name() {
            return name;
        }

        public int letters() {
            return letters;
        }

        /** The document itself, no copy. */
        public byte[] pdf() {
            return pdf;
        }
    }

    private record Taken(BatchItem item, Page page) {}

    /**
     * @param most letters in it
     * @return empty where none can be printed now: the next one is still to be generated, or all are printed
     */
    public Optional<Part> next(Principal who, String batchId, int most, Locale agent) {
        StoredBatch batch = cases.find(who, AuditAct.LETTER_CLAIMED, batchId);
        if (batch.printing() == PrintingBy.OFFICE || desk.policy().letters().printing() == PrintingBy.OFFICE) {
            throw desk.refused(who, AuditAct.LETTER_CLAIMED, null, Refusal.of(ProblemType.PRINTED_BY_OFFICE));
        }
        List<BatchItem> items = desk.writeBeside(tx -> {
            cases.active(tx, batchId);
            return tx.batches().items(batchId);
        });
        List<BatchItem> ready = items.stream()
                .takeWhile(item -> item.state() != BatchItem.State.TO_DO)
                .filter(item -> item.state() == BatchItem.State.READY)
                .limit(most)
                .toList();
        Set<String> coded = desk.read(tx -> ready.stream()
                .map(BatchDocument::letter)
                .filter(id -> tx.letters().find(id).orElseThrow().kind() == LetterKind.CODE)
                .collect(Collectors.toSet()));
        String claim = UUID.randomUUID().toString();
        List<Taken> taken = take(claim, ready, item -> take(who, batch, claim, item, coded.contains(letter(item))));
        return taken.isEmpty()
                ? Optional.empty()
                // where no page of it could be made, nothing is to be told of it
                : Optional.of(part(batch, claim, taken, items.size(), agent)).filter(part -> part.letters() > 0);
    }

    /** Side by side, because the hash of a code takes a noticeable part of a second. */
    private List<Taken> take(String claim, List<BatchItem> ready, Function<BatchItem, Optional<Taken>> each) {
        List<Taken> taken = new ArrayList<>();
        boolean whole = false;
        try (ExecutorService hands = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors() + 1,
                Thread.ofVirtual().name("batch-", 0).factory())) {
            List<CompletableFuture<Optional<Taken>>> all = ready.stream()
                    .map(item -> CompletableFuture.supplyAsync(() -> each.apply(item), hands))
                    .toList();
            all.forEach(one -> one.join().ifPresent(taken::add));
            whole = true;
            return taken;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        } finally {
            if (!whole) {
                ready.forEach(item -> release(item, claim));
            }
        }
    }

    private static String letter(BatchItem item) {
        return Objects.requireNonNull(item.letterId(), "what is ready is a letter");
    }

    /**
     * The hash is made before the claim, so that both are kept in one transaction.
     *
     * @param coded whether the letter has a code
     * @return empty where it may not be printed, or somebody else was quicker
     */
    private Optional<Taken> take(Principal who, StoredBatch batch, String claim, BatchItem item, boolean coded) {
        ConfirmationCode code = coded ? ConfirmationCode.draw(random) : null;
        CodeHash hash = code == null ? null : CodeHash.seal(code.characters());
        try {
            return desk.act(
                            who,
                            AuditAct.LETTER_CLAIMED,
                            item.pensionerId(),
                            BatchCase.reason(batch),
                            tx -> claimed(tx, who, batch, claim, item, hash))
                    .map(made -> new Taken(item, new Page(made.pensioner(), made.letter(), made.terms(), code)));
        } catch (Refusal refusal) {
            leaveOut(batch, item, LeftOut.why(refusal));
            return Optional.empty();
        }
    }

    private Done<Optional<ClaimLetter.Claimed>> claimed(
            Tx tx, Principal who, StoredBatch batch, String claim, BatchItem item, @Nullable CodeHash hash) {
        BatchItem.Paper before = item.paper();
        StoredLetter.Claim earlier =
                tx.letters().find(letter(item)).orElseThrow().claim();
        boolean ours = tx.batches()
                .handedOut(
                        batch.id(),
                        item.position(),
                        before == null ? null : before.claim(),
                        claim,
                        earlier != null && earlier.at() != null);
        if (!ours) {
            return Done.overtaken(Optional.empty());
        }
        ClaimLetter.Claimed made = claiming.claim(tx, who, letter(item), claim);
        if (hash != null && !tx.letters().seal(letter(item), claim, hash)) {
            throw new IllegalStateException("a letter that was claimed in this transaction is of another claim");
        }
        return new Done<>(Optional.of(made), "claimed " + made.letter().reference());
    }

    private Part part(StoredBatch batch, String claim, List<Taken> taken, int of, Locale agent) {
        boolean handedOut = false;
        try {
            List<Page> pages = taken.stream().map(Taken::page).toList();
            Made made = papers.print(pages, separator(batch, taken, of), agent);
            for (int failed : made.failed()) {
                BatchItem item = taken.get(failed).item();
                release(item, claim);
                leaveOut(batch, item, LeftOutReason.FAILED);
            }
            if (tray.looks()) {
                showTray(claim, pages);
            }
            handedOut = true;
            return new Part(
                    claim, BatchCase.name(batch), pages.size() - made.failed().size(), made.pdf());
        } finally {
            if (!handedOut) {
                taken.forEach(one -> release(one.item(), claim));
            }
        }
    }

    private void showTray(String claim, List<Page> pages) {
        for (Page page : pages) {
            tray.claimed(
                    page.letter().id(), claim, paper.print(page.pensioner(), page.letter(), page.terms(), page.code()));
        }
    }

    private @Nullable Separator separator(StoredBatch batch, List<Taken> taken, int of) {
        return desk.policy().letters().separators()
                ? new Separator(
                        batch.office(),
                        batch.startedAt().atZone(desk.policy().zone()).toLocalDate(),
                        BatchCase.name(batch),
                        taken.getFirst().item().position(),
                        taken.getLast().item().position(),
                        of,
                        taken.getFirst().page().letter().reference(),
                        taken.getLast().page().letter().reference())
                : null;
    }

    /** The document was not made: the letter can be claimed again, with another code. */
    private void release(BatchItem item, String claim) {
        desk.write(item.pensionerId(), tx -> {
            tx.letters().release(letter(item), claim);
            return item;
        });
    }

    private void leaveOut(StoredBatch batch, BatchItem item, LeftOutReason why) {
        desk.write(item.pensionerId(), tx -> {
            tx.batches().leaveOut(batch.id(), item.position(), why);
            return why;
        });
    }
}

package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.LetterDeskLists;
import eu.guichet.backend.store.LetterDeskLists.Cursor;
import eu.guichet.backend.store.LetterDeskLists.Entry;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Scanned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the letter desk of an office has before it: its lists, a letter that was scanned, the letters posted on a day. */
public final class ReadLetterDesk {
    private static final int PAGE = 50;

    private final Desk desk;

    public ReadLetterDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * A letter with whom it is for.
     *
     * @param stage the list on which it stands, or null
     * @param print what the office's printer was last told of it, or null
     */
    public record DeskLetter(
            StoredLetter letter,
            Pensioner pensioner,
            @Nullable LetterDeskStage stage,
            @Nullable StoredPrintJob print) {}

    /** @param next where the next page begins, or null on the last one */
    public record Page(List<DeskLetter> letters, @Nullable Cursor next) {
        public Page {
            letters = List.copyOf(letters);
        }
    }

    /** Whose letter desk is shown. */
    public OfficeCode office(Principal who) {
        return desk.access().letterDesk(who);
    }

    /** Names nobody, so that it leaves no audit row. */
    public LetterDeskCounts counts(Principal who) {
        return desk.read(tx -> tx.letterDesk().counts(view(who)));
    }

    public Page page(Principal who, LetterDeskStage stage, @Nullable Cursor after) {
        return desk.look(who, AuditAct.LETTER_DESK_READ, null, null, tx -> {
            List<Entry> found = tx.letterDesk().page(view(who), stage, after, PAGE + 1);
            List<Entry> shown = found.stream().limit(PAGE).toList();
            Map<String, Pensioner> people =
                    people(tx, shown.stream().map(Entry::letter).toList());
            Map<String, StoredPrintJob> printing =
                    printing(tx, shown.stream().map(Entry::letter).toList());
            List<DeskLetter> letters = shown.stream()
                    .map(entry -> new DeskLetter(
                            entry.letter(),
                            person(people, entry.letter()),
                            stage,
                            printing.get(entry.letter().id())))
                    .toList();
            Cursor next = found.size() > PAGE ? shown.getLast().cursor() : null;
            return new Done<>(new Page(letters, next), stage.key() + ", " + letters.size() + " rows");
        });
    }

    /**
     * The letter whose reference or S10 number was scanned. What was scanned is kept nowhere: it may be a code.
     *
     * @throws Refusal when it cannot be read, belongs to no letter, or looks like a code
     */
    public DeskLetter scan(Principal who, String text) {
        Scanned scanned = Scanned.read(text);
        Optional<StoredLetter> found = desk.read(tx -> find(tx, scanned));
        String about = found.map(StoredLetter::pensionerId).orElse(null);
        return desk.look(who, AuditAct.LETTER_SCANNED, about, null, tx -> {
            if (scanned.shapedAsCode()) {
                throw Refusal.unusable("scanned", "code-scanned");
            }
            if (scanned.references().isEmpty() && scanned.itemNumbers().isEmpty()) {
                throw Refusal.unusable("scanned", "unreadable-scan");
            }
            StoredLetter letter = find(tx, scanned).orElseThrow(() -> Refusal.unusable("scanned", "unknown-scan"));
            LetterCase.Open open = new LetterCase(desk).open(tx, letter.id());
            open.requireAtItsLetterDesk(who);
            LetterDeskStage stage =
                    tx.letterDesk().stage(letter.id(), view(who)).orElse(null);
            return new Done<>(
                    new DeskLetter(
                            letter,
                            open.about().pensioner(),
                            stage,
                            printing(tx, List.of(letter)).get(letter.id())),
                    "found " + letter.reference());
        });
    }

    /** In the order in which they were scanned. */
    public List<DeskLetter> posted(Principal who, LocalDate day) {
        return desk.look(who, AuditAct.POSTING_LIST_READ, null, null, tx -> {
            List<StoredLetter> posted = tx.letterDesk().posted(office(who), day);
            Map<String, Pensioner> people = people(tx, posted);
            List<DeskLetter> letters = posted.stream()
                    .map(letter -> new DeskLetter(letter, person(people, letter), null, null))
                    .toList();
            return new Done<>(letters, day + ", " + letters.size() + " letters");
        });
    }

    private static Optional<StoredLetter> find(Tx tx, Scanned scanned) {
        return Stream.concat(
                        scanned.references().stream()
                                .map(reference -> tx.letters().byReference(reference.value())),
                        scanned.itemNumbers().stream()
                                .map(number -> tx.letters().byItemNumber(number.value())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    LetterDeskLists.View view(Principal who) {
        Instant now = desk.now();
        ZoneId zone = desk.policy().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        return new LetterDeskLists.View(
                office(who),
                today,
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant(),
                now.minus(desk.policy().letters().claim()));
    }

    /** What the office's printer was last told of these letters; nothing where desks print. */
    private Map<String, StoredPrintJob> printing(Tx tx, List<StoredLetter> letters) {
        return switch (desk.policy().letters().printing()) {
            case DESK -> Map.of();
            case OFFICE ->
                tx.printJobs().latest(letters.stream().map(StoredLetter::id).toList());
        };
    }

    private static Map<String, Pensioner> people(Tx tx, List<StoredLetter> letters) {
        List<String> ids =
                letters.stream().map(StoredLetter::pensionerId).distinct().toList();
        return tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity()));
    }

    private static Pensioner person(Map<String, Pensioner> people, StoredLetter letter) {
        Pensioner person = people.get(letter.pensionerId());
        if (person == null) {
            throw new IllegalStateException("a letter belongs to somebody on file");
        }
        return person;
    }
}

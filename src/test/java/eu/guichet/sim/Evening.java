package eu.guichet.sim;

import eu.guichet.backend.store.Database;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.FigureCount;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FiguresQuery;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is left at the end of the day, and whether trail, history and figures say what was done. */
final class Evening {
    private final Journal journal;
    private final List<String> told;
    private final Colleague supervisor;
    private final Colleague auditor;
    private final List<Colleague> atWork;

    /** @param told gets a line for each list and person */
    Evening(Journal journal, List<String> told, Colleague supervisor, Colleague auditor, List<Colleague> atWork) {
        this.journal = journal;
        this.told = told;
        this.supervisor = supervisor;
        this.auditor = auditor;
        this.atWork = List.copyOf(atWork);
    }

    /** In the evening, each list with what is left on it and why. */
    List<String> lists(LetterDesk letterDesk) {
        List<String> wrong = new ArrayList<>();
        WorklistCounts counts = supervisor.client().worklists();
        told.add("%-18s %4s  %s".formatted("list", "left", "why"));
        for (Worklist list : Worklist.values()) {
            List<String> left = list.atLetterDesk()
                    ? letterDesk.rows(LetterDeskStage.of(list.key()).orElseThrow()).stream()
                            .map(LetterDeskRow::pensionerId)
                            .toList()
                    : supervisor.rows(list).stream()
                            .map(WorklistRow::pensionerId)
                            .toList();
            Map<String, Long> why = left.stream()
                    .map(id -> journal.left(list).getOrDefault(id, "FOR NO REASON"))
                    .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
            told.add("%-18s %4d  %s"
                    .formatted(
                            list.key(),
                            left.size(),
                            why.entrySet().stream()
                                    .map(one -> one.getKey() + " (" + one.getValue() + ")")
                                    .collect(Collectors.joining("; "))));
            wrong.addAll(Journal.differences(journal.left(list).keySet().stream(), left.stream()).stream()
                    .map(difference -> list.key() + ": " + difference)
                    .toList());
            if (counts.of(list) != left.size()) {
                wrong.add(list.key() + " counts " + counts.of(list) + " and has " + left.size());
            }
        }
        return wrong;
    }

    /** The auditor reads what each one did; what the auditor did is read from the store. */
    List<String> trail(String store, Outside outside, Cast cast) {
        List<String> wrong = new ArrayList<>();
        for (Colleague one : atWork) {
            List<Journal.Row> found = read(AuditQuery.EVERYTHING.by(one.me().id()));
            List<Journal.Row> wanted = journal.rows(one.me().id());
            told.add("%-12s %5d rows in the trail, %5d in the journal"
                    .formatted(one.me().name(), found.size(), wanted.size()));
            wrong.addAll(Journal.differences(wanted.stream().map(Journal.Row::bare), found.stream()));
        }
        int reports = read(AuditQuery.EVERYTHING.by("rcam")).size();
        if (reports != outside.reports()) {
            wrong.add(reports + " reports in the trail");
        }
        try (Database database = Database.open(store)) {
            wrong.addAll(journal.eventsThatDiffer(database, cast.pasts()));
        }
        told.add(journal.rows() + " acts and looks, " + journal.events() + " events: lost or doubled " + wrong.size());
        return wrong;
    }

    private List<Journal.Row> read(AuditQuery wanted) {
        List<Journal.Row> rows = new ArrayList<>();
        Long before = null;
        do {
            AuditPage page = auditor.client().audit(wanted.before(before));
            auditor.keep(AuditAct.AUDIT_READ, null);
            for (AuditEntry entry : page.entries()) {
                rows.add(Journal.Row.of(entry));
            }
            before = page.before();
        } while (before != null);
        return rows;
    }

    /** What the auditor is told in figures is what the journal has. */
    List<String> figures(Instant begun) {
        Figures figures = auditor.client()
                .figures(new FiguresQuery(LocalDate.ofInstant(begun, Cast.ZONE), LocalDate.now(Cast.ZONE), null));
        List<String> wrong = new ArrayList<>();
        compare(wrong, "contacts", counts(figures.contacts()), journal.done(AuditAct.CONTACT_OPENED));
        compare(wrong, "resends", counts(figures.resends()), journal.done(AuditAct.MESSAGE_SENT));
        compare(wrong, "letters", Map.of("", (long) figures.letters()), journal.done(AuditAct.LETTER_GENERATED));
        long back = journal.done(AuditAct.LETTER_RECORDED).getOrDefault("returned", 0L);
        compare(wrong, "returns", counts(figures.returns()), Map.of("REFUSED", back));
        Map<String, Long> closed = journal.done(AuditAct.CONTACT_CLOSED);
        closed.remove("worklist");
        compare(
                wrong,
                "closed",
                Map.of("", (long) figures.firstContacts().closed()),
                Map.of("", closed.values().stream().mapToLong(Long::longValue).sum()));
        told.add("figures: contacts %s, resends %s, letters %d, returns %s"
                .formatted(
                        counts(figures.contacts()),
                        counts(figures.resends()),
                        figures.letters(),
                        counts(figures.returns())));
        return wrong;
    }

    private static void compare(List<String> wrong, String what, Map<String, Long> found, Map<String, Long> wanted) {
        if (!found.equals(wanted)) {
            wrong.add(what + ": the figures say " + found + ", the journal " + wanted);
        }
    }

    private static Map<String, Long> counts(List<FigureCount> counts) {
        return counts.stream()
                .collect(Collectors.toMap(FigureCount::key, one -> (long) one.count(), Long::sum, TreeMap::new));
    }
}

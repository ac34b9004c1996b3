package eu.guichet.backend.file;

import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.Letter;
import eu.guichet.process.Enrolment;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.Policy;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The letters, newest first, each with what its state means now. */
final class LetterList {
    private final FileSnapshot onFile;
    private final Enrolment enrolment;
    private final Sentences sentences;
    private final SentenceArguments facts;
    private final Policy policy;

    LetterList(FileSnapshot onFile, Enrolment enrolment, Sentences sentences, SentenceArguments facts, Policy policy) {
        this.onFile = onFile;
        this.enrolment = enrolment;
        this.sentences = sentences;
        this.facts = facts;
        this.policy = policy;
    }

    List<Letter> letters() {
        return enrolment.letters().reversed().stream().map(this::letter).toList();
    }

    private Letter letter(LetterStatus line) {
        return new Letter(
                line.id(),
                line.reference(),
                line.state(),
                line.generatedAt(),
                line.cause(),
                line.printedAt(),
                line.itemNumber(),
                line.postedOn(),
                line.receivedOn(),
                line.returnedOn(),
                line.goesBackOn(),
                null,
                line.usableUntil(),
                line.triesLeft(),
                line.terms().tries() - line.triesLeft(),
                note(line),
                printable(line));
    }

    private String note(LetterStatus line) {
        return sentences.about("letter." + Keys.kebab(line.state()), argument -> switch (argument) {
            case "postedOn" -> day(line.postedOn());
            case "receivedOn" -> day(line.receivedOn());
            case "usableUntil" -> {
                Instant until = line.usableUntil();
                yield day(until == null ? null : until.atZone(policy.zone()).toLocalDate());
            }
            case "returnedOn" -> day(line.returnedOn());
            case "returnReason" ->
                line.returnReason() == null ? "" : sentences.text("returned." + Keys.kebab(line.returnReason()));
            case "letterMonths" -> policy.letters().lifeMonths();
            default -> throw new IllegalArgumentException("no letter's note speaks of " + argument);
        });
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : sentences.day(day, facts.today());
    }

    private boolean printable(LetterStatus line) {
        return line.state().outstanding()
                && onFile.letters().stream().anyMatch(stored -> stored.id().equals(line.id()) && waits(stored));
    }

    /** Only the agent who generated it may fetch the document, and only once. */
    private boolean waits(StoredLetter stored) {
        return stored.fetchedAt() == null && stored.generatedBy().equals(onFile.agentId());
    }
}

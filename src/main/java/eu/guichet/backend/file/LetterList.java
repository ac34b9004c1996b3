package eu.guichet.backend.file;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PrintJob;
import eu.guichet.contract.PrintingBy;
import eu.guichet.process.Enrolment;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.Policy;
import eu.guichet.text.Keys;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The letters, newest first, each with what its state means now. */
final class LetterList {
    private final FileSnapshot onFile;
    private final Enrolment enrolment;
    private final Sentences sentences;
    private final SentenceArguments facts;
    private final Policy policy;
    private final Access access;
    private final Instant now;

    LetterList(
            FileSnapshot onFile,
            Enrolment enrolment,
            Sentences sentences,
            SentenceArguments facts,
            Policy policy,
            Access access,
            Instant now) {
        this.onFile = onFile;
        this.enrolment = enrolment;
        this.sentences = sentences;
        this.facts = facts;
        this.policy = policy;
        this.access = access;
        this.now = now;
    }

    /** Those with a code. */
    List<Letter> letters() {
        return enrolment.letters().reversed().stream().map(this::letter).toList();
    }

    /** With or without a code. */
    Optional<Letter> letter(String id) {
        return enrolment.letter(id).map(this::letter);
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
                tracking(line.itemNumber()),
                line.usableUntil(),
                line.triesLeft(),
                line.terms().tries() - line.triesLeft(),
                note(line),
                printable(line),
                print(line),
                voidable(line) ? Boolean.TRUE : null);
    }

    private @Nullable PrintJob print(LetterStatus line) {
        StoredPrintJob job = onFile.printing().get(line.id());
        return job == null || policy.letters().printing() == PrintingBy.DESK
                ? null
                : onFile.letters().stream()
                        .filter(stored -> stored.id().equals(line.id()))
                        .findFirst()
                        .map(stored -> PrintWords.of(
                                job, stored, onFile.pensioner().office(), onFile.agent(), access, sentences))
                        .orElse(null);
    }

    private @Nullable URI tracking(@Nullable String itemNumber) {
        String page = itemNumber == null ? null : policy.letters().tracking(itemNumber);
        return page == null ? null : URI.create(page);
    }

    private String note(LetterStatus line) {
        String key = switch (line.kind()) {
            case CODE -> "letter.";
            case FREEZE_NOTICE -> "notice.";
        };
        boolean afterThePost =
                line.state() == LetterState.VOIDED && (line.postedOn() != null || line.receivedOn() != null);
        String state = Keys.kebab(line.state()) + (afterThePost ? ".posted" : "");
        return sentences.about(key + state, argument -> switch (argument) {
            case "postedOn" -> day(line.postedOn());
            case "receivedOn" -> day(line.receivedOn());
            case "usableUntil" -> {
                Instant until = line.usableUntil();
                yield day(until == null ? null : until.atZone(policy.zone()).toLocalDate());
            }
            case "returnedOn" -> day(line.returnedOn());
            case "returnReason" ->
                line.returnReason() == null ? "" : sentences.text("returned." + Keys.kebab(line.returnReason()));
            case "letterMonths" -> line.terms().lifeMonths();
            default -> throw new IllegalArgumentException("no letter's note speaks of " + argument);
        });
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : sentences.day(day, facts.today());
    }

    private boolean printable(LetterStatus line) {
        return policy.letters().printing() == PrintingBy.DESK
                && line.state() == LetterState.GENERATED
                && onFile.letters().stream().anyMatch(stored -> stored.id().equals(line.id()) && claimable(stored));
    }

    private boolean claimable(StoredLetter stored) {
        String agent = onFile.agent().id();
        boolean held = Optional.ofNullable(stored.claim())
                .flatMap(claim -> claim.heldAgainst(agent, policy.letters().claim(), now))
                .isPresent();
        return !held && isTheirs(stored);
    }

    /** Also one that waits for the office's printer, or that somebody is about to print: its paper would not be valid. */
    private boolean voidable(LetterStatus line) {
        return line.state() == LetterState.GENERATED
                && onFile.letters().stream().anyMatch(stored -> stored.id().equals(line.id()) && isTheirs(stored));
    }

    private boolean isTheirs(StoredLetter stored) {
        return access.allows(
                onFile.agent(),
                new Asked.PrintLetter(
                        stored.generatedBy().id(),
                        EnumSet.of(stored.office(), onFile.pensioner().office())));
    }
}

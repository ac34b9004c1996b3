package eu.guichet.backend.file;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Ground;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Permissions;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.ApprovalRequest;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.LetterCause;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An act that waits for a supervisor as one agent sees it: who asks, why, what, and what it changes. */
final class ApprovalWords {
    private final Pensioner pensioner;
    private final Principal agent;
    private final Access access;
    private final Sentences sentences;
    private final ApprovalWhy why;
    private final Supplier<List<String>> letterChanges;
    private final Instant now;

    /** @param letterChanges what another letter would change now; asked only of a letter that waits */
    ApprovalWords(
            Pensioner pensioner,
            Principal agent,
            Access access,
            Sentences sentences,
            ZoneId zone,
            Supplier<List<String>> letterChanges,
            Instant now) {
        this.pensioner = pensioner;
        this.agent = agent;
        this.access = access;
        this.sentences = sentences;
        this.why = new ApprovalWhy(sentences, zone, now.atZone(zone).toLocalDate());
        this.letterChanges = letterChanges;
        this.now = now;
    }

    /** Those that still wait. */
    List<Approval> waiting(List<StoredApproval> undecided) {
        return undecided.stream()
                .filter(approval -> approval.stateAt(now) == ApprovalState.ASKED)
                .map(this::of)
                .toList();
    }

    Approval of(StoredApproval stored) {
        ApprovalState state = stored.stateAt(now);
        StoredApproval.Decided how = stored.decision();
        StoredLetter.@Nullable Person by = how == null ? null : how.by();
        return new Approval(
                stored.id(),
                stored.pensionerId(),
                FileAssembler.name(pensioner),
                pensioner.birthDate().getYear(),
                stored.act(),
                state,
                what(stored.request()),
                stored.reasons().stream().map(why::of).toList(),
                state == ApprovalState.ASKED ? changes(stored.request()) : List.of(),
                stored.asker().name(),
                stored.asker().office(),
                stored.askedAt(),
                stored.lapsesAt(),
                stored.asker().id().equals(agent.id()),
                state == ApprovalState.ASKED ? closed(stored) : null,
                by == null ? null : by.name(),
                how == null ? null : how.at(),
                how == null || how.reason().isEmpty() ? null : how.reason(),
                how == null ? null : how.resultId());
    }

    private String what(ApprovalRequest request) {
        return switch (request) {
            case ApprovalRequest.Letter letter -> {
                LetterCause cause = letter.wanted().cause();
                String key = "approval.what.generate-letter";
                yield sentences.text(cause == null ? key : key + "." + Keys.kebab(cause));
            }
            case ApprovalRequest.Lift lift ->
                sentences.text(
                        "approval.what.lift-alert." + Keys.kebab(lift.wanted().alert()),
                        "reason",
                        lift.wanted().reason());
            case ApprovalRequest.Unlock unlock ->
                sentences.text(
                        "approval.what.unlock-verification",
                        "reason",
                        unlock.wanted().reason());
        };
    }

    private List<String> changes(ApprovalRequest request) {
        return switch (request) {
            case ApprovalRequest.Letter _ -> letterChanges.get();
            case ApprovalRequest.Lift lift ->
                List.of(sentences.text("approval.changes.lift-alert."
                        + Keys.kebab(lift.wanted().alert())));
            case ApprovalRequest.Unlock _ -> List.of(sentences.text("approval.changes.unlock-verification"));
        };
    }

    private @Nullable String closed(StoredApproval stored) {
        if (!Permissions.allow(agent.role(), Permission.APPROVE)) {
            return sentences.text("approval.closed.supervisor");
        }
        return access.refusal(
                        agent,
                        new Asked.Decide(pensioner.office(), stored.asker().id()))
                .map(ground -> sentences.text(
                        ground == Ground.APPROVAL_OF_ONES_OWN ? "approval.closed.own" : "approval.closed.office"))
                .orElse(null);
    }
}

package eu.guichet.backend.file;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredNotice;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.ApprovalState;
import eu.guichet.process.History;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Approvals, and what the store has of those whom they are about, read in one transaction.
 *
 * @param people by id
 * @param histories by id, of those alone about whom something waits
 * @param notices of what is disturbed, for whomever
 * @param agent who looks
 */
public record ApprovalsOnFile(
        List<StoredApproval> approvals,
        Map<String, Pensioner> people,
        Map<String, History> histories,
        List<StoredNotice> notices,
        Principal agent) {
    public ApprovalsOnFile {
        approvals = List.copyOf(approvals);
        people = Map.copyOf(people);
        histories = Map.copyOf(histories);
        notices = List.copyOf(notices);
    }

    public static ApprovalsOnFile read(Tx tx, List<StoredApproval> approvals, Principal agent, Instant now) {
        List<String> ids =
                approvals.stream().map(StoredApproval::pensionerId).distinct().toList();
        List<String> waiting = approvals.stream()
                .filter(one -> one.stateAt(now) == ApprovalState.ASKED)
                .map(StoredApproval::pensionerId)
                .distinct()
                .toList();
        return new ApprovalsOnFile(
                approvals,
                tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity())),
                tx.events().histories(waiting),
                tx.notices().inForce(now),
                agent);
    }

    Pensioner pensioner(StoredApproval approval) {
        return Objects.requireNonNull(people.get(approval.pensionerId()), "an approval is about somebody on file");
    }

    History history(Pensioner pensioner) {
        return Objects.requireNonNull(histories.get(pensioner.id()), "read where something waits");
    }
}

package eu.guichet.client;

import eu.guichet.contract.Alarm;
import eu.guichet.contract.Approval;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.Justification;
import eu.guichet.contract.LockedVerification;
import eu.guichet.contract.Notice;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewVerdict;
import java.util.List;
import java.util.Optional;

/** A backend where nothing happens that a supervisor would have to see. */
public abstract class UneventfulClient extends UnaskedClient {
    @Override
    public AuditPage audit(AuditQuery wanted) {
        return new AuditPage(List.of(), null);
    }

    @Override
    public List<LockedVerification> verificationLocks() {
        return List.of();
    }

    @Override
    public List<ReachedLimit> reachedLimits() {
        return List.of();
    }

    @Override
    public List<Alarm> alarms() {
        return List.of();
    }

    @Override
    public Optional<Approval> unlockVerification(String pensionerId, Justification why) {
        return Optional.empty();
    }

    @Override
    public List<Notice> notices() {
        return List.of();
    }

    @Override
    public List<Review> reviews() {
        return List.of();
    }

    @Override
    public void judge(String reviewId, ReviewVerdict found) {}

    @Override
    public List<Approval> ownApprovals() {
        return List.of();
    }

    @Override
    public List<Notice> pastNotices() {
        return List.of();
    }
}

package eu.guichet.client;

import eu.guichet.contract.Alarm;
import eu.guichet.contract.Approval;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FiguresQuery;
import eu.guichet.contract.Justification;
import eu.guichet.contract.LockedVerification;
import eu.guichet.contract.Notice;
import eu.guichet.contract.ReachedLimit;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What supervisors and auditors ask: the trail, figures, what is locked, limited or goes wrong, and what was disturbed. */
abstract class OversightCalls extends DeskCalls {
    /** @param url with what narrows the question */
    abstract Exchange ask(Endpoint endpoint, HttpUrl url);

    /** A call whose answer is a document, which may take longer. */
    abstract Exchange document(Endpoint endpoint, String id);

    abstract HttpUrl base();

    @Override
    public List<Notice> pastNotices() {
        return List.of(ask(Endpoint.NOTICES, Queries.pastNotices(base())).read(Notice[].class));
    }

    @Override
    public AuditPage audit(AuditQuery wanted) {
        return ask(Endpoint.AUDIT, Queries.audit(base(), wanted)).read(AuditPage.class);
    }

    @Override
    public byte[] subjectFile(String pensionerId, Justification why, TableFormat format) {
        return document(Endpoint.SUBJECT_FILE, pensionerId).json(why).read(format.mediaType());
    }

    @Override
    public Figures figures(FiguresQuery wanted) {
        return figures(Endpoint.FIGURES, wanted);
    }

    @Override
    public Figures ownFigures(FiguresQuery wanted) {
        return figures(Endpoint.OWN_FIGURES, wanted);
    }

    private Figures figures(Endpoint endpoint, FiguresQuery wanted) {
        return ask(endpoint, Queries.figures(base(), endpoint, wanted)).read(Figures.class);
    }

    @Override
    public List<LockedVerification> verificationLocks() {
        return List.of(call(Endpoint.VERIFICATION_LOCKS).read(LockedVerification[].class));
    }

    @Override
    public List<ReachedLimit> reachedLimits() {
        return List.of(call(Endpoint.REACHED_LIMITS).read(ReachedLimit[].class));
    }

    @Override
    public List<Alarm> alarms() {
        return List.of(call(Endpoint.ALARMS).read(Alarm[].class));
    }

    @Override
    public Optional<Approval> unlockVerification(String pensionerId, Justification why) {
        return call(Endpoint.UNLOCK_VERIFICATION, pensionerId).json(why).doneUnlessWaits();
    }
}

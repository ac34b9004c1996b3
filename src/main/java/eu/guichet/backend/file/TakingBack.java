package eu.guichet.backend.file;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.TimelineEntry.Correctable;
import eu.guichet.process.HandoverStatus;
import eu.guichet.process.Policy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a file's history whoever looks may take back, and why not the rest. */
final class TakingBack {
    private final FileSnapshot onFile;
    private final Access access;
    private final Policy policy;
    private final Sentences sentences;
    private final Instant now;

    TakingBack(FileSnapshot onFile, Access access, Policy policy, Sentences sentences, Instant now) {
        this.onFile = onFile;
        this.access = access;
        this.policy = policy;
        this.sentences = sentences;
        this.now = now;
    }

    List<Verifications.Made> verifications() {
        return onFile.verifications();
    }

    Correctable verification(Verifications.Made made) {
        return correctable(CorrectionKind.VERIFICATION, made.id(), made.agentId(), made.at());
    }

    Correctable handover(HandoverStatus one) {
        return correctable(CorrectionKind.HANDOVER, one.id(), one.byId(), one.at());
    }

    private Correctable correctable(CorrectionKind kind, String id, @Nullable String by, Instant at) {
        boolean inTime = now.isBefore(at.plus(policy.corrections().own()));
        String closed = access.refusal(
                        onFile.agent(), new Asked.TakeBack(onFile.pensioner().office(), by, inTime))
                .map(ground -> sentences.text("correction.closed." + ground.key()))
                .orElse(null);
        return new Correctable(kind, id, CorrectionReason.fitting(kind), closed);
    }
}

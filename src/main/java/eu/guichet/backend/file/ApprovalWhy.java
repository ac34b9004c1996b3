package eu.guichet.backend.file;

import eu.guichet.process.ApprovalReason;
import java.time.LocalDate;
import java.time.ZoneId;

/** Says why nobody does an act alone. */
final class ApprovalWhy {
    private final Sentences sentences;
    private final ZoneId zone;
    private final LocalDate today;

    ApprovalWhy(Sentences sentences, ZoneId zone, LocalDate today) {
        this.sentences = sentences;
        this.zone = zone;
        this.today = today;
    }

    String of(ApprovalReason reason) {
        return switch (reason) {
            case ApprovalReason.ManyLetters(int count, int months) ->
                sentences.text("approval.why.many-letters", "number", count, "months", months);
            case ApprovalReason.NewAddress address ->
                sentences.text(
                        "approval.why.new-address",
                        "day",
                        sentences.day(address.since().atZone(zone).toLocalDate(), today),
                        "days",
                        address.days());
            case ApprovalReason.AboveQuota(int most) -> sentences.text("approval.why.above-quota", "most", most);
            case ApprovalReason.Always() -> sentences.text("approval.why.always");
        };
    }
}

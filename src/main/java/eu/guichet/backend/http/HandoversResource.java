package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.HandOver;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Contact;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.HandoverRequest;
import java.util.List;

/** The case that goes to DIGIT: what to write, under which ticket it was taken, and what has become of it. */
final class HandoversResource {
    private static final String PATH = "/v1/pensioners/{id}/handover";
    private static final int LONGEST_TICKET = 40;
    private static final int LONGEST_ID = 64;

    private final HandOver handingOver;
    private final FileViews views;

    HandoversResource(Services rooms, FileViews views) {
        handingOver = rooms.acts().handOver();
        this.views = views;
    }

    List<Route> routes() {
        return List.of(draft(), handOver(), change());
    }

    private Route draft() {
        return Route.get(
                PATH,
                Permission.HAND_OVER,
                call -> views.explained(
                        call,
                        () -> Answer.ok(
                                call.header(Contact.HEADER).isPresent()
                                        ? handingOver.draft(call.within(), tx -> views.handover(tx, call, handingOver))
                                        : handingOver.draft(
                                                call.principal(),
                                                call.id(),
                                                call.reason(),
                                                tx -> views.handover(tx, call, handingOver)))));
    }

    private HandOver.Mail mail(Tx tx, Request call, HandoverMatter matter) {
        HandoverDraft draft = views.handover(tx, call, handingOver);
        HandoverDraft.Choice wanted = draft.choices().stream()
                .filter(choice -> choice.matter() == matter)
                .findFirst()
                .orElseThrow();
        return new HandOver.Mail(draft.to(), wanted.subject(), wanted.body(), views.languageOf(call));
    }

    private Route handOver() {
        return Route.post(PATH, Permission.HAND_OVER, call -> {
            HandoverRequest asked = call.body(HandoverRequest.class);
            if (asked.ticket() != null) {
                new Violations().text("ticket", asked.ticket(), LONGEST_TICKET).none();
            }
            // a ticket is told apart by itself, and desktops from before send no key
            String key =
                    asked.ticket() == null || call.header("Idempotency-Key").isPresent() ? call.idempotencyKey() : null;
            return views.explained(call, () -> {
                handingOver.handOver(call.within(), asked, key, (tx, matter) -> mail(tx, call, matter));
                return Answer.empty();
            });
        });
    }

    private Route change() {
        return Route.patch(PATH, Permission.HAND_OVER, call -> {
            HandoverPatch patch = call.body(HandoverPatch.class);
            check(patch);
            handingOver.change(call.within(), patch);
            return Answer.empty();
        });
    }

    private static void check(HandoverPatch patch) {
        Violations faults = new Violations().identifier("handover", patch.handover(), LONGEST_ID);
        switch (patch) {
            case HandoverPatch.Ticket ticket -> faults.text("ticket", ticket.ticket(), LONGEST_TICKET);
            case HandoverPatch.FollowUp followUp -> faults.require("on", followUp.on());
            case HandoverPatch.Answered answered -> faults.justification("said", answered.said());
        }
        faults.none();
    }
}

package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.HandOver;
import eu.guichet.contract.Contact;
import eu.guichet.contract.HandoverRequest;

/** The case that goes to DIGIT: what to write, and under which ticket it was taken. */
final class HandoversResource {
    private static final String PATH = "/v1/pensioners/{id}/handover";
    private static final int LONGEST_TICKET = 40;

    private final HandOver handingOver;
    private final FileViews views;

    HandoversResource(Services rooms, FileViews views) {
        handingOver = rooms.acts().handOver();
        this.views = views;
    }

    Route draft() {
        return Route.get(
                PATH,
                Permission.HAND_OVER,
                call -> views.explained(
                        call,
                        () -> Answer.ok(views.handover(
                                call.header(Contact.HEADER).isPresent()
                                        ? handingOver.draft(call.within(), tx -> FileViews.draft(tx, call))
                                        : handingOver.draft(
                                                call.principal(),
                                                call.id(),
                                                call.reason(),
                                                tx -> FileViews.draft(tx, call)),
                                call))));
    }

    Route handOver() {
        return Route.post(PATH, Permission.HAND_OVER, call -> {
            HandoverRequest asked = call.body(HandoverRequest.class);
            new Violations().text("ticket", asked.ticket(), LONGEST_TICKET).none();
            return views.explained(call, () -> {
                handingOver.handOver(call.within(), asked.ticket());
                return Answer.empty();
            });
        });
    }
}

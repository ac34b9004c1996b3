package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.Resend;
import eu.guichet.backend.limits.Limit;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageRequest;

/** Messages sent again, and how far they have come. */
final class MessagesResource {
    private static final int ACCEPTED = 202;

    private final Resend resending;
    private final FileViews views;

    MessagesResource(Services rooms, FileViews views) {
        resending = rooms.acts().resend();
        this.views = views;
    }

    Route resend() {
        return Route.post("/v1/pensioners/{id}/messages", Permission.SEND_MESSAGE, call -> {
                    String key = call.idempotencyKey();
                    MessageRequest asked = call.body(MessageRequest.class);
                    new Violations().require("kind", asked.kind()).none();
                    Message message = views.message(
                            views.explained(call, () -> resending.resend(call.within(), asked.kind(), key)), call);
                    return Answer.json(ACCEPTED, message).with("Location", "/v1/messages/" + message.id());
                })
                .counted(Limit.MESSAGES);
    }

    Route status() {
        return Route.get(
                "/v1/messages/{id}",
                Permission.SEND_MESSAGE,
                call -> Answer.ok(views.message(resending.status(call.principal(), call.id()), call)));
    }
}

package eu.guichet.backend.http;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ManageNotices;
import eu.guichet.backend.file.NoticeWords;
import eu.guichet.backend.store.StoredNotice;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.contract.NoticeTopic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is disturbed now, as it was told to every desk. */
final class NoticesResource {
    private static final String PATH = "/v1/notices";
    private static final int CREATED = 201;
    private static final int LAST_STEP = 16;
    private static final Set<String> LANGUAGES = Set.of("fr", "en", "de", "it");
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,10}");

    private final ManageNotices notices;

    NoticesResource(Services rooms) {
        notices = rooms.acts().notices();
    }

    List<Route> routes() {
        return List.of(read(), write(), end());
    }

    private Route read() {
        return Route.get(PATH, Permission.READ_NOTICES, call -> {
            boolean over = call.query("over")
                    .map(value -> {
                        if (!value.equals("true") && !value.equals("false")) {
                            throw ProblemException.at("over", Fault.MALFORMED);
                        }
                        return value.equals("true");
                    })
                    .orElse(false);
            return Answer.ok((over ? notices.all() : notices.inForce())
                    .stream().map(notice -> view(notice, call)).toList());
        });
    }

    private Route write() {
        return Route.post(PATH, Permission.WRITE_NOTICES, call -> {
            String key = call.idempotencyKey();
            NoticeRequest asked = call.body(NoticeRequest.class);
            Violations faults = new Violations()
                    .require("topic", asked.topic())
                    .require("texts", asked.texts())
                    .require("since", asked.since())
                    .require("until", asked.until());
            Map<String, String> texts = asked.texts();
            if (texts != null) {
                faults.check("texts", !texts.isEmpty(), Fault.MISSING)
                        .check("texts", LANGUAGES.containsAll(texts.keySet()), Fault.MALFORMED);
                texts.forEach((language, text) -> faults.text("texts." + language, text, NoticeRequest.LONGEST_TEXT));
            }
            narrowing(faults, asked);
            faults.none();
            return Answer.json(CREATED, view(notices.write(call.principal(), asked, key), call));
        });
    }

    private static void narrowing(Violations faults, NoticeRequest asked) {
        @Nullable NoticeTopic topic = asked.topic();
        @Nullable Integer step = asked.step();
        @Nullable String prefix = asked.prefix();
        if (topic == NoticeTopic.STEP) {
            faults.require("step", step);
            if (step != null) {
                faults.range("step", step, 1, LAST_STEP);
            }
        } else {
            faults.absent("step", step);
        }
        if (topic == NoticeTopic.SMS) {
            faults.check("prefix", prefix == null || PREFIX.matcher(prefix).matches(), Fault.MALFORMED);
        } else {
            faults.absent("prefix", prefix);
        }
        boolean closable = topic == NoticeTopic.SMS || topic == NoticeTopic.EMAIL;
        faults.check("closesResends", closable || !asked.closesResends(), Fault.NOT_EXPECTED);
    }

    private Route end() {
        return Route.post(
                PATH + "/{id}/end",
                Permission.WRITE_NOTICES,
                call -> Answer.ok(view(notices.end(call.principal(), call.id()), call)));
    }

    private static Notice view(StoredNotice notice, Request call) {
        Notice view = NoticeWords.of(notice, call.language());
        return Access.namesColleagues(call.principal()) ? view : view.namingNobody();
    }
}

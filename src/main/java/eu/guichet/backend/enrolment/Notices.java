package eu.guichet.backend.enrolment;

import eu.guichet.backend.live.LiveHub;
import eu.guichet.contract.LiveEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one transaction has to tell of each person: one notice, because each makes the file be read again. */
final class Notices {
    private final LiveHub live;
    private final Map<String, Notice> byPerson = new LinkedHashMap<>();

    Notices(LiveHub live) {
        this.live = live;
    }

    private record Notice(LiveEvent.OfFile event, String etag) {}

    /** @param etag of the file with what the event tells */
    void add(LiveEvent.OfFile event, String etag) {
        byPerson.merge(event.pensionerId(), new Notice(event, etag), Notices::together);
    }

    void publish() {
        byPerson.values().forEach(notice -> live.publish(notice.event(), notice.etag()));
    }

    /** A message's progress is told as such only where nothing else happened. */
    private static Notice together(Notice earlier, Notice later) {
        boolean sameMessage = earlier.event() instanceof LiveEvent.MessageChanged one
                && later.event() instanceof LiveEvent.MessageChanged other
                && one.messageId().equals(other.messageId());
        return sameMessage
                ? later
                : new Notice(new LiveEvent.FileChanged(later.event().pensionerId(), later.etag()), later.etag());
    }
}

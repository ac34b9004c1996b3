package eu.guichet.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.Worklist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveHubTest {
    private static final String HER = "p-1";
    private static final String ANOTHER = "p-2";

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final LiveHub hub = new LiveHub(() -> now);
    private final Principal marie = agent("a-1", "Marie");
    private final Principal jean = agent("a-2", "Jean");
    private final Principal luc = agent("a-3", "Luc");
    private final List<LiveEvent> heardByMarie = new ArrayList<>();

    @Test
    void a_colleague_whose_window_is_closed_is_no_longer_there() {
        hub.subscribe(marie, event -> heardByMarie.add(named(event)));
        hub.opened(marie, HER, "\"1\"");
        LiveHub.Subscription jeans = hub.subscribe(jean, event -> {});
        hub.opened(jean, HER, "\"1\"");
        jeans.close();
        jeans.close();
        assertThat(heardByMarie).containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"), new LiveEvent.NobodyElse(HER));
    }

    @Test
    void a_colleague_is_told_of_with_the_office_and_since_when() {
        List<LiveEvent> heard = new ArrayList<>();
        hub.subscribe(marie, heard::add);
        hub.opened(marie, HER, "\"1\"");
        hub.subscribe(jean, event -> {});
        hub.opened(jean, HER, "\"1\"");
        Instant opened = now;
        now = now.plusSeconds(120);
        hub.opened(jean, HER, "\"1\"");
        assertThat(heard).containsOnly(new LiveEvent.AlsoOpen(HER, "Jean", jean.office(), opened));
    }

    @Test
    void where_one_of_two_colleagues_leaves_the_other_is_named() {
        hub.subscribe(marie, event -> heardByMarie.add(named(event)));
        hub.opened(marie, HER, "\"1\"");
        hub.subscribe(jean, event -> {});
        hub.opened(jean, HER, "\"1\"");
        hub.subscribe(luc, event -> {});
        hub.opened(luc, HER, "\"1\"");
        heardByMarie.clear();
        hub.opened(luc, ANOTHER, "\"1\"");
        assertThat(heardByMarie).containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"));
    }

    @Test
    void a_colleague_who_went_on_long_before_is_not_named_to_whoever_comes_now() {
        List<LiveEvent> heardByJean = new ArrayList<>();
        hub.subscribe(jean, event -> heardByJean.add(named(event)));
        hub.opened(jean, HER, "\"1\"");
        hub.opened(jean, ANOTHER, "\"1\"");
        hub.subscribe(marie, event -> heardByMarie.add(named(event)));
        hub.opened(marie, HER, "\"1\"");
        assertThat(heardByMarie).isEmpty();
        assertThat(heardByJean).isEmpty();
    }

    @Test
    void an_earlier_file_is_heard_of_for_half_an_hour() {
        hub.subscribe(marie, event -> heardByMarie.add(named(event)));
        hub.opened(marie, HER, "\"1\"");
        hub.opened(marie, ANOTHER, "\"1\"");
        hub.publish(new LiveEvent.FileChanged(HER, "1"), "1");
        now = now.plus(Duration.ofMinutes(31));
        hub.publish(new LiveEvent.FileChanged(HER, "2"), "2");
        hub.publish(new LiveEvent.FileChanged(ANOTHER, "3"), "3");
        assertThat(heardByMarie)
                .containsExactly(new LiveEvent.FileChanged(HER, "1"), new LiveEvent.FileChanged(ANOTHER, "3"));
    }

    @Test
    void an_auditor_hears_of_notices_and_offices_and_of_no_list_no_file_and_nobody() {
        Principal auditor = new Principal("a1", "C. M.", Role.AUDITOR, OfficeCode.BRU);
        List<LiveEvent> heard = new ArrayList<>();
        hub.subscribe(auditor, heard::add);
        hub.subscribe(marie, event -> heardByMarie.add(named(event)));
        hub.opened(marie, HER, "\"1\"");
        hub.opened(jean, HER, "\"1\"");
        hub.publish(new LiveEvent.FileChanged(HER, "2"), "2");
        hub.listChanged(OfficeCode.BRU, Worklist.STUCK);
        hub.tellLists();
        assertThat(heardByMarie).contains(new LiveEvent.WorklistsChanged(List.of("stuck")));
        assertThat(heard).isEmpty();
        hub.noticesChanged();
        hub.officesChanged();
        assertThat(heard).containsExactly(new LiveEvent.NoticesChanged(), new LiveEvent.OfficesChanged());
    }

    private static Principal agent(String id, String name) {
        return new Principal(id, name, Role.AGENT, OfficeCode.BRU);
    }

    /** Without office and moment, which have a test of their own. */
    private static LiveEvent named(LiveEvent event) {
        return event instanceof LiveEvent.AlsoOpen also
                ? new LiveEvent.AlsoOpen(also.pensionerId(), also.colleague())
                : event;
    }
}

package eu.guichet.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agents whose windows listen at different nodes. */
class PresenceTest {
    private static final String HER = "p-1";
    private static final String ANOTHER = "p-2";

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final List<String> toldHere = new ArrayList<>();
    private final List<String> toldThere = new ArrayList<>();
    private final LiveHub here = new LiveHub(() -> now, notice -> toldHere.add(notice.written()));
    private final LiveHub there = new LiveHub(() -> now, notice -> toldThere.add(notice.written()));
    private final Principal marie = agent("a-1", "Marie");
    private final Principal jean = agent("a 2", "Jean");
    private final Principal luc = agent("a-3", "Luc");
    private final List<LiveEvent> heardByMarie = new ArrayList<>();
    private final List<LiveEvent> heardByJean = new ArrayList<>();

    @Test
    void colleagues_at_different_nodes_hear_of_each_other_and_of_leaving() {
        here.subscribe(marie, event -> heardByMarie.add(named(event)));
        there.subscribe(jean, event -> heardByJean.add(named(event)));
        here.opened(marie, HER, "\"1\"");
        told();
        there.opened(jean, HER, "\"1\"");
        told();
        assertThat(heardByMarie).containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"));
        assertThat(heardByJean).containsExactly(new LiveEvent.AlsoOpen(HER, "Marie"));
        there.opened(jean, ANOTHER, "\"1\"");
        told();
        assertThat(heardByMarie).containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"), new LiveEvent.NobodyElse(HER));
        here.closed(marie.id(), HER);
        told();
        assertThat(heardByJean).hasSize(1);
    }

    @Test
    void a_colleague_whose_window_is_closed_at_another_node_is_no_longer_there() {
        here.subscribe(marie, event -> heardByMarie.add(named(event)));
        LiveHub.Subscription jeans = there.subscribe(jean, event -> heardByJean.add(named(event)));
        here.opened(marie, HER, "\"1\"");
        there.opened(jean, HER, "\"1\"");
        told();
        jeans.close();
        told();
        assertThat(heardByMarie).containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"), new LiveEvent.NobodyElse(HER));
    }

    @Test
    void a_colleague_whose_node_has_died_is_no_longer_there_after_half_a_minute() {
        here.subscribe(marie, event -> heardByMarie.add(named(event)));
        there.subscribe(jean, event -> heardByJean.add(named(event)));
        here.opened(marie, HER, "\"1\"");
        there.opened(jean, HER, "\"1\"");
        told();
        now = now.plusSeconds(20);
        there.announce();
        told();
        now = now.plusSeconds(20);
        here.expire();
        assertThat(heardByMarie).as("told again").containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"));
        now = now.plus(Duration.ofSeconds(10));
        here.expire();
        assertThat(heardByMarie).containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"), new LiveEvent.NobodyElse(HER));
    }

    @Test
    void where_one_of_two_colleagues_leaves_the_other_is_named_wherever_she_is() {
        here.subscribe(marie, event -> heardByMarie.add(named(event)));
        here.subscribe(luc, _ -> {});
        there.subscribe(jean, event -> heardByJean.add(named(event)));
        here.opened(marie, HER, "\"1\"");
        there.opened(jean, HER, "\"1\"");
        told();
        here.opened(luc, HER, "\"1\"");
        told();
        here.closed(luc.id(), HER);
        assertThat(heardByMarie.getLast()).isEqualTo(new LiveEvent.AlsoOpen(HER, "Jean"));
        there.closed(jean.id(), HER);
        told();
        assertThat(heardByMarie.getLast()).isEqualTo(new LiveEvent.NobodyElse(HER));
    }

    @Test
    void a_node_that_has_just_begun_is_told_who_is_where() {
        there.subscribe(jean, event -> heardByJean.add(named(event)));
        there.opened(jean, HER, "\"1\"");
        toldThere.clear();
        here.begin();
        told();
        here.subscribe(marie, event -> heardByMarie.add(named(event)));
        here.opened(marie, HER, "\"1\"");
        assertThat(heardByMarie).containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"));
    }

    @Test
    void a_window_that_listens_at_another_node_than_its_calls_go_to_hears_of_its_file() {
        here.subscribe(marie, event -> heardByMarie.add(named(event)));
        there.opened(marie, HER, "\"1\"");
        told();
        here.seen(HER, "\"1\"");
        assertThat(heardByMarie).isEmpty();
        here.seen(HER, "\"2\"");
        assertThat(heardByMarie).containsExactly(new LiveEvent.FileChanged(HER, "\"2\""));
        there.subscribe(jean, event -> heardByJean.add(named(event)));
        there.opened(jean, HER, "\"2\"");
        told();
        assertThat(heardByJean).contains(new LiveEvent.AlsoOpen(HER, "Marie"));
        assertThat(heardByMarie.getLast()).isEqualTo(new LiveEvent.AlsoOpen(HER, "Jean"));
    }

    @Test
    void a_window_that_goes_on_at_another_node_is_still_there() {
        here.subscribe(marie, event -> heardByMarie.add(named(event)));
        here.opened(marie, HER, "\"1\"");
        LiveHub.Subscription before = there.subscribe(jean, event -> heardByJean.add(named(event)));
        there.opened(jean, HER, "\"1\"");
        told();
        here.subscribe(jean, event -> heardByJean.add(named(event)));
        before.close();
        told();
        assertThat(heardByMarie).containsExactly(new LiveEvent.AlsoOpen(HER, "Jean"));
    }

    @Test
    void what_a_node_of_another_version_tells_is_passed_over() {
        assertThat(Notice.read("@something else")).isEmpty();
        assertThat(Notice.read("@at node")).isEmpty();
        assertThat(Notice.read("p1 of another form")).isEmpty();
        assertThat(Notice.read("p1")).contains(new Notice.Changed("p1", null));
        assertThat(Notice.read("p1 1000")).contains(new Notice.Changed("p1", Instant.ofEpochSecond(1)));
    }

    /** Hands over what each has told, until nothing is left. */
    private void told() {
        while (!toldHere.isEmpty() || !toldThere.isEmpty()) {
            heard(there, toldHere);
            heard(here, toldThere);
        }
    }

    private void heard(LiveHub hub, List<String> told) {
        List<String> written = List.copyOf(told);
        told.clear();
        for (String one : written) {
            switch (Notice.read(one).orElseThrow()) {
                case Notice.Changed _, Notice.Lists _, Notice.Board _, Notice.Offices _ -> {}
                case Notice.Opened opened -> hub.openedElsewhere(opened);
                case Notice.At at ->
                    hub.isAtElsewhere(
                            at,
                            Stream.of(marie, jean, luc)
                                    .filter(agent -> agent.id().equals(at.agentId()))
                                    .findFirst()
                                    .map(agent -> new Colleague(agent.id(), agent.name(), agent.office()))
                                    .orElseThrow());
                case Notice.Closed closed -> hub.closedElsewhere(closed.agentId(), closed.pensionerId());
                case Notice.Gone gone -> hub.goneElsewhere(gone);
                case Notice.Approval approval -> hub.approvalElsewhere(approval);
                case Notice.Begun _ -> hub.announce();
            }
        }
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

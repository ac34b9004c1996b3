package eu.guichet.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.SearchRow;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SearchModelTest {
    private final SampleClient client = new SampleClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final List<String> opened = new ArrayList<>();
    private final SearchModel model =
            new SearchModel(client, tasks, (row, reason) -> opened.add(row.id() + " " + reason.value()));

    @Test
    void typing_is_searched_for_when_it_rests() {
        type("mü");
        tasks.pass(Duration.ofMillis(119));
        type("müll");
        tasks.pass(Duration.ofMillis(119));
        assertThat(client.calls).isEmpty();

        tasks.pass(Duration.ofMillis(1));

        assertThat(client.calls).containsExactly("search müll");
        assertThat(names()).containsExactly("MÜLLER Annelise", "MULLER Anne");
    }

    @Test
    void an_older_answer_never_overwrites_a_newer_one() {
        tasks.hold();
        search("ferrari");
        search("lindqvist");

        tasks.answerLast();
        tasks.answerNext();

        assertThat(names()).containsExactly("LINDQVIST Sofia");
    }

    @Test
    void arrows_stop_at_both_ends() {
        search("muller");

        model.move(-1);
        assertThat(selected()).isEqualTo("MÜLLER Annelise");
        model.move(1);
        model.move(1);
        assertThat(selected()).isEqualTo("MULLER Anne");
    }

    @Test
    void a_row_stands_where_the_open_file_stands_and_stays_selected() {
        search("muller");
        PensionerFile file = SampleFiles.waitsForSms();
        SearchRow earlier = SampleFiles.row(file).standingAs(SampleFiles.notStarted());
        model.rows().set(0, earlier);
        model.select(earlier);

        model.learn(file);

        assertThat(model.rows().getFirst()).isEqualTo(SampleFiles.row(file));
        assertThat(model.selected().get()).isEqualTo(SampleFiles.row(file));
    }

    @Test
    void the_file_is_opened_with_the_reason_that_was_chosen() {
        search("muller");
        model.open();
        model.reason().set(OpeningReason.COUNTER);
        model.open();

        assertThat(opened).containsExactly("p-muller call", "p-muller counter");
    }

    @Test
    void a_ticket_needs_its_number() {
        search("muller");
        model.reason().set(OpeningReason.TICKET);
        model.open();
        assertThat(opened).isEmpty();
        assertThat(model.ticketMissing().get()).isTrue();

        model.ticket().set(" IM-204518 ");
        assertThat(model.ticketMissing().get()).isFalse();
        model.open();

        assertThat(opened).containsExactly("p-muller ticket IM-204518");
    }

    @Test
    void Enter_before_the_answer_opens_whoever_is_then_found_alone() {
        search("muller");
        tasks.hold();
        type("ferrari");
        model.open();
        assertThat(opened).isEmpty();

        tasks.answerLast();

        assertThat(opened).singleElement().asString().endsWith(" call");
        assertThat(names()).hasSize(1);
    }

    @Test
    void Enter_before_the_answer_opens_nobody_of_several() {
        tasks.hold();
        type("muller");
        model.open();
        tasks.answerLast();

        assertThat(names()).hasSize(2);
        assertThat(opened).isEmpty();
        model.open();
        assertThat(opened).hasSize(1);
    }

    @Test
    void with_somebody_else_chosen_in_the_list_the_open_file_is_not_who_is_meant() {
        search("muller");
        assertThat(model.agreement("p-muller")).isEqualTo(Agreement.AGREES);
        model.move(1);
        assertThat(model.agreement("p-muller")).isEqualTo(Agreement.OTHER_CHOSEN);
        model.clear();
        assertThat(model.agreement("p-muller")).isEqualTo(Agreement.AGREES);
    }

    @Test
    void from_the_first_key_of_another_search_on_the_open_file_is_not_who_is_meant() {
        search("muller");
        type("mullerx");
        assertThat(model.agreement("p-muller")).isEqualTo(Agreement.SEARCHING);
        tasks.pass(SearchModel.REST);
        assertThat(model.agreement("p-muller")).isEqualTo(Agreement.NOBODY);
    }

    @Test
    void after_a_search_that_failed_nobody_is_who_is_meant() {
        client.fail(new ClientException.Unreachable("gone", null));
        search("muller");
        assertThat(model.agreement("p-muller")).isEqualTo(Agreement.FAILED);
    }

    @Test
    void what_has_the_shape_of_a_confirmation_code_is_searched_for_nowhere_and_does_not_stay() {
        search("4KQ7-93VX-7KQ4-93VX");

        assertThat(client.calls).isEmpty();
        assertThat(model.query().get()).isEmpty();
        assertThat(model.codeRefused().get()).isTrue();
    }

    @Test
    void Enter_before_the_answer_never_opens_who_was_found_before() {
        search("muller");
        tasks.hold();
        type("ferrari");
        model.open();

        assertThat(opened).isEmpty();
        tasks.answerNext();
        assertThat(names()).containsExactly("FERRARI Giovanni");
    }

    @Test
    void clearing_the_field_clears_the_results_and_a_late_answer_does_not_bring_them_back() {
        tasks.hold();
        search("muller");
        model.clear();
        tasks.answerNext();

        assertThat(model.rows()).isEmpty();
        assertThat(model.state().get()).isEqualTo(SearchModel.State.IDLE);
    }

    @Test
    void nobody_found_and_a_failure_are_told_apart() {
        search("zzz");
        assertThat(model.state().get()).isEqualTo(SearchModel.State.NOBODY);

        client.fail(new ClientException.Unreachable("gone", null));
        search("muller");
        assertThat(model.state().get()).isEqualTo(SearchModel.State.FAILED);

        client.fail(null);
        model.search();
        assertThat(model.state().get()).isEqualTo(SearchModel.State.FOUND);
    }

    @Test
    void Enter_after_a_failed_repeat_of_a_search_searches_again_and_opens_nobody() {
        search("muller");
        client.fail(new ClientException.Unreachable("gone", null));
        model.search();
        client.fail(null);

        model.open();

        assertThat(client.calls).containsExactly("search muller", "search muller", "search muller");
        assertThat(opened).isEmpty();
        assertThat(names()).containsExactly("MÜLLER Annelise", "MULLER Anne");
    }

    @Test
    void what_was_selected_stays_selected_when_the_same_search_is_answered_again() {
        search("muller");
        model.move(1);

        model.search();

        assertThat(selected()).isEqualTo("MULLER Anne");
    }

    private void type(String text) {
        model.query().set(text);
    }

    private void search(String text) {
        type(text);
        tasks.pass(SearchModel.REST);
    }

    private String selected() {
        return Objects.requireNonNull(model.selected().get()).name();
    }

    private List<String> names() {
        return model.rows().stream().map(SearchRow::name).toList();
    }
}

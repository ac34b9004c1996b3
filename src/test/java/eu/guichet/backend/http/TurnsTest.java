package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.ProblemType;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(1, Duration.ZERO);

    @Test
    void who_gets_no_turn_in_time_is_told_when_to_ask_again() {
        String answered = turns.taken(() -> {
            assertThatThrownBy(() -> turns.taken(() -> "second"))
                    .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                    .satisfies(refused -> {
                        assertThat(refused.type()).isEqualTo(ProblemType.UNAVAILABLE);
                        assertThat(refused.headers()).containsEntry("Retry-After", "1");
                    });
            return "first";
        });
        assertThat(answered).isEqualTo("first");
    }

    @Test
    void a_turn_ends_with_the_work_even_where_it_fails() {
        assertThatThrownBy(() -> turns.taken(() -> {
                    throw new IllegalStateException("failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(turns.taken(() -> "next")).isEqualTo("next");
    }
}

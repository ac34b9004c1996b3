package eu.guichet.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTimesTest {
    @Test
    void a_time_is_read_however_people_in_the_offices_write_it() {
        for (String typed :
                List.of("9:30", "09:30", "9h30", "9 h 30", "9.30", "0930", "930", "9 30", " 9:30 ", "9:30 Uhr")) {
            assertThat(TypedTimes.parse(typed)).as(typed).contains(LocalTime.of(9, 30));
        }
        for (String typed : List.of("14", "14h", "14 Uhr", "14:00", "1400")) {
            assertThat(TypedTimes.parse(typed)).as(typed).contains(LocalTime.of(14, 0));
        }
    }

    @Test
    void what_is_no_time_is_none() {
        for (String typed : List.of("", "noon", "25:00", "9:60", "9:3", "12345", "-9:30", "9:30:15")) {
            assertThat(TypedTimes.parse(typed)).as(typed).isEmpty();
        }
    }
}

package eu.guichet.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1040);
    private static final Rectangle2D SECOND = new Rectangle2D(1920, 0, 2560, 1400);

    @Test
    void a_window_stays_where_it_was() {
        WindowPlace place = new WindowPlace(2000, 100, 1300, 900, false);

        assertThat(place.within(List.of(MAIN, SECOND))).isEqualTo(place);
    }

    @Test
    void a_window_whose_screen_is_gone_comes_to_the_main_one() {
        WindowPlace place = new WindowPlace(2000, 100, 1300, 900, false).within(List.of(MAIN));

        assertThat(place).isEqualTo(new WindowPlace(620, 100, 1300, 900, false));
    }

    @Test
    void a_window_is_never_larger_than_its_screen_nor_smaller_than_its_contents() {
        assertThat(new WindowPlace(-50, -50, 5000, 3000, false).within(List.of(MAIN)))
                .isEqualTo(new WindowPlace(0, 0, 1920, 1040, false));
        assertThat(new WindowPlace(0, 0, 20, 20, false).within(List.of(MAIN)).width())
                .isEqualTo(WindowPlace.LEAST_WIDTH);
    }
}

package eu.guichet.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.desktop.ui.UiTest;
import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayFieldTest extends UiTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private DayField field;
    private Button elsewhere;

    @BeforeEach
    void open() {
        field = fx(() -> new DayField("day", "Date", TODAY, () -> TODAY));
        elsewhere = fx(() -> new Button("elsewhere"));
        show(fx(() -> new VBox(field, elsewhere)), 300, 100);
    }

    private LocalDate typed(String text) {
        fxRun(() -> {
            field.requestFocus();
            field.getEditor().setText(text);
            elsewhere.requestFocus();
        });
        return fx(field::getValue);
    }

    @Test
    void a_day_stands_there_as_it_is_written_in_the_offices_and_is_typed_in_any_way() {
        assertThat(fx(() -> field.getEditor().getText())).isEqualTo("24/11/2026");
        assertThat(typed("3.11.26")).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(typed("3 novembre 2026")).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(typed("2026-11-05")).isEqualTo(LocalDate.of(2026, 11, 5));
    }

    @Test
    void what_is_no_day_or_has_not_come_yet_leaves_the_day_and_shows_it_again() {
        assertThat(typed("25/11/2026")).isEqualTo(TODAY);
        assertThat(typed("soon")).isEqualTo(TODAY);
        assertThat(fx(() -> field.getEditor().getText())).isEqualTo("24/11/2026");
    }
}

package eu.guichet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+32 470 12 34 56", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void what_a_spreadsheet_would_compute_is_made_a_text(String cell) {
        assertThat(CsvCells.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MÜLLER Annelise", "a=b", "2026-11-23 10:00", "'t Hart"})
    void anything_else_stays_as_it_is(String cell) {
        assertThat(CsvCells.safe(cell)).isEqualTo(cell);
    }
}

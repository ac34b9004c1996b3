package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatedOfficeTest {
    private static final String MORNINGS = "MONDAY-FRIDAY 9:30-12:30";

    private static DatedOffice.Entry entry(
            long number, String from, @Nullable String counter, String phone, String closures) {
        return new DatedOffice.Entry(
                number,
                LocalDate.parse(from),
                counter == null ? null : new DatedOffice.Counter("Drosbach", WeeklyHours.parse(counter)),
                WeeklyHours.parse(phone),
                List.of("+352 4301 36100"),
                null,
                Closure.parse(closures));
    }

    private static DatedOffice office(DatedOffice.Entry... entries) {
        return new DatedOffice(OfficeCode.LUX, ZoneId.of("Europe/Luxembourg"), Arrays.asList(entries));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Offices.Desk phone(DatedOffice office, String now) {
        return office.at(at(now)).phone();
    }

    @Test
    void a_day_of_the_week_may_have_hours_of_its_own() {
        WeeklyHours hours = WeeklyHours.parse("MONDAY-THURSDAY 9:00-12:00 14:00-16:00; FRIDAY 9:00-12:00");
        assertThat(hours.text()).isEqualTo("MONDAY-THURSDAY 9:00-12:00 14:00-16:00; FRIDAY 9:00-12:00");
        assertThat(hours.groups()).hasSize(2);
        assertThat(WeeklyHours.parse("MONDAY 9:00-12:00; TUESDAY 9:00-12:00").text())
                .isEqualTo("MONDAY-TUESDAY 9:00-12:00");
        assertThatThrownBy(() -> WeeklyHours.parse("MONDAY-FRIDAY 9:00-12:00; FRIDAY 9:00-10:00"))
                .hasMessageContaining("once");
    }

    @Test
    void other_hours_hold_from_their_day_on_and_what_has_been_stays_as_it_was() {
        DatedOffice office = office(
                entry(1, "1970-01-01", null, MORNINGS, ""),
                entry(2, "2026-12-01", null, "MONDAY-FRIDAY 14:00-16:00", ""));
        assertThat(phone(office, "2026-11-30T10:00:00Z").openAt(at("2026-11-30T10:00:00Z")))
                .isTrue();
        assertThat(phone(office, "2026-12-01T10:00:00Z").openAt(at("2026-12-01T10:00:00Z")))
                .isFalse();
        assertThat(phone(office, "2026-11-30T12:00:00Z").changesAt(at("2026-11-30T12:00:00Z")))
                .as("at the close of the last day with the earlier hours")
                .isEqualTo("2026-12-01T13:00:00Z");
        assertThat(phone(office, "2026-11-30T12:00:00Z").openAt(at("2026-12-01T13:30:00Z")))
                .as("asked the day before")
                .isTrue();
        assertThat(office.on(LocalDate.parse("2020-01-01")).number()).isEqualTo(1);
    }

    @Test
    void of_two_entries_for_one_day_the_later_one_holds() {
        DatedOffice office = office(
                entry(1, "1970-01-01", null, MORNINGS, ""),
                entry(2, "2026-12-01", null, "MONDAY 9:00-10:00", ""),
                entry(3, "2026-12-01", null, "TUESDAY 9:00-10:00", ""));
        assertThat(office.on(LocalDate.parse("2026-12-01")).number()).isEqualTo(3);
    }

    @Test
    void a_closing_day_written_last_counts_although_other_hours_are_due_before_it() {
        DatedOffice office = office(
                entry(1, "1970-01-01", null, MORNINGS, "2026-05-01 2027-01-01"),
                entry(2, "2027-03-01", null, "MONDAY-FRIDAY 9:00-16:00", "2027-05-06"),
                entry(3, "2026-11-23", null, MORNINGS, "2026-12-24/2027-01-01 2027-05-06/2027-05-07"));
        assertThat(office.closed())
                .contains(LocalDate.parse("2026-05-01"), LocalDate.parse("2027-05-07"), LocalDate.parse("2026-12-28"));
        assertThat(office.on(LocalDate.parse("2027-03-01")).number()).isEqualTo(2);
        assertThat(phone(office, "2027-05-05T15:00:00Z").changesAt(at("2027-05-05T15:00:00Z")))
                .isEqualTo("2027-05-10T07:00:00Z");
    }

    @Test
    void opening_follows_the_clock_of_the_office_over_the_change_to_summer_time() {
        DatedOffice office = office(entry(1, "1970-01-01", null, MORNINGS, ""));
        assertThat(phone(office, "2027-03-26T12:00:00Z").changesAt(at("2027-03-26T12:00:00Z")))
                .as("Friday noon before the last Sunday in March")
                .isEqualTo("2027-03-29T07:30:00Z");
        assertThat(phone(office, "2027-03-26T08:30:00Z").openAt(at("2027-03-26T08:30:00Z")))
                .isTrue();
        assertThat(phone(office, "2027-03-29T07:29:59Z").openAt(at("2027-03-29T07:29:59Z")))
                .isFalse();
    }

    @Test
    void a_counter_that_closes_for_good_is_none_once_it_has_closed() {
        DatedOffice office =
                office(entry(1, "1970-01-01", MORNINGS, MORNINGS, ""), entry(2, "2026-12-01", null, MORNINGS, ""));
        assertThat(Objects.requireNonNull(office.at(at("2026-11-30T09:00:00Z")).counter())
                        .changesAt(at("2026-11-30T09:00:00Z")))
                .isEqualTo("2026-11-30T11:30:00Z");
        assertThat(office.at(at("2026-11-30T12:00:00Z")).counter()).isNull();
    }

    @Test
    void days_in_a_row_are_one_closure() {
        assertThat(Closure.text(
                        Closure.of(Closure.parse("2026-12-25 2026-12-24 2026-12-26/2026-12-27 2027-01-01").stream()
                                .flatMap(Closure::days)
                                .toList())))
                .isEqualTo("2026-12-24/2026-12-27 2027-01-01");
    }
}

package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.OfficeCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OfficesTest {
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("BRU.zone", "Europe/Brussels"),
            Map.entry("BRU.counter.place", "SC-27 00/03"),
            Map.entry("BRU.counter.hours", "MONDAY-FRIDAY 9:00-12:00 14:00-16:00"),
            Map.entry("BRU.phone.hours", "MONDAY-FRIDAY 9:00-12:00 14:00-16:00"),
            Map.entry("BRU.phone.numbers", "+32 2 297 68 88, +32 2 297 68 89"),
            Map.entry("BRU.holidays", "2026-07-21"),
            Map.entry("LUX.zone", "Europe/Luxembourg"),
            Map.entry("LUX.counter.place", "DRB B2/085"),
            Map.entry("LUX.counter.hours", "MONDAY-FRIDAY 9:30-12:30 14:00-16:00"),
            Map.entry("LUX.phone.hours", "MONDAY-FRIDAY 9:30-12:30"),
            Map.entry("LUX.phone.numbers", "+352 4301 36100"),
            Map.entry("ISP.zone", "Europe/Rome"),
            Map.entry("ISP.phone.hours", "MONDAY-FRIDAY 9:30-12:30"),
            Map.entry("ISP.phone.numbers", "+39 0332 78 30 30"),
            Map.entry("DIGIT.email", "helpdesk@example.org"),
            Map.entry("DIGIT.hours", "MONDAY-FRIDAY 8:00-18:00"),
            Map.entry("holidays", "2026-05-01 2026-12-24/2026-12-31"));

    private static final Offices OFFICES = Offices.read(TABLE);

    @Test
    void the_counter_opens_at_nine_local_time_and_closes_at_noon() {
        assertThat(counter("2026-03-02T07:59:59Z")).isFalse();
        assertThat(counter("2026-03-02T08:00:00Z")).isTrue();
        assertThat(counter("2026-03-02T10:59:59Z")).isTrue();
        assertThat(counter("2026-03-02T11:00:00Z")).isFalse();
        // In summer an hour earlier by UTC.
        assertThat(counter("2026-07-06T07:00:00Z")).isTrue();
    }

    @Test
    void it_tells_when_it_changes_next() {
        assertThat(changes("2026-03-02T08:30:00Z")).isEqualTo("2026-03-02T11:00:00Z");
        assertThat(changes("2026-03-02T11:00:00Z")).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(changes("2026-03-06T15:00:00Z")).as("Friday evening").isEqualTo("2026-03-09T08:00:00Z");
    }

    @Test
    void on_a_holiday_it_is_closed_all_day() {
        assertThat(counter("2026-05-01T08:00:00Z")).isFalse();
        assertThat(changes("2026-12-23T15:00:00Z")).as("the end of the year").isEqualTo("2027-01-01T08:00:00Z");
    }

    @Test
    void a_national_holiday_closes_that_office_only() {
        Instant belgianHoliday = Instant.parse("2026-07-21T08:00:00Z");
        assertThat(site(OfficeCode.BRU).phone().openAt(belgianHoliday)).isFalse();
        assertThat(site(OfficeCode.LUX).phone().openAt(belgianHoliday)).isTrue();
    }

    @Test
    void Ispra_has_a_phone_and_no_counter() {
        assertThat(site(OfficeCode.ISP).counter()).isNull();
        assertThat(site(OfficeCode.ISP).phoneNumbers()).containsExactly("+39 0332 78 30 30");
        assertThat(site(OfficeCode.BRU).phoneNumbers()).hasSize(2);
    }

    @Test
    void a_table_with_a_mistake_names_the_line() {
        Map<String, String> wrong = new HashMap<>(TABLE);
        wrong.put("LUX.phone.hours", "MONDAY-FRIDAY 9h30");
        assertThatThrownBy(() -> Offices.read(wrong)).hasMessageContaining("LUX.phone.hours");
        wrong.remove("LUX.phone.hours");
        assertThatThrownBy(() -> Offices.read(wrong)).hasMessageContaining("LUX.phone.hours is missing");
        wrong.put("LUX.phone.hours", "MONDAY-FRIDAY 14:00-16:00 9:30-12:30");
        assertThatThrownBy(() -> Offices.read(wrong)).hasMessageContaining("out of order");
    }

    private static Offices.Site site(OfficeCode code) {
        return OFFICES.site(code);
    }

    private static boolean counter(String now) {
        return Objects.requireNonNull(site(OfficeCode.BRU).counter()).openAt(Instant.parse(now));
    }

    private static String changes(String now) {
        return Objects.requireNonNull(site(OfficeCode.BRU).counter())
                .changesAt(Instant.parse(now))
                .toString();
    }
}

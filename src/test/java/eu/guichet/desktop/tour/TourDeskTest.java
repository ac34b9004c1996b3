package eu.guichet.desktop.tour;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.file.OfficeDirectory;
import eu.guichet.process.Offices;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class TourDeskTest {
    @Test
    void the_call_that_the_tour_promises_is_on_a_working_day_within_the_hours_of_every_office() {
        ZonedDateTime now = ZonedDateTime.now(TourDesk.tuesday());
        assertThat(Offices.read(OfficeDirectory.table()).all()).isNotEmpty().allSatisfy(office -> {
            assertThat(office.phone().openAt(now.toInstant()))
                    .as("when it begins")
                    .isTrue();
            ZonedDateTime promised = now.plusDays(1).with(OfficeDay.PROMISED);
            assertThat(office.phone().openAt(promised.toInstant()))
                    .as("%s at %s", office.code(), promised)
                    .isTrue();
        });
    }
}

package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.contract.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Draws, once for each office and day, a sample of the letters and resends of that day, to be looked at by a supervisor. Nobody
 * knows beforehand which, and what is drawn is not drawn again.
 */
public final class DrawSamples {
    private static final Set<AuditAct> DRAWN = Set.of(AuditAct.LETTER_GENERATED, AuditAct.MESSAGE_SENT);
    /** What was begun before midnight stands in the trail by then. */
    private static final Duration LATE = Duration.ofMinutes(10);
    /** Days before are not made up for: nobody would remember what was done. */
    private static final int DAYS = 7;

    private final Desk desk;
    private final Function<OfficeCode, ZoneId> zones;
    private final RandomGenerator random;

    /** @param zones the zone of each office */
    public DrawSamples(Desk desk, Function<OfficeCode, ZoneId> zones, SecureRandom random) {
        this.desk = desk;
        this.zones = zones;
        this.random = random;
    }

    /** @return false, as all that is due is done at once */
    public boolean round() {
        for (OfficeCode office : OfficeCode.values()) {
            LocalDate yesterday = desk.now()
                    .minus(LATE)
                    .atZone(zones.apply(office))
                    .toLocalDate()
                    .minusDays(1);
            Optional<LocalDate> drawn = desk.read(tx -> tx.reviews().drawn(office));
            LocalDate earliest = yesterday.minusDays(DAYS - 1L);
            LocalDate first = drawn.map(last -> last.plusDays(1))
                    .map(next -> next.isBefore(earliest) ? earliest : next)
                    .orElse(yesterday);
            // a clock that was ahead has drawn later days already
            if (!first.isAfter(yesterday)) {
                first.datesUntil(yesterday.plusDays(1)).forEach(day -> draw(office, day));
            }
        }
        return false;
    }

    private void draw(OfficeCode office, LocalDate day) {
        ZoneId zone = zones.apply(office);
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (desk.read(tx -> tx.reviews().done(office, DRAWN, from, until)).isEmpty()) {
            boolean _ = desk.writeBeside(tx -> tx.reviews().draw(office, day));
            return;
        }
        Principal program = new Principal("guichet", "Guichet", Role.PROCESS, office);
        int _ = desk.act(program, AuditAct.SAMPLE_DRAWN, null, null, tx -> {
            if (!tx.reviews().draw(office, day)) {
                return Done.nothing(0, "repeated");
            }
            List<Long> done = new ArrayList<>(tx.reviews().done(office, DRAWN, from, until));
            int wanted = desk.datedPolicy().at(from).samples().of(done.size());
            Collections.shuffle(done, random);
            tx.reviews().lay(done.subList(0, wanted), ReviewWhy.SAMPLE, desk.now());
            return new Done<>(wanted, wanted + " of " + done.size() + " on " + day);
        });
    }
}

package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.OfficeCode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@OnBothStores
class WarmUpTest {
    private static final int PEOPLE = 300;

    @TempDir
    Path folder;

    private final Logger log = (Logger) LoggerFactory.getLogger(WarmUp.class);
    private final BlockingQueue<ILoggingEvent> said = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            said.add(event);
        }
    };
    private final Queue<Pensioner> practised = new ConcurrentLinkedQueue<>();
    private Database database;
    private PeopleSearch search;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        search = new PeopleSearch(database, InstantSource.system());
        database.execute(tx -> {
            for (int i = 0; i < PEOPLE; i++) {
                tx.pensioners().add(Stores.somebody("p" + i));
            }
        });
        listener.start();
        log.addAppender(listener);
        log.setLevel(Level.INFO);
    }

    @AfterEach
    void close() {
        log.detachAppender(listener);
        log.setLevel(null);
        search.close();
        database.close();
    }

    private ILoggingEvent said() throws InterruptedException {
        ILoggingEvent event = said.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    @Test
    void everybody_is_read_before_anybody_has_searched() throws InterruptedException {
        try (WarmUp _ = WarmUp.of(search, practised::add)) {
            assertThat(said().getFormattedMessage()).startsWith(PEOPLE + " people can be searched for");
        }
        assertThat(search.warmUp()).as("left to read for the first search").isZero();
        assertThat(search.search("muller", 20, OfficeCode.LUX).ids()).hasSize(20);
    }

    @Test
    void what_is_no_longer_wanted_ends_between_two_people_and_the_first_search_reads_them_all() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(catchThrowable(() -> search.warmUp(() -> asked.incrementAndGet() < 10)))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(10);
        assertThat(search.warmUp()).isEqualTo(PEOPLE);
    }

    @Test
    void a_failure_is_told_in_the_log_and_closing_waits_for_nothing() throws InterruptedException {
        database.close();
        try (WarmUp _ = WarmUp.of(search, practised::add)) {
            assertThat(said().getLevel().isGreaterOrEqual(Level.WARN)).isTrue();
        }
    }
}

package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class AuditTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void every_act_is_stored_as_its_key_and_read_back_as_it() {
        try (Database database = Stores.open(folder)) {
            for (AuditAct act : AuditAct.values()) {
                database.execute(tx -> tx.audit().add(row(act)));
            }
            assertThat(entries(database))
                    .extracting(AuditEntry::act)
                    .allSatisfy(key -> assertThat(AuditAct.of(key)).isPresent());
            assertThat(entries(database)).hasSize(AuditAct.values().length);
        }
    }

    @Test
    void an_act_that_this_version_does_not_know_is_still_shown() throws SQLException {
        String url = Stores.url(folder);
        try (Database database = Database.open(url)) {
            database.execute(tx -> tx.audit().add(row(AuditAct.FILE_READ)));
            try (var connection = DriverManager.getConnection(url.startsWith("jdbc:") ? url : "jdbc:sqlite:" + url);
                    var statement = connection.createStatement()) {
                statement.execute("INSERT INTO audit (sequence, happened_at, agent_id, agent_name, role, office, act,"
                        + " outcome) SELECT sequence + 1, happened_at, agent_id, agent_name, role, office, 'file-sealed',"
                        + " outcome FROM audit");
            }
            assertThat(entries(database)).extracting(AuditEntry::act).containsExactly("file-sealed", "file-read");
        }
    }

    private static List<AuditEntry> entries(Database database) {
        return database.read((Tx tx) -> tx.audit().page(null, null, 100)).entries();
    }

    private static AuditRow row(AuditAct act) {
        return new AuditRow(NOW, "a1", "M. D.", Role.AGENT, OfficeCode.LUX, act, "p1", null, "call", "done", true);
    }
}

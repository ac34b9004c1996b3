package eu.guichet.backend.http;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.file.FileSnapshot;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a file up to the text of the answer, which nobody sees: it is the costliest of the calls that begin each contact. It
 * reads alone, and leaves no audit row, since nobody has seen anybody.
 */
final class FilePractice {
    private final Database database;
    private final FileAssembler files;
    private final InstantSource clock;

    FilePractice(Database database, FileAssembler files, InstantSource clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    /** @return the text; empty where there is nobody of this id any more */
    Optional<String> of(Pensioner person) {
        Instant now = clock.instant();
        Principal nobody = new Principal("", "", Role.AGENT, person.office());
        return database.read(tx -> FileSnapshot.read(tx, person.id(), nobody, now))
                .map(onFile -> ContractJson.mapper().writeValueAsString(files.file(onFile, 0, Locale.FRENCH, now)));
    }
}

package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.OfficeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class NamesOnDiskTest {
    private static final int PEOPLE = 60;

    @TempDir
    Path folder;

    private Database database;
    private Path names;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        names = folder.resolve("names");
        database.execute(tx -> {
            for (int i = 0; i < PEOPLE; i++) {
                tx.pensioners().add(Stores.somebody("p" + i, "Wagner", "Clara", null, null));
            }
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void add(String id, String lastName) {
        database.execute(tx -> tx.pensioners().add(Stores.somebody(id, lastName, "Rita", null, null)));
    }

    private PeopleSearch search() {
        return new PeopleSearch(database, InstantSource.system(), names);
    }

    private static List<String> found(PeopleSearch search, String query) {
        return search.search(query, 20, OfficeCode.BRU).ids();
    }

    /** How many had to be read after a start. */
    private int readAtStart() {
        try (PeopleSearch search = search()) {
            int read = search.warmUp();
            assertThat(found(search, "wagner clara")).hasSize(20);
            return read;
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(names)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }

    @Test
    void after_a_start_nobody_is_read_who_has_been_read_before() {
        assertThat(readAtStart()).isEqualTo(PEOPLE);
        assertThat(readAtStart()).isZero();
        try (PeopleSearch search = search()) {
            assertThat(found(search, "wagner clara"))
                    .as("without anything read before")
                    .hasSize(20);
        }
    }

    @Test
    void who_came_or_changed_while_the_program_was_down_is_read_and_nobody_else() {
        readAtStart();
        add("new", "Neuville");
        try (PeopleSearch search = search()) {
            assertThat(search.warmUp()).isEqualTo(1);
            assertThat(found(search, "neuville")).containsExactly("new");
        }
    }

    @Test
    void what_came_while_the_program_was_up_is_kept_when_it_ends() {
        readAtStart();
        try (PeopleSearch search = search()) {
            add("new", "Neuville");
            assertThat(found(search, "neuville")).containsExactly("new");
        }
        assertThat(readAtStart()).isZero();
    }

    @Test
    void an_index_of_another_store_is_made_anew() {
        readAtStart();
        try (Database other = Stores.open(folder.resolve("other"));
                PeopleSearch search = new PeopleSearch(other, InstantSource.system(), names)) {
            other.execute(tx -> tx.pensioners().add(Stores.somebody("other", "Otherwise", "Rita", null, null)));
            assertThat(found(search, "wagner clara")).isEmpty();
            assertThat(found(search, "otherwise")).containsExactly("other");
        }
    }

    @Test
    void an_index_that_is_ahead_of_a_store_put_back_from_a_backup_is_made_anew() {
        readAtStart();
        Map<String, String> backup = label();
        add("lost", "Perdu");
        readAtStart();
        // the store as it was when the backup was made, and a change since
        database.execute(tx -> tx.nameIndexes()
                .mark(
                        carried(backup, "index"),
                        0,
                        Long.parseLong(carried(backup, "mark")),
                        InstantSource.system().instant()));
        add("after", "Depuis");
        assertThat(readAtStart()).isEqualTo(PEOPLE + 2);
    }

    @Test
    void a_crash_between_the_store_s_mark_and_the_index_s_commit_costs_nothing() {
        readAtStart();
        Map<String, String> label = label();
        database.execute(tx -> tx.nameIndexes()
                .mark(
                        carried(label, "index"),
                        Long.parseLong(carried(label, "mark")),
                        17,
                        InstantSource.system().instant()));
        assertThat(readAtStart()).isZero();
    }

    @Test
    void an_index_made_by_other_rules_is_made_anew() {
        readAtStart();
        try (NameIndex index = new NameIndex(new NamesPlace(names))) {
            Map<String, String> label = new TreeMap<>(index.label());
            label.put("rules", "those of the version before");
            index.commit(label);
        }
        assertThat(readAtStart()).isEqualTo(PEOPLE);
    }

    private Map<String, String> label() {
        try (NameIndex index = new NameIndex(new NamesPlace(names))) {
            return index.label();
        }
    }

    private static String carried(Map<String, String> label, String name) {
        return Objects.requireNonNull(label.get(name));
    }

    @Test
    void a_file_that_is_cut_short_is_noticed_when_it_is_opened() throws IOException {
        readAtStart();
        for (Path file : files(".cfs")) {
            Files.write(file, new byte[10], StandardOpenOption.TRUNCATE_EXISTING);
        }
        assertThat(readAtStart()).isEqualTo(PEOPLE);
        assertThat(readAtStart()).isZero();
    }

    @Test
    void a_list_of_segments_that_is_nonsense_is_noticed_when_it_is_opened() throws IOException {
        readAtStart();
        try (Stream<Path> files = Files.list(names)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "nonsense");
            }
        }
        assertThat(readAtStart()).isEqualTo(PEOPLE);
    }

    @Test
    void a_byte_that_is_not_as_it_was_written_is_noticed_behind_the_first_searches() throws IOException {
        readAtStart();
        for (Path file : files(".cfs")) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);
        }
        try (PeopleSearch search = search()) {
            search.examine();
            assertThat(found(search, "wagner clara")).hasSize(20);
        }
        assertThat(readAtStart()).isZero();
        try (NameIndex index = new NameIndex(new NamesPlace(names))) {
            assertThat(index.sound()).isTrue();
        }
    }

    @Test
    void whichever_byte_is_wrong_the_program_starts() throws IOException {
        readAtStart();
        Path whole = names;
        Path file = files(".cfs").getFirst();
        byte[] bytes = Files.readAllBytes(file);
        for (int place = 0; place < bytes.length; place += Math.max(1, bytes.length / 300)) {
            names = folder.resolve("damaged-" + place);
            Files.createDirectory(names);
            try (Stream<Path> others = Files.list(whole)) {
                for (Path other : others.toList()) {
                    Files.copy(other, names.resolve(other.getFileName()));
                }
            }
            bytes[place] ^= (byte) 0x80;
            Files.write(names.resolve(file.getFileName()), bytes);
            bytes[place] ^= (byte) 0x80;
            try (NameIndex index = new NameIndex(new NamesPlace(names))) {
                assertThat(index.label()).isNotNull();
            }
        }
    }

    @Test
    void a_second_program_on_the_same_folder_keeps_its_names_in_memory() {
        try (PeopleSearch first = search();
                PeopleSearch second = search()) {
            assertThat(found(first, "wagner clara")).hasSize(20);
            assertThat(found(second, "wagner clara")).hasSize(20);
        }
        assertThat(readAtStart()).isZero();
    }

    @Test
    void nobody_but_the_owner_can_look_into_the_folder_and_what_else_lies_there_stays() throws IOException {
        Files.createDirectory(names);
        Files.writeString(names.resolve("notes.txt"), "mine");
        readAtStart();
        if (names.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(names)))
                    .isEqualTo("rwx------");
        }
        try (NameIndex index = new NameIndex(new NamesPlace(names))) {
            index.clear();
            assertThat(index.size()).isZero();
        }
        assertThat(names.resolve("notes.txt")).hasContent("mine");
    }
}

package eu.guichet.desktop.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code settings.json} in the user's folder. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Path file;
    private final MachineSettings machine;

    /** Of somebody on a machine where nothing is fixed. */
    public SettingsFile(Path folder) {
        this(folder, MachineSettings.NONE);
    }

    /** @param machine what holds whatever stands in the file */
    public SettingsFile(Path folder, MachineSettings machine) {
        this.machine = machine;
        file = folder.resolve("settings.json");
    }

    /** Reads the file; what cannot be understood is put beside it and the defaults are used. */
    public Loaded load() {
        try {
            SettingsJson json = MAPPER.readValue(Files.readAllBytes(file), SettingsJson.class);
            return new Loaded(new Settings(json, machine), null);
        } catch (NoSuchFileException e) {
            return new Loaded(Settings.defaults(machine), null);
        } catch (IOException e) {
            LOG.warn("the settings cannot be read", e);
            return new Loaded(Settings.defaults(machine), file);
        } catch (JacksonException e) {
            // without the exception: it repeats what stands in the file
            LOG.warn("the settings cannot be understood");
            return new Loaded(Settings.defaults(machine), putAside());
        }
    }

    /** The settings as they are now, to be written; for the FX thread, to which they belong. */
    public byte[] text(Settings settings) {
        return MAPPER.writeValueAsBytes(settings.json());
    }

    /**
     * Writes beside and moves over, so that a power cut leaves the old file or the new one.
     *
     * @throws IOException if the folder cannot be written
     */
    public synchronized void write(byte[] text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling("settings.json.new");
        Files.write(fresh, text);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("this file system cannot move in one step", e);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path putAside() {
        Path aside = file.resolveSibling("settings.unreadable.json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return aside;
        } catch (IOException e) {
            LOG.warn("the unreadable settings cannot be put aside", e);
            return file;
        }
    }

    /**
     * @param unreadable where the file is that could not be read; null when all went well
     */
    public record Loaded(Settings settings, @Nullable Path unreadable) {}
}

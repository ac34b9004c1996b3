package eu.guichet.desktop.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.desktop.settings.MachineSettingsException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lines {@code key = value} of the machine-wide file; a backslash is a backslash, so that Windows paths stay what they are. */
final class MachineFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_SHOWN = 40;

    /** A value and the line, from 1, in which it stands. */
    record Value(String text, int line) {}

    private MachineFile() {}

    /**
     * What has a value; nothing where there is no file.
     *
     * @throws MachineSettingsException when a line is no line, or the file cannot be read
     */
    static Map<MachineKey, Value> read(Path file) {
        Map<MachineKey, Value> values = new EnumMap<>(MachineKey.class);
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? withoutMark(lines.getFirst()) : lines.get(i)).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(values, file, i + 1, line);
            }
        }
        values.values().removeIf(value -> value.text().isEmpty());
        return values;
    }

    private static void add(Map<MachineKey, Value> values, Path file, int number, String line) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new MachineSettingsException(Fault.NO_KEY_AND_VALUE, file, number, shown(line), null);
        }
        String name = line.substring(0, equals).strip();
        MachineKey key = MachineKey.of(name)
                .orElseThrow(() -> new MachineSettingsException(Fault.UNKNOWN_KEY, file, number, shown(name), null));
        Value value = new Value(line.substring(equals + 1).strip(), number);
        if (values.put(key, value) != null) {
            throw new MachineSettingsException(Fault.TWICE, file, number, name, null);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new MachineSettingsException(Fault.UNREADABLE, file, 0, "", e);
        }
    }

    private static String withoutMark(String line) {
        return line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}

package eu.guichet.backend.ipp;

import eu.guichet.backend.settings.Authorities;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintingBy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Who prints letters, and on which printers.
 *
 * @param by in training a desk always prints for itself
 * @param printers of the offices that have one
 * @param timeout how long to wait for a printer, for connecting and for each answer
 * @param patience for how long a print job waits for its printer before it is given up
 * @param trust which vouches for the printers' certificates; null for what the Java runtime trusts
 */
public record PrintingSettings(
        PrintingBy by,
        Map<OfficeCode, PrinterSettings> printers,
        Duration timeout,
        Duration patience,
        @Nullable SSLContext trust) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration WAIT = Duration.ofHours(24);

    public static final PrintingSettings STANDARD =
            new PrintingSettings(PrintingBy.OFFICE, Map.of(), TIMEOUT, WAIT, null);

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of("printing", "printing.authority", "printing.timeout", "printing.wait"),
                    Arrays.stream(OfficeCode.values())
                            .map(PrintingSettings::prefix)
                            .flatMap(prefix -> PrinterSettings.names(prefix).stream()))
            .collect(Collectors.toUnmodifiableSet());

    public PrintingSettings {
        printers = Map.copyOf(printers);
    }

    public static boolean isLine(String name) {
        return NAMES.contains(name);
    }

    /** @throws IllegalArgumentException where a line cannot be used */
    public static PrintingSettings read(SettingLines lines) {
        Map<OfficeCode, PrinterSettings> printers = new EnumMap<>(OfficeCode.class);
        for (OfficeCode office : OfficeCode.values()) {
            PrinterSettings.read(lines, prefix(office)).ifPresent(printer -> printers.put(office, printer));
        }
        Duration timeout = lines.time("printing.timeout", TIMEOUT);
        if (timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("printing.timeout: a time from 1s to 2m is expected");
        }
        Duration patience = lines.time("printing.wait", WAIT);
        if (patience.isZero()) {
            throw new IllegalArgumentException("printing.wait: a time of at least 1s is expected");
        }
        return new PrintingSettings(
                lines.choice("printing", PrintingBy.OFFICE),
                printers,
                timeout,
                patience,
                lines.text("printing.authority")
                        .map(file -> Authorities.of("printing.authority", Path.of(file)))
                        .orElse(null));
    }

    private static String prefix(OfficeCode office) {
        return "printer." + office;
    }

    /** The printer of this office; empty where none is set up. */
    public Optional<IppPrinter> printer(OfficeCode office) {
        return Optional.ofNullable(printers.get(office)).map(one -> new IppPrinter(one, timeout, trust));
    }
}

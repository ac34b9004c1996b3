package eu.guichet.backend.ipp;

import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What states and reasons mean, as printers name them (RFC 8011, 5.3.7, 5.3.8 and 5.4.12; PWG 5100). */
final class Troubles {
    private static final String ERRORS = "job-completed-with-errors";

    private Troubles() {}

    /**
     * @param state as the printer gives it; null where it gives none
     * @param printer null where it could not be asked
     */
    static JobStanding read(
            @Nullable JobState state,
            List<String> jobReasons,
            @Nullable PrinterState printer,
            List<String> printerReasons) {
        if (JobState.completed.equals(state)) {
            return jobReasons.contains(ERRORS)
                    ? new JobStanding(PrintState.FAILED, PrintTrouble.ABORTED)
                    : new JobStanding(PrintState.PRINTED, null);
        }
        if (JobState.aborted.equals(state)) {
            return new JobStanding(PrintState.FAILED, PrintTrouble.ABORTED);
        }
        if (JobState.canceled.equals(state)) {
            return new JobStanding(PrintState.FAILED, PrintTrouble.CANCELLED_THERE);
        }
        if (JobState.pendingHeld.equals(state)) {
            return new JobStanding(PrintState.HELD, null);
        }
        PrintTrouble trouble = trouble(jobReasons, printerReasons);
        if (JobState.processingStopped.equals(state) || PrinterState.stopped.equals(printer)) {
            return new JobStanding(PrintState.STOPPED, trouble == null ? PrintTrouble.ATTENTION : trouble);
        }
        PrintTrouble severe = trouble(
                List.of(), printerReasons.stream().filter(Troubles::isSevere).toList());
        return severe == null
                ? new JobStanding(PrintState.PRINTING, null)
                : new JobStanding(PrintState.STOPPED, severe);
    }

    /** A reason that does not say how bad it is counts as an error. */
    private static boolean isSevere(String reason) {
        return !reason.endsWith("-report") && !reason.endsWith("-warning");
    }

    /** Null where no reason is one that we know. */
    private static @Nullable PrintTrouble trouble(List<String> jobReasons, List<String> printerReasons) {
        return Stream.concat(printerReasons.stream(), jobReasons.stream())
                .map(Troubles::bare)
                .flatMap(Troubles::known)
                .min(Enum::compareTo)
                .orElse(null);
    }

    private static Stream<PrintTrouble> known(String reason) {
        return switch (reason) {
            case "media-empty", "media-needed", "input-tray-missing", "input-media-supply-empty" ->
                Stream.of(PrintTrouble.PAPER_OUT);
            case "media-jam", "input-media-path-jam", "input-media-path-media-jam" -> Stream.of(PrintTrouble.PAPER_JAM);
            case "toner-empty",
                    "marker-supply-empty",
                    "marker-ink-empty",
                    "marker-toner-empty",
                    "marker-waste-full",
                    "developer-empty",
                    "opc-life-over" -> Stream.of(PrintTrouble.SUPPLIES_OUT);
            case "cover-open", "door-open", "interlock-open" -> Stream.of(PrintTrouble.COVER_OPEN);
            default -> Stream.empty();
        };
    }

    /** Without how bad it is. */
    private static String bare(String reason) {
        return reason.replaceFirst("-(report|warning|error)$", "");
    }
}

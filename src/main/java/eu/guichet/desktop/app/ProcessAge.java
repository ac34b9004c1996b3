package eu.guichet.desktop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** How long this process has been there, from the moment at which the system made it: before Java, and before what starts Java. */
public final class ProcessAge {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");
    /** Of proc(5): field 22, the third being the first after the name in brackets. */
    private static final int START = 22 - 3;
    /** Linux counts in hundredths of a second, whatever the machine. */
    private static final int TICK = 10;

    private ProcessAge() {}

    public static Duration now() {
        return Files.isReadable(STAT) && Files.isReadable(UPTIME) ? byTicks() : byClock();
    }

    /** Java takes the boot time from Linux in whole seconds, so that what it says is of no use here. */
    private static Duration byTicks() {
        try {
            String stat = Files.readString(STAT);
            long ticks =
                    Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[START]);
            String uptime = Files.readString(UPTIME).split(" ", -1)[0].replace(".", "");
            return Duration.ofMillis((Long.parseLong(uptime) - ticks) * TICK);
        } catch (IOException e) {
            return byClock();
        }
    }

    private static Duration byClock() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}

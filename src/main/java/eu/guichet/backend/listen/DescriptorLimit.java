package eu.guichet.backend.listen;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections the process can hold: a listener that runs out of file descriptors would end for good. */
final class DescriptorLimit {
    /** Left for the store, its journal, the libraries and what is sent. */
    private static final int SHARE = 2;

    private DescriptorLimit() {}

    static int atMost(int wanted) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long most = system.getMaxFileDescriptorCount() / SHARE;
            return Math.clamp(most, 1, wanted);
        }
        return wanted;
    }
}

package eu.guichet.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two networks of their own, joined by one cable: a server room and an office. What runs in one knows nothing of this machine's
 * network, and of the other what the cable carries.
 */
final class Namespaces implements AutoCloseable {
    /** Addresses that documentation may use: nobody has them. */
    static final String SERVER_ROOM = "192.0.2.1";

    private static final String OFFICE = "192.0.2.2";

    private final String room;
    private final String office;
    /** The end of the cable in the server room. */
    private final String cable;

    private Namespaces(String id) {
        room = "room" + id;
        office = "office" + id;
        cable = "gr" + id;
    }

    /** Made anew; a test that asks for them where there are none is left out. */
    static Namespaces made() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        assumeThat(linux).as("network namespaces, which only Linux has").isTrue();
        Namespaces made = new Namespaces(Long.toString(ProcessHandle.current().pid(), 36));
        String refused = made.make();
        if (!refused.isEmpty()) {
            made.close();
        }
        assumeThat(refused)
                .as("network namespaces, which cannot be made here: it takes root and ip")
                .isEmpty();
        return made;
    }

    private String make() {
        String other = "go" + cable.substring(2);
        List<String> steps = List.of(
                "ip netns add " + room,
                "ip netns add " + office,
                "ip -n " + room + " link add " + cable + " type veth peer name " + other + " netns " + office,
                "ip -n " + room + " address add " + SERVER_ROOM + "/30 dev " + cable,
                "ip -n " + office + " address add " + OFFICE + "/30 dev " + other,
                "ip -n " + room + " link set lo up",
                "ip -n " + office + " link set lo up",
                "ip -n " + room + " link set " + cable + " up",
                "ip -n " + office + " link set " + other + " up");
        for (String step : steps) {
            String refused = run(step);
            if (!refused.isEmpty()) {
                return step + ": " + refused;
            }
        }
        return "";
    }

    /** What it said where it failed, otherwise nothing. */
    private static String run(String step) {
        try {
            Process process = new ProcessBuilder(step.split(" "))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? "" : "refused: " + said;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    List<String> inServerRoom() {
        return List.of("ip", "netns", "exec", room);
    }

    List<String> inOffice() {
        return List.of("ip", "netns", "exec", office);
    }

    static List<String> command(List<String> where, List<String> what) {
        List<String> command = new ArrayList<>(where);
        command.addAll(what);
        return command;
    }

    /** Nothing goes through, and nobody is told so. */
    void cut() throws IOException {
        cable("down");
    }

    void mend() throws IOException {
        cable("up");
    }

    private void cable(String how) throws IOException {
        String refused = run("ip -n " + room + " link set " + cable + " " + how);
        if (!refused.isEmpty()) {
            throw new IOException(refused);
        }
    }

    @Override
    public void close() {
        var _ = run("ip netns del " + room);
        var _ = run("ip netns del " + office);
    }
}

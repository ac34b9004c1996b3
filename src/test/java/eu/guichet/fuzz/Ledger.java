package eu.guichet.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was called, how it was answered, and what was wrong with that. */
final class Ledger {
    private static final int SHOWN = 3;

    private final Map<String, Map<Integer, Integer>> answers = new TreeMap<>();
    /** The first few of each kind, by what they have in common. */
    private final Map<String, List<String>> findings = new LinkedHashMap<>();

    private long slowestMillis;
    private String slowest = "";

    void answered(String call, int status, long millis) {
        answers.computeIfAbsent(call, _ -> new TreeMap<>()).merge(status, 1, Integer::sum);
        if (millis > slowestMillis) {
            slowestMillis = millis;
            slowest = call;
        }
    }

    void found(String kind, String request) {
        findings.computeIfAbsent(kind, _ -> new ArrayList<>()).add(request);
    }

    int calls() {
        return answers.values().stream()
                .flatMap(statuses -> statuses.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    boolean has(String call, int status) {
        return answers.getOrDefault(call, Map.of()).containsKey(status);
    }

    List<String> findings() {
        return findings.entrySet().stream()
                .map(kind -> kind.getValue().size() + " × " + kind.getKey() + "\n    "
                        + String.join(
                                "\n    ", kind.getValue().stream().limit(SHOWN).toList()))
                .toList();
    }

    /** A line for each call with how often which status was answered. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        answers.forEach((call, statuses) -> lines.add(call + " " + statuses));
        lines.add(calls() + " calls; the slowest took " + slowestMillis + " ms: " + slowest);
        return lines;
    }
}

package eu.guichet.process;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the services of the process are called in each language, and where they are. They have changed before and will
 * again, so no text names them itself: it names the argument.
 */
public final class ServiceNames {
    private static final List<String> NAMES = List.of("rcam", "applications", "methods");
    private static final List<String> ADDRESSES = List.of("account", "rcam");
    private static final Pattern ADDRESS = Pattern.compile("https://[^/\\s]+/\\S*");
    private static final Pattern LINE =
            Pattern.compile("services\\.((account|rcam)\\.address|(rcam|applications|methods)\\.[a-z]{2})");

    private final Map<String, String> table;

    private ServiceNames(Map<String, String> table) {
        this.table = table;
    }

    /**
     * Reads {@code services.account.address} and {@code services.rcam.address}, and for each language {@code
     * services.rcam.fr}, {@code services.applications.fr} (what opens after the confirmation) and {@code
     * services.methods.fr} (examples of ways to sign in without SMS).
     *
     * @param languages those in which every name must be there
     * @throws IllegalArgumentException when a line is missing or cannot be read; it names the line
     */
    public static ServiceNames read(Map<String, String> table, List<Locale> languages) {
        Map<String, String> known = new HashMap<>();
        for (String name : ADDRESSES) {
            String key = "services." + name + ".address";
            String address = line(table, key);
            if (!ADDRESS.matcher(address).matches()) {
                throw new IllegalArgumentException(key + ": an address is written https://host/path");
            }
            known.put(key, address);
        }
        for (Locale language : languages) {
            for (String name : NAMES) {
                String key = "services." + name + "." + language.getLanguage();
                known.put(key, line(table, key));
            }
        }
        return new ServiceNames(Map.copyOf(known));
    }

    /** Whether a line of this name is part of the table. */
    public static boolean isLine(String name) {
        return LINE.matcher(name).matches();
    }

    /**
     * What a text in this language may name: {@code rcam}, {@code applications} and {@code methods}; {@code accountLink},
     * {@code rcamLink} and the {@code accountSite} they begin with; {@code accountAddress} and {@code rcamAddress} as they
     * are said on the telephone; {@code challengeLength}, {@code signInLength} and {@code letterLength}, the characters of the codes by SMS and on
     * paper.
     */
    public Map<String, Object> in(Locale language) {
        Map<String, Object> values = new HashMap<>();
        for (String name : NAMES) {
            values.put(name, name(name, language));
        }
        for (String name : ADDRESSES) {
            String link = table.getOrDefault("services." + name + ".address", "");
            values.put(name + "Link", link);
            values.put(name + "Address", link.replaceFirst("^https://", ""));
        }
        String account = table.getOrDefault("services.account.address", "");
        values.put("accountSite", account.substring(0, account.indexOf('/', "https://".length()) + 1));
        values.put("challengeLength", ShortCode.CHALLENGE_LENGTH);
        values.put("signInLength", ShortCode.SIGN_IN_LENGTH);
        values.put("letterLength", ConfirmationCode.LENGTH);
        return values;
    }

    private String name(String name, Locale language) {
        String found = table.get("services." + name + "." + language.getLanguage());
        if (found == null) {
            throw new IllegalArgumentException("no names of the services in " + language);
        }
        return found;
    }

    private static String line(Map<String, String> table, String key) {
        String value = table.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value.strip();
    }
}

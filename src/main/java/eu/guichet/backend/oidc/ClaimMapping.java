package eu.guichet.backend.oidc;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.text.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a token say of who calls. A claim is named by the way to it, such as {@code realm_access.roles}; its
 * value is one text or a list of texts.
 *
 * @param name where the name stands that colleagues know
 * @param roles where the roles stand
 * @param offices where the offices stand for which they act; the first is where they work
 * @param roleNames what each role is called there
 * @param officeNames what each office is called there
 */
record ClaimMapping(
        String name, String roles, String offices, Map<Role, String> roleNames, Map<OfficeCode, String> officeNames) {
    private static final String NAME = "sign-in.claim.name";
    private static final String ROLES = "sign-in.claim.roles";
    private static final String OFFICES = "sign-in.claim.offices";
    private static final String ROLE = "sign-in.role.";
    private static final String OFFICE = "sign-in.office.";
    /** Whoever has several of these works in the one that may most. */
    private static final List<Role> RISING = List.of(Role.AGENT, Role.LETTER_OFFICER, Role.SUPERVISOR);

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final int LONGEST_NAME = 80;

    ClaimMapping {
        roleNames = Map.copyOf(roleNames);
        officeNames = Map.copyOf(officeNames);
    }

    static boolean isLine(String line) {
        return line.equals(NAME)
                || line.equals(ROLES)
                || line.equals(OFFICES)
                || Arrays.stream(Role.values()).anyMatch(role -> line.equals(ROLE + Keys.kebab(role)))
                || Arrays.stream(OfficeCode.values()).anyMatch(office -> line.equals(OFFICE + office));
    }

    static ClaimMapping read(SettingLines lines) {
        Map<Role, String> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String key = Keys.kebab(role);
            roles.put(role, lines.text(ROLE + key).orElse("guichet-" + key));
        }
        requireDistinct(ROLE, roles.values());
        Map<OfficeCode, String> offices = new EnumMap<>(OfficeCode.class);
        for (OfficeCode office : OfficeCode.values()) {
            offices.put(office, lines.text(OFFICE + office).orElse(office.name()));
        }
        requireDistinct(OFFICE, offices.values());
        return new ClaimMapping(
                lines.text(NAME).orElse("name"),
                lines.text(ROLES).orElse("realm_access.roles"),
                lines.text(OFFICES).orElse("offices"),
                roles,
                offices);
    }

    private static void requireDistinct(String prefix, Collection<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(prefix + "*: two of them have one name");
        }
    }

    /** Empty for somebody who has no role here, several that exclude each other, or no office. */
    Optional<Principal> principal(@Nullable String subject, Map<String, Object> claims) {
        if (subject == null || !ID.matcher(subject).matches()) {
            return Optional.empty();
        }
        Role role = role(new HashSet<>(texts(claims, roles)));
        if (role == null) {
            return Optional.empty();
        }
        List<OfficeCode> at = offices(claims);
        if (role.ofProgram() && at.isEmpty()) {
            // a program works at no office, and speaks of all people
            at = List.of(OfficeCode.values());
        }
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Principal(subject, name(subject, claims), role, at.getFirst(), EnumSet.copyOf(at)));
    }

    private @Nullable Role role(Set<String> told) {
        Set<Role> held = EnumSet.noneOf(Role.class);
        roleNames.forEach((role, called) -> {
            if (told.contains(called)) {
                held.add(role);
            }
        });
        if (held.size() == 1) {
            return held.iterator().next();
        }
        // whoever audits, or sends what a program sends, does not work at a desk as well
        return held.isEmpty() || !RISING.containsAll(held)
                ? null
                : RISING.reversed().stream().filter(held::contains).findFirst().orElseThrow();
    }

    private List<OfficeCode> offices(Map<String, Object> claims) {
        List<OfficeCode> found = new ArrayList<>();
        for (String told : texts(claims, offices)) {
            officeNames.forEach((office, called) -> {
                if (called.equals(told) && !found.contains(office)) {
                    found.add(office);
                }
            });
        }
        return found;
    }

    private String name(String subject, Map<String, Object> claims) {
        String told = texts(claims, name).stream().findFirst().orElse("");
        String shown = told.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        if (shown.isEmpty()) {
            return subject;
        }
        return shown.codePointCount(0, shown.length()) <= LONGEST_NAME
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_NAME));
    }

    private static List<String> texts(Map<String, Object> claims, String way) {
        Object found = claims.get(way);
        if (found == null) {
            found = claims;
            for (String step : way.split("\\.", -1)) {
                found = found instanceof Map<?, ?> inner ? inner.get(step) : null;
            }
        }
        return switch (found) {
            case String one -> List.of(one);
            case Collection<?> many ->
                many.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }
}

package eu.guichet.backend.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimMappingTest {
    private static final Map<String, Object> CLAIMS = Map.of(
            "name", "Maria Dupont",
            "offices", List.of("BRU"),
            "realm_access", Map.of("roles", List.of("guichet-agent")));

    @Test
    void an_institution_says_where_its_claims_are_and_what_they_are_called() {
        ClaimMapping own = mapping(Map.of(
                "sign-in.claim.roles", "resource_access.guichet.roles",
                "sign-in.claim.offices", "https://pmo.example/unit",
                "sign-in.claim.name", "given_name",
                "sign-in.role.supervisor", "PMO_HEAD",
                "sign-in.office.ISP", "PMO.6/Ispra"));

        assertThat(own.principal(
                        "u1",
                        Map.of(
                                "resource_access", Map.of("guichet", Map.of("roles", "PMO_HEAD")),
                                "https://pmo.example/unit", "PMO.6/Ispra",
                                "given_name", "Anna")))
                .contains(new Principal("u1", "Anna", Role.SUPERVISOR, OfficeCode.ISP));
    }

    @Test
    void of_several_roles_the_one_that_may_most_counts_and_what_excludes_each_other_counts_for_nothing() {
        assertThat(role("guichet-agent", "guichet-letter-officer", "guichet-supervisor"))
                .contains(Role.SUPERVISOR);
        assertThat(role("guichet-letter-officer", "guichet-agent")).contains(Role.LETTER_OFFICER);
        assertThat(role("guichet-auditor")).contains(Role.AUDITOR);
        assertThat(role("guichet-auditor", "guichet-agent")).isEmpty();
        assertThat(role("guichet-process", "guichet-supervisor")).isEmpty();
        assertThat(role("Guichet-Agent")).isEmpty();
        assertThat(role()).isEmpty();
    }

    @Test
    void whoever_has_no_office_is_nobody_but_a_program_reports_for_all() {
        Map<String, Object> nowhere = new HashMap<>(CLAIMS);
        nowhere.put("offices", List.of("PAR"));
        assertThat(mapping(Map.of()).principal("u1", nowhere)).isEmpty();

        nowhere.put("realm_access", Map.of("roles", List.of("guichet-process")));
        assertThat(mapping(Map.of()).principal("rcam", nowhere).map(Principal::offices))
                .hasValueSatisfying(offices -> assertThat(offices).containsExactlyInAnyOrder(OfficeCode.values()));
    }

    @Test
    void what_a_claim_holds_instead_of_text_counts_for_nothing() {
        for (Object strange : List.of(1, true, Map.of("a", "b"), List.of(1, List.of("BRU")))) {
            Map<String, Object> claims = new HashMap<>(CLAIMS);
            claims.put("offices", strange);
            assertThat(mapping(Map.of()).principal("u1", claims)).isEmpty();
        }
    }

    @Test
    void a_name_is_shown_without_what_could_mislead_and_never_at_any_length() {
        assertThat(name("Maria\u202E Du\npont")).isEqualTo("Maria Dupont");
        assertThat(name("x".repeat(1000))).hasSize(80);
        assertThat(name(" ")).isEqualTo("u1");
        assertThat(mapping(Map.of()).principal("u 1", CLAIMS)).isEmpty();
        assertThat(mapping(Map.of()).principal(null, CLAIMS)).isEmpty();
    }

    @Test
    void two_roles_or_offices_of_one_name_are_refused() {
        assertThatThrownBy(() -> mapping(Map.of("sign-in.role.agent", "guichet-auditor")))
                .hasMessageContaining("sign-in.role.*");
        assertThatThrownBy(() -> mapping(Map.of("sign-in.office.BRU", "LUX"))).hasMessageContaining("sign-in.office.*");
    }

    @Test
    void settings_that_would_open_a_door_are_refused() {
        assertRefused(Map.of("sign-in.issuer", "http://sign-in.example/realm"), "https");
        assertRefused(Map.of("sign-in.issuer", "sign-in.example"), "https");
        assertRefused(Map.of("sign-in.algorithms", "RS256 HS256"), "HS256");
        assertRefused(Map.of("sign-in.algorithms", "none"), "none");
        assertRefused(Map.of("sign-in.clock-skew", "6m"), "5m");
        assertRefused(Map.of("sign-in.audience", "guichet-desktop"), "differ");
    }

    private static void assertRefused(Map<String, String> lines, String said) {
        Map<String, String> all = new HashMap<>(Map.of("sign-in.issuer", "https://sign-in.example/realm"));
        all.putAll(lines);
        assertThatThrownBy(() -> OidcSettings.read(new SettingLines(all)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    private static Optional<Role> role(String... told) {
        Map<String, Object> claims = new HashMap<>(CLAIMS);
        claims.put("realm_access", Map.of("roles", List.of(told)));
        return mapping(Map.of()).principal("u1", claims).map(Principal::role);
    }

    private static String name(String told) {
        Map<String, Object> claims = new HashMap<>(CLAIMS);
        claims.put("name", told);
        return mapping(Map.of()).principal("u1", claims).orElseThrow().name();
    }

    private static ClaimMapping mapping(Map<String, String> lines) {
        return ClaimMapping.read(new SettingLines(lines));
    }
}

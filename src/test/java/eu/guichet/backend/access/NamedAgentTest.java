package eu.guichet.backend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedAgentTest {
    @Test
    void an_agent_has_a_name_a_role_and_an_office() {
        NamedAgent anna = NamedAgent.of(" Anna Berger : letter-officer : lux ");
        assertThat(anna).isEqualTo(new NamedAgent("Anna Berger", Role.LETTER_OFFICER, OfficeCode.LUX));
        assertThat(anna.principal().offices()).containsExactly(OfficeCode.LUX);
    }

    @Test
    void whoever_trains_again_is_the_same_person_in_the_audit_trail() {
        NamedAgent anna = NamedAgent.of("Anna Berger:agent:BRU");
        assertThat(NamedAgent.of("Anna Berger:agent:BRU").principal()).isEqualTo(anna.principal());
        assertThat(NamedAgent.of("Anna Bergen:agent:BRU").principal().id())
                .isNotEqualTo(anna.principal().id());
    }

    @Test
    void two_agents_of_one_name_could_not_be_told_apart() {
        NamedAgent one = NamedAgent.of("Anna Berger:agent:BRU");
        NamedAgent other = NamedAgent.of("Anna Berger:supervisor:BRU");
        assertThatThrownBy(() -> Tokens.draw(OfficeCode.BRU, List.of(one, other)))
                .hasMessageContaining("Anna Berger");
    }

    @Test
    void each_agent_has_a_token_of_their_own_and_the_roles_keep_theirs() {
        Tokens.Drawn drawn = Tokens.draw(OfficeCode.BRU, List.of(NamedAgent.of("Anna Berger:agent:ISP")));
        assertThat(drawn.plain()).hasSize(Role.values().length);
        String token = Objects.requireNonNull(drawn.named().get("Anna Berger"));
        assertThat(drawn.tokens().signedIn(token))
                .isInstanceOfSatisfying(
                        SignedIn.Known.class,
                        known -> assertThat(known.principal().name()).isEqualTo("Anna Berger"));
        assertThat(drawn.plain().values()).doesNotContain(token);
        assertThat(drawn).asString().doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Berger, NAME:ROLE:OFFICE",
        "Anna:agent:BRU:LUX, NAME:ROLE:OFFICE",
        ":agent:BRU, a name has 1 to 60 characters",
        "Anna:boss:BRU, not \"boss\"",
        "Anna:process:BRU, not \"process\"",
        "Anna:agent:PAR, not \"PAR\"",
    })
    void what_cannot_be_read_is_told_in_a_sentence(String text, String sentence) {
        assertThatThrownBy(() -> NamedAgent.of(text)).hasMessageContaining(sentence);
    }
}

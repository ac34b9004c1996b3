package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeHashTest {
    /** From the tests of the reference program of Argon2, and from RFC 7914, section 11. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            })
    void knows_the_code_of_a_hash_that_somebody_else_has_made(String stored) {
        assertThat(new CodeHash(stored).isOf("password")).isTrue();
        assertThat(new CodeHash(stored).isOf("passwore")).isFalse();
        assertThat(new CodeHash(stored).isOf("")).isFalse();
    }

    @Test
    void a_letter_that_was_on_its_way_under_the_hash_of_before_keeps_its_code() {
        CodeHash before =
                new CodeHash("PBKDF2WithHmacSHA256:80000:TmFDbA==:TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1Y=");
        assertThat(before.isOf("Password")).isTrue();
        assertThat(before.isOf("password")).isFalse();
    }

    @Test
    void a_new_one_takes_the_work_that_OWASP_names_and_has_a_salt_of_its_own() {
        CodeHash one = CodeHash.seal("7KQ493VXAAAA1234", CodeHash.OWASP);
        assertThat(one.stored()).matches("\\$argon2id\\$v=19\\$m=7168,t=5,p=1\\$[^$]{22}\\$[^$]{43}");
        assertThat(one.isOf("7KQ493VXAAAA1234")).isTrue();
        assertThat(one.isOf("7KQ493VXAAAA1235")).isFalse();
        assertThat(CodeHash.seal("7KQ493VXAAAA1234", QuickCodes.WORK).stored())
                .isNotEqualTo(CodeHash.seal("7KQ493VXAAAA1234", QuickCodes.WORK).stored());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7KQ493VXAAAA1234",
                "$argon2i$v=19$m=256,t=2,p=1$c29tc2FsdA$nf65EOgLrQMR",
                "$argon2id$v=19$m=256,t=2,p=4$c29tc2FsdA$nf65EOgLrQMR",
                "$argon2id$v=19$m=256,t=2,p=1$$nf65EOgLrQMR",
                "PBKDF2WithHmacSHA256:80000:TmFDbA==",
            })
    void what_is_no_hash_is_not_read_and_not_repeated(String stored) {
        assertThatThrownBy(() -> new CodeHash(stored))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("what the store has is not the hash of a code");
    }

    @Test
    void says_nothing_of_itself() {
        assertThat(CodeHash.seal("code", QuickCodes.WORK)).hasToString("CodeHash");
    }
}

package eu.guichet.backend.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Pbkdf2Test {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** The vectors of RFC 7914, section 11, whose first 32 bytes are the first block. */
    @Test
    void derives_what_the_standard_says() {
        assertThat(HexFormat.of().formatHex(Pbkdf2.derive("passwd", "salt".getBytes(US_ASCII), 1)))
                .isEqualTo("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc");
        assertThat(HexFormat.of().formatHex(Pbkdf2.derive("Password", "NaCl".getBytes(US_ASCII), 80_000)))
                .isEqualTo("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
    }

    @Test
    void derives_what_Java_derives_so_that_letters_on_their_way_keep_their_codes() {
        Random random = new Random(1);
        for (String password : new String[] {"7", "7KQ493VXAAAA1234", "A".repeat(64)}) {
            byte[] salt = new byte[16];
            random.nextBytes(salt);
            assertThat(Pbkdf2.takes(password)).isTrue();
            assertThat(Pbkdf2.derive(password, salt, 1000))
                    .isEqualTo(CodeHash.derivedByJava(password, ALGORITHM, 1000, salt));
        }
    }

    @Test
    void what_is_too_long_or_not_plain_is_left_to_Java() {
        assertThat(Pbkdf2.takes("A".repeat(65))).isFalse();
        assertThat(Pbkdf2.takes("é")).isFalse();
        assertThat(CodeHash.seal("é".repeat(40), 10).isOf("é".repeat(40))).isTrue();
    }
}

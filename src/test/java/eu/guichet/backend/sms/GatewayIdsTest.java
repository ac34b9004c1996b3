package eu.guichet.backend.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayIdsTest {
    @Test
    void one_id_is_kept_alike_however_it_is_written() {
        assertThat(GatewayIds.kept(" 0x004F3A ")).isEqualTo("4f3a");
        assertThat(GatewayIds.readings("20282")).containsExactly("20282", "4f3a", "131714");
    }

    /** PostgreSQL refuses the first two, and a receipt that is tried again would stop all behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"\0", "m1\0", "m\uD800", "m\u200B1", "a\tb"})
    void what_nobody_sees_is_in_no_id(String id) {
        assertThat(GatewayIds.kept(id)).isEmpty();
        assertThat(GatewayIds.readings(id)).isEmpty();
        assertThat(new Receipt("m1", null, null, List.of(id, "m2")).others()).containsExactly("m2");
    }
}

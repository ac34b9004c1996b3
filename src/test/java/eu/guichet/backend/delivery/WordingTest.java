package eu.guichet.backend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Institution;
import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Policy;
import eu.guichet.process.ShortCode;
import eu.guichet.text.Languages;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class WordingTest {
    /** The characters of GSM 03.38 that our texts may use; any other makes an SMS of 70 characters a part. */
    private static final String GSM = "@£$¥èéùìòÇØøÅå_ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\n";

    private static final int ONE_PART = 160;
    private static final String LONGEST_CODE = "W".repeat(ShortCode.SIGN_IN_LENGTH);

    private static final Map<Locale, String> NEVER =
            Map.of(Locale.FRENCH, "jamais", Locale.ENGLISH, "never", Locale.GERMAN, "niemals", Locale.ITALIAN, "mai");

    @Test
    void an_SMS_is_one_part_in_every_language_for_every_office_and_for_how_long_its_code_may_be_valid() {
        for (String codeLife : new String[] {"1m", "10m", "999m"}) {
            Wording wording = wording(Policy.standard().changedBy(Map.of("messages.code-life", codeLife)));
            each(Channel.SMS, (kind, language) -> {
                for (OfficeCode office : OfficeCode.values()) {
                    String text = wording.text(kind, Instant.EPOCH, language.getLanguage(), office, LONGEST_CODE);
                    assertThat(text).as("%s %s", kind, language).hasSizeLessThanOrEqualTo(ONE_PART);
                    assertThat(text.chars().filter(c -> GSM.indexOf(c) < 0).mapToObj(c -> (char) c))
                            .as("%s %s", kind, language)
                            .isEmpty();
                }
            });
        }
    }

    @Test
    void an_email_says_who_writes_whom_to_call_and_what_is_never_asked_for() {
        Wording wording = wording(Policy.standard());
        each(Channel.EMAIL, (kind, language) -> {
            assertThat(wording.text(kind, Instant.EPOCH, language.getLanguage(), OfficeCode.LUX, ""))
                    .as("%s %s", kind, language)
                    .contains("+352 4301 36100", NEVER.get(language))
                    .containsPattern("(Commission|Kommission|Commissione)[^\\n]*$");
            assertThat(wording.subject(kind, language.getLanguage())).isNotBlank();
        });
    }

    @Test
    void the_only_link_is_the_one_to_choose_a_password_with() {
        Wording wording = wording(Policy.standard());
        for (Channel channel : Channel.values()) {
            each(channel, (kind, language) -> {
                String text = wording.text(kind, Instant.EPOCH, language.getLanguage(), OfficeCode.BRU, LONGEST_CODE);
                if (kind == MessageKind.ACTIVATION_EMAIL) {
                    assertThat(text).contains("https://webgate.ec.europa.eu/cas", "https://webgate.ec.europa.eu/\n");
                } else {
                    assertThat(text).doesNotContain("http", "webgate");
                }
            });
        }
    }

    private static void each(Channel channel, BiConsumer<MessageKind, Locale> check) {
        Arrays.stream(MessageKind.values())
                .filter(kind -> kind.toPensioner() && kind.channel() == channel)
                .forEach(kind -> Languages.PENSIONER.forEach(language -> check.accept(kind, language)));
    }

    private static Wording wording(Policy policy) {
        Institution standard = Institution.standard();
        return new Wording(policy, standard.offices(), standard.services());
    }
}

package eu.guichet.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditReason;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.text.Keys;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubjectWordsTest {
    @Test
    void the_file_for_a_data_subject_has_a_word_for_whatever_can_stand_in_it() {
        for (Locale language : Languages.AGENT) {
            TextBundle texts = TextBundle.of("eu.guichet.backend.file.subject", language);
            Stream.of(
                            keys("act.", AuditAct.values()),
                            keys("role.", Role.values()),
                            keys("office.", OfficeCode.values()),
                            keys("message.", MessageKind.values()),
                            keys("status.", MessageStatus.values()),
                            keys("letter.", LetterState.values()),
                            keys("verification.", VerificationMethod.values()),
                            Stream.of("event 26932f0ed13b115c", "batch 5e8ccc47")
                                    .map(written -> "reason."
                                            + AuditReason.read(written).key()))
                    .flatMap(keys -> keys)
                    .forEach(key ->
                            assertThat(texts.has(key)).as(language + " " + key).isTrue());
        }
    }

    private static Stream<String> keys(String prefix, Enum<?>... all) {
        return Stream.of(all).map(one -> prefix + Keys.kebab(one));
    }
}

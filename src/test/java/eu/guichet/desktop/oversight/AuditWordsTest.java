package eu.guichet.desktop.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.TransferReason;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.time.ZoneId;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** What the audit trail keeps for programs, said to people. */
class AuditWordsTest {
    @Test
    void what_came_of_an_act_is_told_in_words_and_what_a_newer_backend_writes_stays() {
        assertThat(outcome(Language.FRENCH, "shown")).isEqualTo("affiché");
        assertThat(outcome(Language.FRENCH, "to-print, 1 rows")).isEqualTo("à imprimer, 1 ligne");
        assertThat(outcome(Language.ENGLISH, "0 locked")).isEqualTo("nobody locked");
        assertThat(outcome(Language.ENGLISH, "print failed G-7KQ2-M0TX")).isEqualTo("G-7KQ2-M0TX not printed");
        assertThat(outcome(Language.ENGLISH, "match document_seen")).isEqualTo("match: document seen");
        assertThat(outcome(Language.ENGLISH, "CHALLENGE_SMS DELIVERED"))
                .isEqualTo("SMS with the challenge code, delivered");
        assertThat(outcome(Language.ENGLISH, "was ticket IM0042")).isEqualTo("was: ticket IM0042");
        assertThat(outcome(Language.FRENCH, "EMAIL 2026-11-22T09:10:00Z/2026-11-22T13:10:00Z, closes"))
                .isEqualTo("E-mail, 10:10 – 14:10, renvois fermés");
        assertThat(outcome(Language.ENGLISH, "SMS +32 2026-11-22T09:10:00Z/2026-11-22T13:10:00Z"))
                .isEqualTo("SMS +32, 10:10 – 14:10");
        assertThat(outcome(Language.ENGLISH, "of a newer backend")).isEqualTo("of a newer backend");
        for (Language language : Language.values()) {
            assertThat(ProblemType.values())
                    .filteredOn(type -> type.settles())
                    .allSatisfy(
                            type -> assertThat(outcome(language, type.key())).isNotEqualTo(type.key()));
        }
    }

    @Test
    void in_one_sentence_nothing_is_said_twice() {
        assertThat(whole(Language.FRENCH, "letter-generated", "generated G-7KQ2-M0TX"))
                .isEqualTo("Lettre générée\u00a0: G-7KQ2-M0TX");
        assertThat(whole(Language.ENGLISH, "letter-print-failed", "print failed G-7KQ2-M0TX"))
                .endsWith(": G-7KQ2-M0TX");
        assertThat(whole(Language.ENGLISH, "message-sent", "queued CHALLENGE_SMS"))
                .endsWith(": SMS with the challenge code, queued");
        assertThat(whole(Language.ENGLISH, "letter-claimed", "repeated")).endsWith(": done already");
    }

    private static String whole(Language language, String act, String outcome) {
        return words(language).whole(act, outcome);
    }

    @Test
    void why_a_record_was_taken_back_or_a_competence_transferred_is_told_in_words_with_what_was_remarked() {
        assertThat(reason(Language.FRENCH, "wrong-person")).isEqualTo("autre personne");
        assertThat(reason(Language.FRENCH, "other: doublon")).isEqualTo("autre motif\u00a0: doublon");
        assertThat(reason(Language.FRENCH, "event 26932f0ed13b115c")).isEqualTo("événement 26932f0ed13b115c");
        assertThat(reason(Language.FRENCH, "batch 5e8ccc47")).isEqualTo("lot de lettres 5e8ccc47");
        assertThat(reason(Language.ENGLISH, "she asked: by phone")).isEqualTo("she asked: by phone");
        for (Language language : Language.values()) {
            Stream.concat(Stream.of(CorrectionReason.values()), Stream.of(TransferReason.values()))
                    .map(Keys::kebab)
                    .forEach(key -> assertThat(reason(language, key)).isNotEqualTo(key));
            Stream.of(CorrectionKind.values())
                    .map(Keys::kebab)
                    .forEach(key -> assertThat(outcome(language, key)).isNotEqualTo(key));
        }
    }

    private static String reason(Language language, String written) {
        return words(language).reason(written);
    }

    private static String outcome(Language language, String written) {
        return words(language).outcome(written);
    }

    private static AuditWords words(Language language) {
        return new AuditWords(
                new Texts(new SimpleObjectProperty<>(language), "eu.guichet.desktop.oversight.oversight"),
                new DateTimes(language.locale(), ZoneId.of("Europe/Brussels")));
    }
}

package eu.guichet.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.Channel;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Path EXAMPLE = Path.of("docs", "institution.properties");

    @TempDir
    private Path folder;

    @Test
    void the_example_says_every_line_with_its_default() {
        Institution example = Institution.read(EXAMPLE);

        assertThat(example.policy()).isEqualTo(Institution.standard().policy());
        assertThat(example.offices().all())
                .isEqualTo(Institution.standard().offices().all());
        assertThat(example.printing()).isEqualTo(Institution.standard().printing());
        assertThat(example.retention()).isEqualTo(Institution.standard().retention());
        assertThat(example.log()).isEqualTo(Institution.standard().log());
    }

    @Test
    void each_line_of_the_example_counts() throws IOException {
        Properties lines = new Properties();
        lines.load(Files.newBufferedReader(EXAMPLE));
        List<String> figures = lines.stringPropertyNames().stream()
                .filter(name -> name.matches("(messages|letters|identity|contacts|desk)\\..+"))
                .toList();

        assertThat(figures).hasSizeGreaterThan(21).allSatisfy(name -> {
            String other = other(lines.getProperty(name));
            assertThat(Institution.read(file(name + "=" + other)).policy())
                    .isNotEqualTo(Institution.standard().policy());
        });
    }

    private static String other(String usual) {
        return switch (usual) {
            case "" -> "https://post.example/track?item={item}";
            case "no" -> "yes";
            case "on" -> "off";
            case "off" -> "on";
            default -> usual.matches("\\d+") ? "7" : "77h";
        };
    }

    @Test
    void a_link_to_the_carrier_has_the_number_where_the_institution_wants_it() throws IOException {
        Institution own = Institution.read(file("letters.tracking = https://post.example/track?item={item}"));
        assertThat(own.policy().at(NOW).letters().tracking("RR473124829BE"))
                .isEqualTo("https://post.example/track?item=RR473124829BE");
    }

    @Test
    void what_an_institution_leaves_out_stays_as_in_the_manual() throws IOException {
        Institution own = Institution.read(file("""
                channels = email
                messages.link-life = 24h
                BRU.holidays = 2026-11-25
                LUX.counter.hours =
                """));

        assertThat(own.policy().at(NOW).channels()).containsExactly(Channel.EMAIL);
        assertThat(own.policy().at(NOW).messages().linkLife()).isEqualTo(Duration.ofHours(24));
        assertThat(own.policy().at(NOW).messages().codeLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(own.offices().site(OfficeCode.LUX).counter()).isNull();
        assertThat(own.offices().site(OfficeCode.BRU).phone().openAt(Instant.parse("2026-11-25T10:00:00Z")))
                .isFalse();
        assertThat(own.offices().site(OfficeCode.ISP).phone().openAt(Instant.parse("2026-11-25T10:00:00Z")))
                .isTrue();
    }

    @Test
    void whole_minutes_and_hours_may_be_written_in_smaller_ones() throws IOException {
        Institution own = Institution.read(file("""
                messages.code-life = 300s
                messages.cap-window = 120m
                """));

        assertThat(own.policy().at(NOW).messages().codeLife()).isEqualTo(Duration.ofMinutes(5));
        assertThat(own.policy().at(NOW).messages().capWindow()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_figure_may_be_given_from_a_day_on_and_those_of_later_days_stand_on_those_before() throws IOException {
        Institution own = Institution.read(file("""
                letters.life-months = 5
                letters.life-months@2027-07-01 = 12
                channels@2027-01-01 = email
                messages.cap@2027-01-01 = 3
                """));

        DatedPolicy policy = own.policy();
        Instant newYear = Instant.parse("2026-12-31T23:00:00Z");
        Instant july = Instant.parse("2027-06-30T22:00:00Z");
        assertThat(policy.changes()).containsExactly(newYear, july);
        assertThat(policy.at(newYear.minusNanos(1)).letters().lifeMonths()).isEqualTo(5);
        assertThat(policy.at(newYear.minusNanos(1)).channels()).containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
        assertThat(policy.at(newYear).channels()).containsExactly(Channel.EMAIL);
        assertThat(policy.at(newYear).messages().cap()).isEqualTo(3);
        assertThat(policy.at(newYear).letters().lifeMonths()).isEqualTo(5);
        assertThat(policy.at(july).letters().lifeMonths()).isEqualTo(12);
        assertThat(policy.at(july).messages().cap()).isEqualTo(3);
        assertThat(policy.at(newYear).lines())
                .containsEntry("channels", "email")
                .containsEntry("messages.cap", "3");
    }

    @Test
    void what_is_written_of_a_policy_is_read_as_the_same() throws IOException {
        Properties lines = new Properties();
        lines.load(Files.newBufferedReader(EXAMPLE));
        for (String name : lines.stringPropertyNames()) {
            if (Policy.isLine(name) && !name.equals("zone") && !name.equals("channels")) {
                Policy changed = Institution.read(
                                file(name + "=" + other(lines.getProperty(name)).replace("77h", "2h")))
                        .policy()
                        .at(NOW);
                assertThat(Policy.standard().changedBy(changed.lines())).isEqualTo(changed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "messages.linklife = 1h | messages.linklife",
                "messages.link-life = 90 | messages.link-life",
                "messages.link-life = 0m | messages.link-life",
                "messages.activation-wait = 90s | messages.activation-wait: people are told its minutes",
                "messages.link-life = 90s | messages.link-life: people are told its minutes",
                "messages.code-life = 90s | messages.code-life: people are told its minutes",
                "messages.cap-window = 90m | messages.cap-window: people are told its hours",
                "letters.tries = many | letters.tries",
                "letters.claim = 90s | letters.claim: people are told its minutes",
                "letters.tracking = http://post.example/{item} | letters.tracking",
                "letters.tracking = https://post.example/ | letters.tracking",
                "letters.save-pdf = maybe | letters.save-pdf",
                "channels = fax | fax",
                "identity.counter-hours = sometimes | identity.counter-hours",
                "zone = Bruxelles | zone",
                "BRU.zone = Bruxelles | BRU.zone",
                "BRU.phone.hours = MONTAG 9:00-12:00 | BRU.phone.hours",
                "LUX.holidays = 25.12.2026 | LUX.holidays",
                "BRU.phone.numbers = | BRU.phone.numbers",
                "retention.messages = 1 | retention.messages",
                "log.format = xml | log.format",
                "letters.tries@2027-13-01 = 4 | letters.tries@2027-13-01: a day is written",
                "letters.tries@ = 4 | letters.tries@",
                "letters.tries@2027-01-01 = many | from 2027-01-01 on, letters.tries",
                "zone@2027-01-01 = Europe/Rome | the zone says where days begin",
                "letters.trys@2027-01-01 = 4 | letters.trys@2027-01-01",
                "BRU.zone@2027-01-01 = Europe/Rome | BRU.zone@2027-01-01",
            })
    void a_line_that_cannot_be_used_is_named(String line, String named) throws IOException {
        Path file = file(line);

        assertThatThrownBy(() -> Institution.read(file))
                .isInstanceOf(InstitutionException.class)
                .hasMessageContaining(named)
                .hasMessageContaining("own.properties");
    }

    @Test
    void a_file_that_is_no_text_or_not_there_is_said_so() throws IOException {
        Path latin = Files.write(
                folder.resolve("own.properties"), "BRU.counter.place=bât".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Institution.read(latin))
                .isInstanceOf(InstitutionException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Institution.read(folder.resolve("nothing")))
                .isInstanceOf(InstitutionException.class)
                .hasMessageContaining("nothing");
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("own.properties"), lines);
    }
}

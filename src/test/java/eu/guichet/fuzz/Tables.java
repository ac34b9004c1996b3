package eu.guichet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Tables of people, most of them with something wrong in them: no generator of requests knows what stands in a table. */
final class Tables {
    private static final List<String> COLUMNS = List.of(
            "pension_number",
            "last_name",
            "first_name",
            "birth_date",
            "office",
            "languages",
            "street",
            "postcode",
            "city",
            "country",
            "email",
            "phone");
    private static final List<String> SOUND = List.of(
            "%08d",
            "Müller",
            "Annelise",
            "1944-03-12",
            "LUX",
            "de fr",
            "Rue des Tilleuls 14",
            "L-2510",
            "Strassen",
            "LU",
            "a%d@courriel.example",
            "+352621123456");
    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "\"",
            "\"\"",
            "\"open",
            "a\"b",
            "=1+1",
            "\u0000",
            "\ud800",
            "\ufffd",
            "\u202e",
            "e" + "\u0301".repeat(300),
            "x".repeat(70_000),
            "9".repeat(400),
            "-1",
            "9999-99-99",
            "+999999999-12-31",
            "1899-12-31",
            "0044-03-12",
            "XXX",
            "a@@b",
            "@",
            "a@" + "b.".repeat(200) + "c",
            "+",
            "+1",
            "00000000000000000000000000",
            "'); drop table pensioner; --",
            "${jndi:ldap://127.0.0.1/x}",
            "\t",
            "\r",
            "a\nb",
            "\"a\nb\"",
            "\"a\r\n\r\nb\"");
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\r", "");
    private static final int ROWS = 30;

    private final Random random;

    Tables(Random random) {
        this.random = random;
    }

    byte[] drawn() {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (rarely()) {
            Collections.shuffle(columns, random);
        }
        if (rarely()) {
            columns.remove(random.nextInt(columns.size()));
        }
        if (rarely()) {
            columns.set(random.nextInt(columns.size()), any(STRANGE));
        }
        if (rarely()) {
            columns.add(any(columns));
        }
        String between = random.nextInt(20) > 0 ? "," : any(List.of(";", "\t", "|", ",,"));
        String end = any(ENDS);
        String header = rarely() ? any(STRANGE) : String.join(between, columns);
        String rows = random.ints(random.nextInt(ROWS), 0, 10_000)
                .mapToObj(number ->
                        columns.stream().map(column -> cell(column, number)).collect(Collectors.joining(between)))
                .collect(Collectors.joining(end));
        String table = (rarely() ? "\ufeff" : "") + header + end + rows + (random.nextBoolean() ? end : "");
        return broken(table.getBytes(random.nextInt(40) == 0 ? UTF_16LE : UTF_8));
    }

    private String cell(String column, int number) {
        int place = COLUMNS.indexOf(column);
        return place < 0 || random.nextInt(25) == 0
                ? any(STRANGE)
                : SOUND.get(place).formatted(number);
    }

    private byte[] broken(byte[] table) {
        if (rarely() && table.length > 0) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                table[random.nextInt(table.length)] = (byte) random.nextInt(256);
            }
        }
        return rarely() ? Arrays.copyOf(table, random.nextInt(table.length + 1)) : table;
    }

    private boolean rarely() {
        return random.nextInt(10) == 0;
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}

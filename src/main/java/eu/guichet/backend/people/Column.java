package eu.guichet.backend.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of the institution's file, in their order. */
enum Column {
    PENSION_NUMBER,
    LAST_NAME,
    FIRST_NAME,
    BIRTH_DATE,
    OFFICE,
    LANGUAGES,
    STREET,
    POSTCODE,
    CITY,
    COUNTRY,
    EMAIL,
    PHONE;

    static final List<Column> ALL = List.of(values());

    /** As in the header. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String header() {
        return String.join(",", Arrays.stream(values()).map(Column::title).toList());
    }

    static boolean isHeader(List<String> fields) {
        return fields.stream()
                .map(String::strip)
                .toList()
                .equals(ALL.stream().map(Column::title).toList());
    }
}

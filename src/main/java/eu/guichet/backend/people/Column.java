package eu.guichet.backend.people;

import eu.guichet.typed.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /** By its title in any letters. */
    static Optional<Column> titled(String title) {
        String plain =
                Typed.line(title).toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return ALL.stream().filter(column -> column.title().equals(plain)).findFirst();
    }
}

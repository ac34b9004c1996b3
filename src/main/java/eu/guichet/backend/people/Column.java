package eu.guichet.backend.people;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.typed.Typed;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
    PHONE,
    /** May be missing: not every register has it. */
    BIRTH_NAME;

    static final List<Column> ALL = List.of(values());
    /** Which a table of people has to have. */
    static final Set<Column> REQUIRED = Set.copyOf(EnumSet.complementOf(EnumSet.of(BIRTH_NAME)));

    /** As in the header. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands in it for somebody who is on file. */
    String of(Pensioner person) {
        return switch (this) {
            case PENSION_NUMBER -> person.pensionNumber();
            case LAST_NAME -> person.lastName();
            case FIRST_NAME -> person.firstName();
            case BIRTH_DATE -> person.birthDate().toString();
            case OFFICE -> person.office().name();
            case LANGUAGES -> String.join(" ", person.languages());
            case STREET -> person.address().street();
            case POSTCODE -> person.address().postcode();
            case CITY -> person.address().city();
            case COUNTRY -> person.address().country();
            case EMAIL -> Objects.requireNonNullElse(person.email(), "");
            case PHONE -> Objects.requireNonNullElse(person.phone(), "");
            case BIRTH_NAME -> Objects.requireNonNullElse(person.birthName(), "");
        };
    }

    static String header() {
        return String.join(
                ",", ALL.stream().filter(REQUIRED::contains).map(Column::title).toList());
    }

    /** By its title in any letters. */
    static Optional<Column> titled(String title) {
        String plain =
                Typed.line(title).toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return ALL.stream().filter(column -> column.title().equals(plain)).findFirst();
    }
}

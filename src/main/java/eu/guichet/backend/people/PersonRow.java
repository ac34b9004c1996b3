package eu.guichet.backend.people;

import eu.guichet.backend.address.AddressFormats;
import eu.guichet.backend.address.Postcodes;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.PensionNumber;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.RegisterField;
import eu.guichet.typed.Typed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a person of a line, or says what is wrong with it, column by column. */
final class PersonRow {
    private static final int LONGEST = 200;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** What the Union's own style guide calls two of them, beside ISO 3166. */
    private static final Map<String, String> OTHER_CODES = Map.of("EL", "GR", "UK", "GB");
    /** Not in ISO 3166 and used by everybody. */
    private static final String KOSOVO = "XK";

    /** What a spreadsheet makes of a long number. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.,][0-9]+)?[eE][+]?[0-9]+");
    /** Of these a spreadsheet keeps a leading apostrophe, by which somebody told it that it is no number. */
    private static final Set<Column> NUMBERS = Set.of(Column.PENSION_NUMBER, Column.POSTCODE, Column.PHONE);

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<Character.UnicodeScript> SCRIPTS = EnumSet.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.COMMON,
            Character.UnicodeScript.INHERITED);
    /** Some people have one name; some countries have no postcodes, which is looked at with the country. */
    private static final Set<Column> MAY_BE_EMPTY =
            Set.of(Column.FIRST_NAME, Column.POSTCODE, Column.EMAIL, Column.PHONE, Column.BIRTH_NAME);

    private static final Pattern EMAIL =
            Pattern.compile("(?=[^@]{1,64}@)([^\\s@<>()\\[\\],;:\".]+(\\.[^\\s@<>()\\[\\],;:\".]+)*|\"[^\"\\\\]+\")"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+(\\p{L}{2,}|xn--[a-zA-Z0-9-]+)");
    /** EU Login refuses these for a pensioner's account, and the mailbox ends with the service anyway. */
    private static final Pattern INSTITUTION = Pattern.compile(".*[@.]europa\\.eu", Pattern.CASE_INSENSITIVE);

    private final Phones phones = new Phones();
    private final LocalDate today;
    private final boolean acceptDamaged;

    /** @param acceptDamaged whether somebody whose e-mail or phone is at fault is taken without it */
    PersonRow(LocalDate today, boolean acceptDamaged) {
        this.today = today;
        this.acceptDamaged = acceptDamaged;
    }

    /**
     * Somebody of the file.
     *
     * @param person with a new id and version 0
     * @param columns which the table has; what of others is on file stays
     * @param damaged what of her data is at fault in the file and missing in {@code person}
     */
    record Found(Pensioner person, Set<Column> columns, Set<RegisterField> damaged) {
        Found {
            columns = Set.copyOf(columns);
            damaged = Set.copyOf(damaged);
        }
    }

    /** Empty when a fault was added for which she cannot be taken. */
    Optional<Found> read(long line, List<String> fields, Set<Column> columns, ImportErrors faults) {
        Reading row = new Reading(line, fields, faults, acceptDamaged);
        for (Column column : Column.ALL) {
            row.checkLength(column);
        }
        row.checkNumbers();
        Optional<String> number = row.pensionNumber();
        Optional<LocalDate> birthDate = row.birthDate(today);
        Optional<OfficeCode> office = row.office();
        List<String> languages = row.languages();
        Optional<String> country = row.country();
        country.ifPresent(row::checkPostcode);
        String email = row.email();
        String phone = country.map(code -> row.phone(phones, code)).orElse(null);
        if (row.faulty || number.isEmpty() || birthDate.isEmpty() || office.isEmpty() || country.isEmpty()) {
            return Optional.empty();
        }
        Pensioner person = new Pensioner(
                UUID.randomUUID().toString(),
                number.get(),
                row.text(Column.LAST_NAME),
                row.text(Column.FIRST_NAME),
                birthDate.get(),
                office.get(),
                languages,
                new Address(row.text(Column.STREET), row.text(Column.POSTCODE), row.text(Column.CITY), country.get()),
                row.damaged.contains(RegisterField.EMAIL) ? null : email,
                row.damaged.contains(RegisterField.PHONE) ? null : phone,
                row.text(Column.BIRTH_NAME).isEmpty() ? null : row.text(Column.BIRTH_NAME),
                0);
        return Optional.of(new Found(person, columns, row.damaged));
    }

    /** What an envelope can be addressed in: the three alphabets of the Union, and no control character but white space. */
    private static boolean printable(int character) {
        return (!Character.isISOControl(character) || Character.isWhitespace(character))
                && Character.isDefined(character)
                && SCRIPTS.contains(Character.UnicodeScript.of(character));
    }

    /** What no program saves as text: the file is of another kind, or broken. */
    private static boolean damaged(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character);
    }

    /** One line being read. A fault in one column does not hide those in the others. */
    private static final class Reading {
        private final long line;
        private final List<String> written;
        private final List<String> fields;
        private final ImportErrors faults;
        private final boolean acceptDamaged;
        private final Set<RegisterField> damaged = EnumSet.noneOf(RegisterField.class);
        private boolean faulty;

        Reading(long line, List<String> written, ImportErrors faults, boolean acceptDamaged) {
            this.line = line;
            this.faults = faults;
            this.acceptDamaged = acceptDamaged;
            this.written = written;
            this.fields = Column.ALL.stream()
                    .map(column -> column == Column.STREET
                            ? Typed.lines(written.get(Column.ALL.indexOf(column)))
                            : Typed.line(written.get(Column.ALL.indexOf(column))))
                    .toList();
        }

        /** As it was meant. */
        String text(Column column) {
            return fields.get(Column.ALL.indexOf(column));
        }

        private boolean isPrintable(Column column) {
            return text(column).codePoints().allMatch(PersonRow::printable)
                    && written.get(Column.ALL.indexOf(column)).codePoints().noneMatch(PersonRow::damaged);
        }

        void checkNumbers() {
            for (Column column : NUMBERS) {
                if (text(column).startsWith("'")) {
                    fault(column, "number.apostrophe");
                } else if (SCIENTIFIC.matcher(text(column)).matches()) {
                    fault(column, "number.scientific");
                }
            }
        }

        void checkPostcode(String country) {
            String postcode = text(Column.POSTCODE);
            if (postcode.isEmpty()) {
                if (AddressFormats.hasPostcodes(country)) {
                    fault(Column.POSTCODE, "field.empty");
                }
            } else if (!postcode.startsWith("'") && !Postcodes.possible(postcode, country)) {
                fault(Column.POSTCODE, "postcode", "country", country);
            }
        }

        void checkLength(Column column) {
            if (text(column).isEmpty() && !MAY_BE_EMPTY.contains(column)) {
                fault(column, "field.empty");
            } else if (text(column).length() > LONGEST) {
                fault(column, "field.long", "most", LONGEST);
            } else if (!isPrintable(column)) {
                fault(column, "field.characters");
            }
        }

        Optional<String> pensionNumber() {
            return checked(
                    Column.PENSION_NUMBER, PensionNumber.canonical(text(Column.PENSION_NUMBER)), "pension-number");
        }

        Optional<LocalDate> birthDate(LocalDate today) {
            Optional<LocalDate> date;
            try {
                date = Optional.of(LocalDate.parse(text(Column.BIRTH_DATE)))
                        .filter(day -> !day.isBefore(EARLIEST_BIRTH) && day.isBefore(today));
            } catch (DateTimeParseException _) {
                date = Optional.empty();
            }
            return checked(Column.BIRTH_DATE, date, "birth-date");
        }

        Optional<OfficeCode> office() {
            String code = text(Column.OFFICE);
            Optional<OfficeCode> office = List.of(OfficeCode.values()).stream()
                    .filter(known -> known.name().equals(code))
                    .findFirst();
            return checked(Column.OFFICE, office, "office");
        }

        Optional<String> country() {
            String written = text(Column.COUNTRY).toUpperCase(Locale.ROOT);
            String code = OTHER_CODES.getOrDefault(written, written);
            return checked(
                    Column.COUNTRY,
                    Optional.of(code).filter(known -> COUNTRIES.contains(known) || known.equals(KOSOVO)),
                    "country");
        }

        List<String> languages() {
            List<String> languages = new ArrayList<>();
            for (String tag : text(Column.LANGUAGES).split("\\s+", -1)) {
                if (!tag.isEmpty()) {
                    languageTag(tag).ifPresentOrElse(languages::add, () -> fault(Column.LANGUAGES, "languages"));
                }
            }
            return languages;
        }

        private static Optional<String> languageTag(String tag) {
            try {
                Locale locale = new Locale.Builder().setLanguageTag(tag).build();
                return LANGUAGES.contains(locale.getLanguage())
                        ? Optional.of(locale.toLanguageTag())
                        : Optional.empty();
            } catch (IllformedLocaleException _) {
                return Optional.empty();
            }
        }

        @Nullable
        String email() {
            String email = text(Column.EMAIL);
            if (email.isEmpty()) {
                return null;
            }
            if (!EMAIL.matcher(email).matches()) {
                fault(Column.EMAIL, "email");
            } else if (INSTITUTION.matcher(email).matches()) {
                fault(Column.EMAIL, "email.institution");
            }
            return email;
        }

        @Nullable
        String phone(Phones phones, String country) {
            String written = text(Column.PHONE);
            if (written.isEmpty()) {
                return null;
            }
            Phones.Read read = phones.read(written, country);
            if (read.fault() != null) {
                fault(Column.PHONE, read.fault());
            }
            return read.number();
        }

        private <T> Optional<T> checked(Column column, Optional<T> value, String key) {
            if (value.isEmpty() && !text(column).isEmpty()) {
                fault(column, key);
            }
            return value;
        }

        private void fault(Column column, String key, Object... namesAndValues) {
            if (acceptDamaged && column == Column.EMAIL) {
                damaged.add(RegisterField.EMAIL);
            } else if (acceptDamaged && column == Column.PHONE) {
                damaged.add(RegisterField.PHONE);
            } else {
                faulty = true;
            }
            faults.add(line, column, key, namesAndValues);
        }
    }
}

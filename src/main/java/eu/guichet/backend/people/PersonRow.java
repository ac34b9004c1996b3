package eu.guichet.backend.people;

import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.PensionNumber;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.OfficeCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
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
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<Character.UnicodeScript> SCRIPTS = EnumSet.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.COMMON,
            Character.UnicodeScript.INHERITED);
    private static final Set<Column> MAY_BE_EMPTY = Set.of(Column.EMAIL, Column.PHONE);

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\"]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}");
    /** EU Login refuses these for a pensioner's account, and the mailbox ends with the service anyway. */
    private static final Pattern INSTITUTION = Pattern.compile(".*[@.]europa\\.eu", Pattern.CASE_INSENSITIVE);

    private final Phones phones = new Phones();
    private final LocalDate today;

    PersonRow(LocalDate today) {
        this.today = today;
    }

    /** The person with a new id and version 0; empty when a fault was added. */
    Optional<Pensioner> read(long line, List<String> fields, ImportErrors faults) {
        Reading row = new Reading(line, fields.stream().map(String::strip).toList(), faults);
        for (Column column : Column.ALL) {
            row.checkLength(column);
        }
        Optional<String> number = row.pensionNumber();
        Optional<LocalDate> birthDate = row.birthDate(today);
        Optional<OfficeCode> office = row.office();
        List<String> languages = row.languages();
        Optional<String> country = row.country();
        String email = row.email();
        String phone = country.map(code -> row.phone(phones, code)).orElse(null);
        if (row.faulty || number.isEmpty() || birthDate.isEmpty() || office.isEmpty() || country.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Pensioner(
                UUID.randomUUID().toString(),
                number.get(),
                row.text(Column.LAST_NAME),
                row.text(Column.FIRST_NAME),
                birthDate.get(),
                office.get(),
                languages,
                new Address(row.text(Column.STREET), row.text(Column.POSTCODE), row.text(Column.CITY), country.get()),
                email,
                phone,
                0));
    }

    /** What an envelope can be addressed in: the three alphabets of the Union, and no control character but white space. */
    private static boolean printable(int character) {
        return (!Character.isISOControl(character) || Character.isWhitespace(character))
                && Character.isDefined(character)
                && SCRIPTS.contains(Character.UnicodeScript.of(character));
    }

    /** One line being read. A fault in one column does not hide those in the others. */
    private static final class Reading {
        private final long line;
        private final List<String> fields;
        private final ImportErrors faults;
        private boolean faulty;

        Reading(long line, List<String> fields, ImportErrors faults) {
            this.line = line;
            this.fields = fields;
            this.faults = faults;
        }

        String text(Column column) {
            return fields.get(Column.ALL.indexOf(column));
        }

        void checkLength(Column column) {
            if (text(column).isEmpty() && !MAY_BE_EMPTY.contains(column)) {
                fault(column, "field.empty");
            } else if (text(column).length() > LONGEST) {
                fault(column, "field.long", "most", LONGEST);
            } else if (!text(column).codePoints().allMatch(PersonRow::printable)) {
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
            String code = text(Column.COUNTRY);
            return checked(Column.COUNTRY, Optional.of(code).filter(COUNTRIES::contains), "country");
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
            return checked(Column.PHONE, phones.read(written, country), "phone").orElse(null);
        }

        private <T> Optional<T> checked(Column column, Optional<T> value, String key) {
            if (value.isEmpty() && !text(column).isEmpty()) {
                fault(column, key);
            }
            return value;
        }

        private void fault(Column column, String key, Object... namesAndValues) {
            faulty = true;
            faults.add(line, column, key, namesAndValues);
        }
    }
}

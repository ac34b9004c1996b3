package eu.guichet.backend.people;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.guichet.contract.OfficeCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * How people of one country are called and where they live, for the simulated ones.
 *
 * @param weight how many in a hundred and some live there
 * @param languages BCP 47 tags separated by spaces, one entry a kind of person
 * @param cities postcode and town, the town being the last word or words without a digit
 */
record CountryProfile(
        String country,
        int weight,
        OfficeCode office,
        List<String> languages,
        List<String> lastNames,
        List<String> women,
        List<String> men,
        List<String> cities,
        List<String> streets) {

    static List<CountryProfile> all() {
        try (InputStream stream =
                        Objects.requireNonNull(CountryProfile.class.getResourceAsStream("lands.csv"), "lands.csv");
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().map(CountryProfile::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CountryProfile of(NamedCsvRecord row) {
        return new CountryProfile(
                row.getField("country"),
                Integer.parseInt(row.getField("weight")),
                OfficeCode.valueOf(row.getField("office")),
                list(row, "languages"),
                list(row, "last"),
                list(row, "women"),
                list(row, "men"),
                list(row, "cities"),
                list(row, "streets"));
    }

    private static List<String> list(NamedCsvRecord row, String column) {
        return List.of(row.getField(column).split("\\|", -1));
    }
}

package eu.guichet.backend.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Tables by country. */
final class AddressData {
    private AddressData() {}

    static Map<String, String> read(String name) {
        Properties table = new Properties();
        try (InputStream stream = Objects.requireNonNull(AddressData.class.getResourceAsStream(name), name);
                InputStreamReader text = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            table.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byCountry = new HashMap<>();
        table.forEach((country, value) -> byCountry.put(country.toString(), value.toString()));
        return Map.copyOf(byCountry);
    }
}

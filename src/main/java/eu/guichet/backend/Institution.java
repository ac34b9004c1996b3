package eu.guichet.backend;

import eu.guichet.backend.file.OfficeDirectory;
import eu.guichet.backend.ipp.PrintingSettings;
import eu.guichet.backend.listen.ListenSettings;
import eu.guichet.backend.oidc.OidcSettings;
import eu.guichet.backend.retention.RetentionSettings;
import eu.guichet.backend.search.SearchSettings;
import eu.guichet.backend.settings.LogFormat;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.backend.store.StoreLimits;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Offices;
import eu.guichet.process.Policy;
import eu.guichet.process.ServiceNames;
import eu.guichet.text.Languages;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an institution decides for itself: the figures of the policy, its channels, its offices with hours and holidays, what
 * the services are called and where they are, through what its messages leave, who prints its letters and on which printers,
 * where the backend listens, how long it waits for its store, where its index of names is kept, for how long rows are kept, how the log is written, and who
 * signs its agents in.
 *
 * @param signIn null where nobody is named: agents then have tokens that are drawn at each start
 */
public record Institution(
        DatedPolicy policy,
        Offices offices,
        ServiceNames services,
        Gateways gateways,
        PrintingSettings printing,
        ListenSettings listen,
        StoreLimits store,
        SearchSettings search,
        RetentionSettings retention,
        LogFormat log,
        @Nullable OidcSettings signIn) {
    /** As in the manual and the standards it follows. */
    public static Institution standard() {
        Map<String, String> table = OfficeDirectory.table();
        return new Institution(
                Policy.standard(),
                Offices.read(table),
                services(table),
                Gateways.NONE,
                PrintingSettings.STANDARD,
                ListenSettings.loopback(ListenSettings.USUAL_PORT),
                StoreLimits.STANDARD,
                SearchSettings.STANDARD,
                RetentionSettings.STANDARD,
                LogFormat.TEXT,
                null);
    }

    public Institution withPolicy(DatedPolicy other) {
        return new Institution(
                other, offices, services, gateways, printing, listen, store, search, retention, log, signIn);
    }

    /**
     * Reads a file of {@code name=value} lines in UTF-8, of which {@code docs/institution.properties} shows every one; what
     * it leaves out stays as in {@link #standard()}.
     *
     * @throws InstitutionException when it cannot be read, or a line is unknown or cannot be understood
     */
    public static Institution read(Path file) {
        Map<String, String> own = lines(file);
        TreeSet<String> unknown = own.keySet().stream()
                .filter(name -> !DatedPolicy.isLine(name)
                        && !Offices.isLine(name)
                        && !ServiceNames.isLine(name)
                        && !Gateways.isLine(name)
                        && !PrintingSettings.isLine(name)
                        && !ListenSettings.isLine(name)
                        && !StoreLimits.isLine(name)
                        && !SearchSettings.isLine(name)
                        && !RetentionSettings.isLine(name)
                        && !LogFormat.isLine(name)
                        && !OidcSettings.isLine(name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            throw new InstitutionException(file + " has a line that is not known: " + unknown.getFirst() + ".", null);
        }
        Map<String, String> table = new HashMap<>(OfficeDirectory.table());
        table.putAll(own);
        try {
            return new Institution(
                    DatedPolicy.read(Policy.standard(), own),
                    Offices.read(table),
                    services(table),
                    Gateways.read(new SettingLines(own)),
                    PrintingSettings.read(new SettingLines(own)),
                    ListenSettings.read(new SettingLines(own)),
                    StoreLimits.read(new SettingLines(own)),
                    SearchSettings.read(new SettingLines(own)),
                    RetentionSettings.read(new SettingLines(own)),
                    LogFormat.read(new SettingLines(own)),
                    OidcSettings.read(new SettingLines(own)).orElse(null));
        } catch (IllegalArgumentException e) {
            throw new InstitutionException(file + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static ServiceNames services(Map<String, String> table) {
        return ServiceNames.read(table, Languages.PENSIONER);
    }

    private static Map<String, String> lines(Path file) {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            lines.load(in);
        } catch (CharacterCodingException e) {
            throw new InstitutionException(file + " is not written in UTF-8.", e);
        } catch (IOException e) {
            throw new InstitutionException(
                    file + " cannot be read: it is not there, is a folder, or you may not read it.", e);
        } catch (IllegalArgumentException e) {
            throw new InstitutionException(file + " has a \\u that is followed by no character's number.", e);
        }
        return lines.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, lines::getProperty));
    }
}

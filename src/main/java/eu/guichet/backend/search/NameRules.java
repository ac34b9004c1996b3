package eu.guichet.backend.search;

import eu.guichet.backend.store.Pensioners.NamedPerson;
import eu.guichet.contract.OfficeCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.Version;

/**
 * By which rules names become words: an index that was made by others is made anew. Told by what becomes of names in which
 * every rule is at work, so that nobody has to think of it who changes one.
 */
final class NameRules {
    private static final List<String> NAMES = List.of(
            "Schäffer-Müßig",
            "von der Leyen",
            "O'Brien",
            "de Saint-Exupéry",
            "Sankt Johann",
            "Ştefănescu",
            "Wójcikiewicz",
            "Szczęsny",
            "Brzęczyszczykiewicz",
            "Dvořáková",
            "Đorđević",
            "Þórsdóttir",
            "Øster-Ærø",
            "Ångström",
            "Παπαδόπουλος",
            "Μπουντούρης",
            "Ευαγγελία",
            "Τζαβέλλας",
            "Χατζηγιάννης",
            "Ψαρράς",
            "Ξυγγαλά",
            "Γκίκας",
            "Щербаков",
            "Хаджийски",
            "Юлиян",
            "Цветков",
            "Жечев",
            "Љубојевић",
            "Ґалаґан",
            "Йорданов",
            "Объедков",
            "Van den Broecke",
            "D'Hondt",
            "Quaglia",
            "Gnocchi",
            "Xhafa",
            "Thijs",
            "Philippe",
            "Nguyễn",
            "Kızılırmak",
            "Ħamrun",
            "Czartoryski",
            "Vyacheslav",
            "Zhivkov",
            "Charpentier",
            "Jørgen",
            "Gyöngyösi",
            "Ljubljana",
            "Sjöberg",
            "Tkachenko",
            "Dzhambazov",
            "Buckley",
            "Cécile",
            "Combi",
            "Andersen",
            "Giorgio",
            "Lluch");

    static final String FINGERPRINT = fingerprint();

    private NameRules() {}

    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Version.LATEST.toString().getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < NAMES.size(); i++) {
                Document document = NameDocument.of(new NamedPerson(
                        "x",
                        NAMES.get(i),
                        NAMES.get((i + 1) % NAMES.size()),
                        1944,
                        OfficeCode.BRU,
                        "1000",
                        "Sint-Truiden",
                        NAMES.get((i + 2) % NAMES.size()),
                        true));
                for (IndexableField field : document) {
                    digest.update(field.toString().getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

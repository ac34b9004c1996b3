package eu.guichet.backend.file;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.Channel;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.Role;
import eu.guichet.process.Histories;
import eu.guichet.process.Offices;
import eu.guichet.process.Policy;
import eu.guichet.process.ServiceNames;
import eu.guichet.text.Languages;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Somebody whose full data no sentence may show. */
final class People {
    static final String EMAIL = "annelise.mueller@example.org";
    static final String PHONE = "+352621123434";
    static final String PENSION_NUMBER = "19440312045";
    static final String STREET = "12, rue des Glacis";
    static final String POSTCODE = "L-1628";

    static final Principal AGENT = new Principal("agent-1", "M. D.", Role.AGENT, OfficeCode.LUX);
    static final ServiceNames SERVICES = ServiceNames.read(OfficeDirectory.table(), Languages.PENSIONER);

    private People() {}

    static FileAssembler assembler() {
        return assembler(Policy.standard());
    }

    static FileAssembler assembler(Policy policy) {
        return new FileAssembler(policy, Offices.read(OfficeDirectory.table()), SERVICES);
    }

    static Pensioner annelise(List<String> languages) {
        return annelise(languages, Histories.ALL);
    }

    static Pensioner annelise(List<String> languages, Set<Channel> onFile) {
        return new Pensioner(
                "p1",
                PENSION_NUMBER,
                "Müller",
                "Annelise",
                LocalDate.of(1944, 3, 12),
                OfficeCode.LUX,
                languages,
                new Address(STREET, POSTCODE, "Luxembourg", "LU"),
                onFile.contains(Channel.EMAIL) ? EMAIL : null,
                onFile.contains(Channel.SMS) ? PHONE : null,
                7);
    }

    static PensionerFile file(Histories histories, Locale agent) {
        return file(histories, Policy.standard(), agent, List.of("de", "fr"));
    }

    static PensionerFile file(Histories histories, Policy policy, Locale agent, List<String> languages) {
        return file(histories, policy, agent, annelise(languages));
    }

    static PensionerFile file(Histories histories, Policy policy, Locale agent, Pensioner pensioner) {
        FileSnapshot onFile = new FileSnapshot(
                pensioner,
                histories.history(),
                List.of(),
                Map.of(),
                AGENT,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return assembler(policy).file(onFile, 0, agent, histories.now());
    }

    /** The histories' letter, as its generating agent left it. */
    static StoredLetter letter(Histories histories) {
        return StoredLetter.ordered(
                "l1",
                "p1",
                LetterKind.CODE,
                Histories.LETTER,
                OfficeCode.LUX,
                PrintPlace.DESK,
                new StoredLetter.Person(AGENT.id(), AGENT.name()),
                histories.now(),
                null);
    }
}

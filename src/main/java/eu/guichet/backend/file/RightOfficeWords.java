package eu.guichet.backend.file;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Permissions;
import eu.guichet.backend.access.Principal;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.RightOffice;
import eu.guichet.process.Offices;
import eu.guichet.process.ServiceNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says which office is competent, where it is and when it is open, as one reads it out. */
final class RightOfficeWords {
    private static final String KEY = "right-office.";

    private final Offices.Site site;
    private final Sentences agent;
    private final ServiceNames services;
    private final Instant now;

    /**
     * @param site the competent one, as it is now
     * @param agent the sentences for the agent
     */
    RightOfficeWords(Offices.Site site, Sentences agent, ServiceNames services, Instant now) {
        this.site = site;
        this.agent = agent;
        this.services = services;
        this.now = now;
    }

    RightOffice of(FileSnapshot onFile, Access access) {
        Principal who = onFile.agent();
        Sentences hers = Sentences.forPensioner(onFile.pensioner().languages(), services);
        Sentences agents = Sentences.forAgentToSay(agent, services);
        return new RightOffice(
                agent.text("office." + site.code()),
                said(hers),
                agents.tag().equals(hers.tag()) ? List.of() : said(agents),
                hers.tag(),
                changesAt(),
                onFile.pensioner().registerOffice(),
                Permissions.allow(who.role(), Permission.TRANSFER)
                        && access.allows(who, new Asked.Transfer(site.code())),
                Stream.of(OfficeCode.values())
                        .filter(office -> access.refusal(who, new Asked.LeaveNote(office, site.code()))
                                .isEmpty())
                        .toList(),
                onFile.officeNotes().stream()
                        .map(note -> access.keepsApart() ? note.waitingAt(site.code()) : note)
                        .map(note -> note.seenBy(who.id(), Access.worklists(who)))
                        .toList());
    }

    private Instant changesAt() {
        Instant phone = site.phone().changesAt(now);
        Offices.Desk counter = site.counter();
        if (counter == null) {
            return phone;
        }
        Instant desk = counter.changesAt(now);
        return desk.isBefore(phone) ? desk : phone;
    }

    private List<String> said(Sentences language) {
        List<String> sentences = new ArrayList<>();
        sentences.add(language.text(KEY + "competent." + site.code()));
        Offices.Desk counter = site.counter();
        sentences.add(
                counter == null
                        ? language.text(KEY + "counter.none")
                        : desk("counter", "place", counter.place(), counter, language));
        sentences.add(desk("phone", "phones", String.join(", ", site.phoneNumbers()), site.phone(), language));
        return List.copyOf(sentences);
    }

    private String desk(String which, String name, String value, Offices.Desk desk, Sentences language) {
        Instant changes = desk.changesAt(now);
        String state = desk.openAt(now) ? ".open" : ".closed";
        return language.about(KEY + which + state, argument -> switch (argument) {
            case "until" -> language.time(changes.atZone(site.zone()).toLocalTime());
            case "opens" -> language.moment(changes, site.zone(), now);
            default -> {
                if (!argument.equals(name)) {
                    throw new IllegalArgumentException("nothing of an office is called " + argument);
                }
                yield desk.openAt(now) ? value : desk.reachedAt(changes, value);
            }
        });
    }
}

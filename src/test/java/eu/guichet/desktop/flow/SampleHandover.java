package eu.guichet.desktop.flow;

import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.Office;
import eu.guichet.contract.OpenHandover;
import java.time.LocalDate;
import java.util.List;

/** A draft for DIGIT as a backend of today prepares it. */
public final class SampleHandover {
    private static final LocalDate FOLLOW_UP = LocalDate.of(2026, 12, 1);

    private SampleHandover() {}

    /** Sent from the office's address; nothing is with DIGIT. */
    public static HandoverDraft draft() {
        return draft(List.of());
    }

    /** The number of a lost factor's case is awaited. */
    public static HandoverDraft withOpenCase() {
        return draft(List.of(new OpenHandover(
                "h-1",
                HandoverMatter.LOST_FACTOR,
                "Chez DIGIT : second facteur perdu, transmis hier.",
                null,
                "h-1",
                MessageStatus.DELIVERED,
                FOLLOW_UP,
                true)));
    }

    private static HandoverDraft draft(List<OpenHandover> open) {
        return new HandoverDraft(
                "EC-CENTRAL-HELPDESK@ec.europa.eu",
                "Second facteur perdu",
                "Bonjour, le téléphone est perdu.",
                new Office.Desk("", "du lundi au vendredi, 08:00 – 18:00", true, SampleFile.NOW.plusSeconds(3_600)),
                List.of(
                        new HandoverDraft.Choice(
                                HandoverMatter.LOST_FACTOR,
                                "second facteur perdu",
                                "Second facteur perdu",
                                "Bonjour, le téléphone est perdu.",
                                !open.isEmpty()),
                        new HandoverDraft.Choice(
                                HandoverMatter.SECOND_ACCOUNT,
                                "second compte",
                                "Deux comptes",
                                "Bonjour, il y a deux comptes.",
                                false)),
                true,
                FOLLOW_UP,
                open);
    }
}

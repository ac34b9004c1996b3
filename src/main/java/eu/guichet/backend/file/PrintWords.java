package eu.guichet.backend.file;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintJob;
import eu.guichet.contract.PrintTrouble;
import eu.guichet.text.Keys;
import java.util.EnumSet;

/** How a letter stands at the office's printer, told to one agent, with what to do about it. */
final class PrintWords {
    private PrintWords() {}

    /** @param home office of the person */
    static PrintJob of(
            StoredPrintJob job,
            StoredLetter letter,
            OfficeCode home,
            Principal agent,
            Access access,
            Sentences sentences) {
        PrintTrouble trouble = job.trouble();
        Asked print = new Asked.PrintLetter(letter.generatedBy().id(), EnumSet.of(letter.office(), home));
        boolean may = letter.standing().state() == LetterState.GENERATED && access.allows(agent, print);
        return new PrintJob(
                job.state(),
                trouble,
                job.orderedAt(),
                job.orderedBy().name(),
                job.changedAt(),
                sentences.beside("print").get(Keys.kebab(trouble == null ? job.state() : trouble)),
                may && job.state().over(),
                may && !job.state().over() && !job.cancelled());
    }
}

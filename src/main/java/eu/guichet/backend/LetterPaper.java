package eu.guichet.backend;

import eu.guichet.backend.desk.LetterDocument.Paper;
import eu.guichet.backend.letter.LetterContent;
import eu.guichet.backend.letter.LetterRenderer;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.Offices;
import eu.guichet.process.Policy;
import eu.guichet.text.Languages;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Puts what is on file on the letter's page. */
final class LetterPaper implements Paper {
    private final Offices offices;
    private final Policy policy;
    private final InstantSource clock;
    private final LetterRenderer renderer = new LetterRenderer();

    LetterPaper(Offices offices, Policy policy, InstantSource clock) {
        this.offices = offices;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public byte[] print(Pensioner pensioner, StoredLetter letter, ConfirmationCode code) {
        Offices.Site office = offices.site(pensioner.office());
        Address address = pensioner.address();
        LetterContent.Recipient recipient = new LetterContent.Recipient(
                pensioner.firstName() + " " + pensioner.lastName(),
                List.of(address.street()),
                address.postcode(),
                address.city(),
                address.country());
        return renderer.render(
                new LetterContent(
                        recipient,
                        office,
                        Languages.pensioner(pensioner.languages()),
                        letter.reference(),
                        clock.instant().atZone(office.zone()).toLocalDate(),
                        policy.letters().lifeMonths(),
                        Optional.ofNullable(letter.itemNumber())
                                .flatMap(ItemNumber::parse)
                                .orElse(null)),
                code);
    }
}

package eu.guichet.backend;

import eu.guichet.backend.desk.ClaimLetter.Paper;
import eu.guichet.backend.letter.LetterContent;
import eu.guichet.backend.letter.LetterRenderer;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import eu.guichet.process.LetterTerms;
import eu.guichet.process.Offices;
import eu.guichet.text.Languages;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what is on file on the letter's page. */
final class LetterPaper implements Paper {
    private final Offices offices;
    private final InstantSource clock;
    private final LetterRenderer renderer = new LetterRenderer();

    LetterPaper(Offices offices, InstantSource clock) {
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public byte[] print(Pensioner pensioner, StoredLetter letter, LetterTerms terms, @Nullable ConfirmationCode code) {
        Offices.Site office = offices.site(pensioner.office());
        Address address = pensioner.address();
        LetterContent.Recipient recipient = new LetterContent.Recipient(
                pensioner.firstName() + " " + pensioner.lastName(),
                List.of(address.street()),
                address.postcode(),
                address.city(),
                address.country());
        LetterContent content = new LetterContent(
                recipient,
                office,
                Languages.pensioner(pensioner.languages()),
                LetterReference.parse(letter.reference()).orElseThrow(),
                clock.instant().atZone(office.zone()).toLocalDate(),
                terms.lifeMonths(),
                Optional.ofNullable(letter.label()).flatMap(ItemNumber::parse).orElse(null));
        return code == null ? renderer.renderNotice(content) : renderer.render(content, code);
    }
}

package eu.guichet.backend;

import eu.guichet.backend.desk.BatchDocument;
import eu.guichet.backend.desk.ClaimLetter.Paper;
import eu.guichet.backend.letter.LetterContent;
import eu.guichet.backend.letter.LetterRenderer;
import eu.guichet.backend.letter.LetterStack;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import eu.guichet.process.LetterTerms;
import eu.guichet.process.Offices;
import eu.guichet.process.ServiceNames;
import eu.guichet.text.Languages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Puts what is on file on the letter's page. */
final class LetterPaper implements Paper, BatchDocument.Papers {
    /** After the start itself, which needs every processor. */
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    /** Once a process is enough. */
    private static final AtomicBoolean WARM = new AtomicBoolean();

    private final Offices offices;
    private final InstantSource clock;
    private final LetterRenderer renderer;
    private final LetterStack stack;

    LetterPaper(Offices offices, ServiceNames services, InstantSource clock) {
        this.offices = offices;
        this.clock = clock;
        this.renderer = new LetterRenderer(services);
        this.stack = new LetterStack(services);
    }

    /** So that the first letter of the morning is as quick as any other. */
    void warmUp() {
        if (WARM.getAndSet(true)) {
            return;
        }
        Offices.Site office = offices.all().getFirst();
        renderer.warmUp(
                new LetterContent(
                        new LetterContent.Recipient("Anna Muster", List.of("Musterweg 1"), "1000", "Brussels", "BE"),
                        office,
                        Locale.FRENCH,
                        LetterReference.draw(new SplittableRandom(0)),
                        clock.instant().atZone(office.zone()).toLocalDate(),
                        1,
                        new ItemNumber("RR473124829BE")),
                WARM_UP);
    }

    @Override
    public byte[] print(Pensioner pensioner, StoredLetter letter, LetterTerms terms, @Nullable ConfirmationCode code) {
        LetterContent content = content(pensioner, letter, terms);
        return code == null ? renderer.renderNotice(content) : renderer.render(content, code);
    }

    @Override
    public BatchDocument.Made print(
            List<BatchDocument.Page> pages, BatchDocument.@Nullable Separator before, Locale agent) {
        LetterStack.Separator sheet = before == null
                ? null
                : new LetterStack.Separator(
                        before.office(),
                        before.day(),
                        before.batch(),
                        before.first(),
                        before.last(),
                        before.of(),
                        before.firstReference(),
                        before.lastReference());
        LetterStack.Stack made = stack.render(
                pages.stream()
                        .map(page -> new LetterStack.Sheet(
                                content(page.pensioner(), page.letter(), page.terms()), page.code()))
                        .toList(),
                sheet,
                agent);
        return new BatchDocument.Made(made.pdf(), made.failed());
    }

    private LetterContent content(Pensioner pensioner, StoredLetter letter, LetterTerms terms) {
        Offices.Site office = offices.site(pensioner.office());
        return new LetterContent(
                recipient(pensioner),
                office,
                Languages.pensioner(pensioner.languages()),
                LetterReference.parse(letter.reference()).orElseThrow(),
                clock.instant().atZone(office.zone()).toLocalDate(),
                terms.lifeMonths(),
                Optional.ofNullable(letter.label()).flatMap(ItemNumber::parse).orElse(null));
    }

    /** Whether her name and address fit the envelope's window. */
    boolean fits(Pensioner pensioner) {
        return renderer.fits(recipient(pensioner), pensioner.office());
    }

    private static LetterContent.Recipient recipient(Pensioner pensioner) {
        Address address = pensioner.address();
        return new LetterContent.Recipient(
                (pensioner.firstName() + " " + pensioner.lastName()).strip(),
                address.street().lines().toList(),
                address.postcode(),
                address.city(),
                address.country());
    }
}

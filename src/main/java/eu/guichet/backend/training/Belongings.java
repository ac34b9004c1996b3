package eu.guichet.backend.training;

import eu.guichet.backend.delivery.Wording;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.TrainingWorld.Item;
import eu.guichet.contract.TrainingWorld.Move;
import eu.guichet.contract.TrainingWorld.Papers;
import eu.guichet.contract.TrainingWorld.Place;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Enrolment;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.ServiceNames;
import eu.guichet.process.ShortCode;
import eu.guichet.text.Keys;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a simulated pensioner has before her: delivered messages and letters, every code as dots. */
final class Belongings {
    private static final String BUNDLE = "eu.guichet.backend.training.training";
    private static final String DOT = "•";

    private final DatedPolicy policy;
    private final Wording wording;
    private final ServiceNames services;
    private final Moves moves;

    Belongings(DatedPolicy policy, Wording wording, ServiceNames services, Moves moves) {
        this.policy = policy;
        this.wording = wording;
        this.services = services;
        this.moves = moves;
    }

    TrainingWorld of(Tx tx, Pensioner pensioner, Instant now, Locale language) {
        Enrolment enrolment = pensioner.enrolment(tx.events().history(pensioner.id()), policy, now);
        TextBundle hers = texts(Languages.pensioner(pensioner.languages()));
        Stream<Item> messages = tx.messages().of(pensioner.id()).stream()
                .filter(message -> message.kind().toPensioner() && message.status() == MessageStatus.DELIVERED)
                .map(message -> message(message, pensioner.office()));
        Stream<Item> letters = enrolment.allLetters().flatMap(letter -> letter(letter, hers).stream());
        List<Item> items = Stream.concat(messages, letters)
                .sorted(Comparator.comparing(Item::at).reversed())
                .toList();
        TextBundle labels = texts(Languages.pensioner(List.of(language.toLanguageTag())));
        List<Move> possible = moves.of(tx, pensioner.id(), enrolment, now).stream()
                .map(move -> new Move(
                        move.kind(),
                        labels.get("move." + Keys.kebab(move.kind())),
                        move.itemId().orElse(null)))
                .toList();
        Papers papers = new Papers(
                pensioner.lastName() + " " + pensioner.firstName(),
                pensioner.birthDate(),
                pensioner.pensionNumber(),
                pensioner.address().postcode());
        return new TrainingWorld(pensioner.id(), papers, items, possible);
    }

    private TextBundle texts(Locale language) {
        return TextBundle.of(BUNDLE, language).with(services.in(language));
    }

    private Item message(StoredMessage message, OfficeCode office) {
        Place place = switch (message.kind().channel()) {
            case EMAIL -> Place.MAILBOX;
            case SMS -> Place.PHONE;
        };
        String dots = DOT.repeat(
                message.kind() == MessageKind.SIGN_IN_SMS ? ShortCode.SIGN_IN_LENGTH : ShortCode.CHALLENGE_LENGTH);
        return new Item(
                message.id(),
                place,
                message.changedAt(),
                sender(message.kind()),
                wording.subject(message.kind(), message.language()),
                wording.text(message.kind(), message.requestedAt(), message.language(), office, dots));
    }

    /** EU Login sends what opens its own steps. */
    private static String sender(MessageKind kind) {
        return kind.resendable() ? "EU Login" : "PMO";
    }

    /** What the post has brought, or is bringing; a letter not posted yet is still in the office. */
    private static Optional<Item> letter(LetterStatus letter, TextBundle hers) {
        boolean underway = letter.postedOn() != null && letter.state() != LetterState.RETURNED;
        if (!underway) {
            return Optional.empty();
        }
        String opened = switch (letter.kind()) {
            case CODE -> "letter.received";
            case FREEZE_NOTICE -> "notice.received";
        };
        String key = letter.receivedOn() == null ? "letter.underway" : opened;
        return Optional.of(new Item(
                letter.id(),
                Place.LETTERBOX,
                letter.generatedAt(),
                "PMO",
                hers.get("letter.subject", "reference", letter.reference()),
                hers.get(key)));
    }
}

package eu.guichet.sim;

import eu.guichet.backend.enrolment.BulkJournal;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.Event;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import eu.guichet.process.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/** The people of the day with their pasts, all of Brussels, none of whom has a namesake. */
public final class Cast {
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final StoredLetter.Person EARLIER = new StoredLetter.Person("earlier", "M. Dupont");
    private static final String[] FIRST = {
        "Marie", "Jean", "Anne", "Luc", "Claire", "Paul", "Elena", "Hans", "Greta", "Marco", "Ines", "Pieter"
    };
    private static final String[] BEGINNINGS = {
        "Van den B",
        "Delc",
        "Most",
        "Kr",
        "Fond",
        "Lamb",
        "Sart",
        "Grim",
        "Wout",
        "Pell",
        "Quint",
        "Hav",
        "Jord",
        "Rens"
    };
    private static final String[] MIDDLES = {"am", "el", "ior", "ust", "ech", "ond", "ip", "arv", "ewy", "oul"};
    private static final String[] ENDS = {"mans", "ard", "ini", "ecker", "ot", "aert", "owski", "ez", "off", "eux"};

    private final Instant now;
    private final Random random;
    private final Map<String, Integer> pasts = new HashMap<>();
    private final Map<String, Pensioner> people = new HashMap<>();
    private int number;

    public Cast(Instant now, Random random) {
        this.now = now;
        this.random = random;
    }

    /** How many events of each one's past there are. */
    Map<String, Integer> pasts() {
        return pasts;
    }

    Pensioner person(String id) {
        return Objects.requireNonNull(people.get(id), "whoever is met is in the cast");
    }

    int size() {
        return people.size();
    }

    /** Somebody's past, and with it the person. */
    public final class Past {
        private final Pensioner person;
        private final List<Event> events = new ArrayList<>();
        private final List<StoredMessage> messages = new ArrayList<>();
        private final List<StoredLetter> letters = new ArrayList<>();

        private Past(Pensioner person) {
            this.person = person;
        }

        Past asksForAccount(Duration ago) {
            Instant at = now.minus(ago);
            events.add(new Event.AccountRequested(at));
            return message(MessageKind.ACTIVATION_EMAIL, at, MessageStatus.SENT);
        }

        Past hasPassword(Duration ago) {
            events.add(new Event.PasswordSet(now.minus(ago)));
            return this;
        }

        Past addsPhone(Duration ago) {
            Instant at = now.minus(ago);
            events.add(new Event.PhoneAdded(at));
            return message(MessageKind.CHALLENGE_SMS, at, MessageStatus.SENT);
        }

        /** Four days before a letter, or so long ago. */
        public Past asksForAccess(Duration ago) {
            asksForAccount(ago.plusHours(2)).hasPassword(ago.plusMinutes(100));
            addsPhone(ago.plusMinutes(60));
            events.add(new Event.PhoneConfirmed(now.minus(ago.plusMinutes(58))));
            events.add(new Event.SignInStarted(now.minus(ago.plusMinutes(50))));
            events.add(new Event.SignedIn(now.minus(ago.plusMinutes(48))));
            events.add(new Event.AccessRequested(now.minus(ago)));
            return this;
        }

        Past posted(Duration ago) {
            Instant at = now.minus(ago);
            String id = id();
            String reference = LetterReference.draw(random).value();
            events.add(new Event.LetterGenerated(at.minus(Duration.ofHours(4)), id, reference, EARLIER.name()));
            letters.add(StoredLetter.ordered(
                    id,
                    person.id(),
                    LetterKind.CODE,
                    reference,
                    person.office(),
                    PrintPlace.LETTER_DESK,
                    EARLIER,
                    at.minus(Duration.ofHours(4)),
                    null));
            events.add(new Event.LetterPrinted(at.minus(Duration.ofHours(3)), id, EARLIER.name()));
            events.add(new Event.LetterPosted(at, id, item(), day(at)));
            return this;
        }

        Past received(Duration ago) {
            Instant at = now.minus(ago);
            events.add(new Event.LetterReceived(at, letters.getLast().id(), day(at)));
            return this;
        }

        Past returned(Duration ago, ReturnReason reason) {
            Instant at = now.minus(ago);
            events.add(new Event.LetterReturned(at, letters.getLast().id(), day(at), reason));
            return this;
        }

        private Past message(MessageKind kind, Instant at, MessageStatus status) {
            String id = id();
            events.add(new Event.MessageRequested(at, id, kind, ""));
            events.add(new Event.MessageProgressed(at.plusSeconds(2), id, status));
            messages.add(new StoredMessage(id, person.id(), kind, "fr", status, at, at.plusSeconds(2), null));
            return this;
        }

        public Pensioner stored(BulkJournal bulk) {
            bulk.add(person, events, messages, letters);
            pasts.put(person.id(), events.size());
            people.put(person.id(), person);
            return person;
        }
    }

    public Past somebody() {
        return somebody("+32470", "courrier");
    }

    /** @param phone the first digits of the phone */
    Past somebody(String phone, String mailbox) {
        int one = number++;
        String last = BEGINNINGS[one % BEGINNINGS.length]
                + MIDDLES[one / BEGINNINGS.length % MIDDLES.length]
                + ENDS[one / BEGINNINGS.length / MIDDLES.length % ENDS.length];
        return new Past(new Pensioner(
                id(),
                String.valueOf(30_000_000 + 37L * one),
                last,
                FIRST[one % FIRST.length],
                LocalDate.of(1935, 1, 1).plusDays(random.nextInt(7000)),
                OfficeCode.BRU,
                List.of("fr"),
                new Address((1 + one % 180) + ", rue de la Loi", "1" + (100 + one % 100), "Bruxelles", "BE"),
                mailbox + one + "@courriel.example",
                phone + "%06d".formatted(one),
                0));
    }

    /** An item number that no letter has had. */
    String item() {
        return ItemNumber.of("RR", "%08d".formatted(10_000_000 + random.nextInt(80_000_000)), "BE")
                .value();
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** Puts people on file. */
    public interface Filling {
        void fill(BulkJournal bulk);
    }

    /** @param training whether the store is one of training from then on */
    public void store(Database database, boolean training, Filling people) {
        database.execute(tx -> {
            tx.storeMode().enter(training);
            try (BulkJournal bulk = new BulkJournal(tx, Policy.standard(), now)) {
                bulk.adoptRules(tx);
                people.fill(bulk);
            }
        });
    }
}

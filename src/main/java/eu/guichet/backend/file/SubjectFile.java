package eu.guichet.backend.file;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditReason;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Worklist;
import eu.guichet.text.Dates;
import eu.guichet.text.Keys;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is held about one person, in words: for herself, when she asks for it. It shows in full what an agent sees masked, and
 * is therefore for whoever answers such a request alone.
 */
public final class SubjectFile {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final SubjectRecord held;
    private final List<TimelineEntry> timeline;
    private final TextBundle texts;
    private final ZoneId zone;

    /**
     * @param timeline her history in sentences of the language, newest first
     * @param zone in which times are given
     */
    SubjectFile(SubjectRecord held, List<TimelineEntry> timeline, Locale language, ZoneId zone) {
        this.held = held;
        this.timeline = List.copyOf(timeline);
        this.texts = TextBundle.of("eu.guichet.backend.file.subject", Languages.agent(language));
        this.zone = zone;
    }

    /** @param rows a cell for each of {@link #columns()} */
    public record Part(String name, List<List<String>> rows) {
        public Part {
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Never prints what stands in it. */
        @Override
        public String toString() {
            return "Part[" + name + "]";
        }
    }

    public Locale language() {
        return texts.locale();
    }

    public String title() {
        return texts.get("title", "name", FileAssembler.name(held.pensioner()));
    }

    /** What it is, when it was made and by whom. */
    public List<String> lead(String by, Instant now) {
        return List.of(
                texts.get(
                        "made",
                        "day",
                        Dates.in(texts.locale()).dayAndYear(now.atZone(zone).toLocalDate()),
                        "by",
                        by),
                texts.get("zone", "zone", zone.getId()));
    }

    public String page(int number) {
        return texts.get("page", "page", number);
    }

    /** The name of the column that says of which part a row is. */
    public String partColumn() {
        return texts.get("column.part");
    }

    public List<String> columns() {
        return Stream.of("when", "who", "what", "why", "note")
                .map(column -> texts.get("column." + column))
                .toList();
    }

    public List<Part> parts() {
        return List.of(
                part("on-file", onFile(held.pensioner())),
                part(
                        "history",
                        timeline.reversed().stream()
                                .map(entry -> row(entry.at(), entry.by(), entry.text(), null, null))
                                .toList()),
                part("messages", held.messages().stream().map(this::message).toList()),
                part("letters", held.letters().stream().map(this::letter).toList()),
                part("contacts", held.contacts().stream().map(this::contact).toList()),
                part("callbacks", held.callbacks().stream().map(this::callback).toList()),
                part(
                        "office-notes",
                        held.officeNotes().stream().map(this::officeNote).toList()),
                part(
                        "verifications",
                        held.verifications().stream().map(this::verification).toList()),
                part("looks", held.looks().stream().map(this::look).toList()));
    }

    private Part part(String name, List<List<String>> rows) {
        return new Part(texts.get("part." + name), rows);
    }

    private List<List<String>> onFile(Pensioner her) {
        return Stream.of(
                        onFile("name", her.lastName() + " " + her.firstName()),
                        onFile("birth-name", her.birthName()),
                        onFile("birth-date", her.birthDate().toString()),
                        onFile("pension-number", her.pensionNumber()),
                        onFile("email", her.email()),
                        onFile("phone", her.phone()),
                        onFile("street", her.address().street()),
                        onFile(
                                "city",
                                her.address().postcode() + " " + her.address().city()),
                        onFile("country", her.address().country()),
                        onFile("office", office(her.office())),
                        onFile("register-office", her.registerOffice() == null ? null : office(her.registerOffice())),
                        onFile("languages", String.join(", ", her.languages())))
                .toList();
    }

    private List<String> onFile(String what, @Nullable String value) {
        return List.of("", "", texts.get("on-file." + what), "", Objects.requireNonNullElse(value, ""));
    }

    private List<String> message(StoredMessage message) {
        return row(
                message.requestedAt(),
                null,
                texts.get("message." + Keys.kebab(message.kind())),
                null,
                texts.get("status." + Keys.kebab(message.status())) + " · " + moment(message.changedAt()));
    }

    private List<String> letter(StoredLetter letter) {
        List<String> became = new ArrayList<>(
                List.of(texts.get("letter." + Keys.kebab(letter.standing().state()))));
        add(became, "item", letter.itemNumber());
        add(became, "posted", letter.standing().postedOn());
        add(became, "received", letter.standing().receivedOn());
        add(became, "returned", letter.standing().returnedOn());
        return row(
                letter.generatedAt(),
                letter.generatedBy().name(),
                letter.reference(),
                null,
                String.join(" · ", became));
    }

    private void add(List<String> became, String key, @Nullable Object value) {
        if (value != null) {
            became.add(texts.get("letter.with." + key, "value", value.toString()));
        }
    }

    private List<String> contact(StoredContact contact) {
        Instant closed = contact.closedAt();
        return row(
                contact.openedAt(),
                contact.agentName() + ", " + office(contact.office()),
                closed == null ? texts.get("contact.open") : texts.get("contact.until", "moment", moment(closed)),
                reason(contact.reason().value()),
                contact.note());
    }

    private List<String> callback(StoredCallback callback) {
        Instant ended = callback.endedAt();
        String became = texts.get("callback." + Keys.kebab(callback.state()));
        return row(
                callback.promisedAt(),
                callback.agentName() + ", " + office(callback.office()),
                texts.get("callback.for." + Keys.kebab(callback.whose()), "moment", moment(callback.due())),
                callback.reason(),
                Stream.of(
                                callback.note(),
                                ended == null ? became : became + " " + moment(ended) + ", " + callback.endedBy())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    private List<String> officeNote(StoredOfficeNote note) {
        Instant ended = note.endedAt();
        String became = texts.get("office-note." + Keys.kebab(note.state()));
        return row(
                note.writtenAt(),
                note.agentName() + ", " + office(note.from()),
                texts.get("office-note.for", "office", office(note.to())),
                note.takenBy(),
                note.note() + " · " + (ended == null ? became : became + " " + moment(ended) + ", " + note.endedBy()));
    }

    private List<String> verification(Verifications.Checked checked) {
        return row(
                checked.at(),
                checked.by(),
                checked.method() == null
                        ? texts.get("verification.miss")
                        : texts.get("verification." + Keys.kebab(checked.method())),
                null,
                null);
    }

    /** What came of it stays as it was written down. */
    private List<String> look(AuditEntry look) {
        return row(
                look.at(),
                look.agentName() + ", " + texts.get("role." + Keys.kebab(look.role())) + ", " + office(look.office()),
                AuditAct.of(look.act())
                        .map(act -> texts.get("act." + act.key()))
                        .orElse(look.act()),
                reason(look.reason()),
                look.outcome());
    }

    private @Nullable String reason(@Nullable String written) {
        if (written == null) {
            return null;
        }
        AuditReason reason = AuditReason.read(written);
        if (reason.trace() != null) {
            return texts.get("reason." + reason.key(), "trace", reason.trace());
        }
        String key = "reason." + written;
        return AccessReason.parse(written)
                .flatMap(AccessReason::worklist)
                .map(Worklist::key)
                .map(list -> texts.get("reason.worklist.of", "list", list))
                .orElse(texts.has(key) ? texts.get(key) : written);
    }

    private String office(OfficeCode code) {
        return texts.get("office." + Keys.kebab(code));
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    private List<String> row(
            Instant at, @Nullable String who, String what, @Nullable String why, @Nullable String note) {
        return Stream.of(moment(at), who, what, why, note)
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    /** The day it is made, for the name of the document. */
    public LocalDate day(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}

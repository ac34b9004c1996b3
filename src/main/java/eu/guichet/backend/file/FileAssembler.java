package eu.guichet.backend.file;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Ground;
import eu.guichet.backend.access.Masking;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Permissions;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.search.WhyFound;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.StoredNotice;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.contract.Advice;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.Channel;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.Letter;
import eu.guichet.contract.Message;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.PrintJob;
import eu.guichet.contract.SearchRow;
import eu.guichet.contract.Step;
import eu.guichet.contract.StepState;
import eu.guichet.process.ActiveAlert;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Decision;
import eu.guichet.process.Enrolment;
import eu.guichet.process.History;
import eu.guichet.process.Offices;
import eu.guichet.process.Outage;
import eu.guichet.process.Rung;
import eu.guichet.process.ServiceNames;
import eu.guichet.process.Situation;
import eu.guichet.process.StandingFacts;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes what an agent sees of a pensioner out of what the store has. */
public final class FileAssembler {
    /** Greek capitals bear no accents; what is not Greek is written as anywhere. */
    private static final ULocale GREEK = ULocale.forLanguageTag("el");

    private final DatedPolicy policy;
    private final Offices offices;
    private final ServiceNames services;

    public FileAssembler(DatedPolicy policy, Offices offices, ServiceNames services) {
        this.policy = policy;
        this.offices = offices;
        this.services = services;
    }

    /**
     * @param namesakes how many others share the name as heard and the year of birth
     * @param language the agent's; French where it is none of ours
     */
    public PensionerFile file(FileSnapshot onFile, int namesakes, Locale language, Instant now) {
        Pensioner pensioner = onFile.pensioner();
        List<StoredNotice> notices = concerning(pensioner, onFile.notices(), now);
        List<Outage> outages = notices.stream().map(StoredNotice::outage).toList();
        Enrolment enrolment = enrolment(pensioner, onFile.history(), now).during(outages, pensioner.phone(), now);
        SentenceArguments facts = arguments(pensioner, onFile.history(), enrolment, now);
        Sentences sentences = Sentences.forAgent(language, services);
        ActionList actions = new ActionList(pensioner, enrolment, policy.at(now), facts, sentences, outages, now);
        return new PensionerFile(
                pensioner.id(),
                etag(pensioner.version()),
                bothNames(pensioner),
                pensioner.birthDate().getYear(),
                pensioner.office(),
                pensioner.languages(),
                Masking.pensionNumber(pensioner.pensionNumber()),
                masked(pensioner, Channel.EMAIL),
                masked(pensioner, Channel.SMS),
                Masking.place(
                        pensioner.address().postcode(), pensioner.address().city()),
                enrolment.state(),
                enrolment.stage(),
                enrolment.step(),
                standing(enrolment, sentences, facts) + withDigit(onFile.history(), enrolment, sentences),
                enrolment.turn(),
                enrolment.situation().condition(),
                enrolment.rungs().stream()
                        .map(rung -> step(rung, enrolment, sentences, facts))
                        .toList(),
                advice(pensioner, enrolment, facts, sentences),
                actions.actions(),
                new Timeline(onFile.history(), sentences, facts.zone(), now)
                        .with(new TakingBack(onFile, access(now), policy.at(now), sentences, now))
                        .entries(),
                new LetterList(onFile, enrolment, sentences, facts, policy.at(now), access(now), now).letters(),
                onFile.verification(),
                onFile.lock(),
                enrolment.alerts().stream()
                        .map(alert -> alert(alert, onFile, sentences, facts, now))
                        .toList(),
                namesakes,
                pensioner.phone() == null
                        ? null
                        : offices.site(pensioner.office()).directory(),
                onFile.contact(),
                new ApprovalWords(
                                pensioner,
                                onFile.agent(),
                                access(now),
                                sentences,
                                facts.zone(),
                                actions::letterChanges,
                                now)
                        .waiting(onFile.approvals()),
                onFile.callbacks().stream()
                        .map(owed -> access(now).keepsApart()
                                ? owed.owedAt(pensioner.office(), onFile.agent().id())
                                : owed)
                        .map(owed -> owed.seenBy(onFile.agent().id()))
                        .toList(),
                notices.stream().map(notice -> NoticeWords.of(notice, language)).toList(),
                new RightOfficeWords(offices.site(pensioner.office()), sentences, services, now)
                        .of(onFile, access(now)));
    }

    /** How far acts have come that wait for a supervisor, or waited, and what those that wait would change now. */
    public List<Approval> approvals(ApprovalsOnFile onFile, Locale language, Instant now) {
        Sentences sentences = Sentences.forAgent(language, services);
        return onFile.approvals().stream()
                .map(stored -> {
                    Pensioner pensioner = onFile.pensioner(stored);
                    return new ApprovalWords(
                                    pensioner,
                                    onFile.agent(),
                                    access(now),
                                    sentences,
                                    offices.site(pensioner.office()).zone(),
                                    () -> actions(pensioner, onFile, sentences, now)
                                            .letterChanges(),
                                    now)
                            .of(stored);
                })
                .toList();
    }

    private ActionList actions(Pensioner pensioner, ApprovalsOnFile onFile, Sentences sentences, Instant now) {
        List<Outage> outages = concerning(pensioner, onFile.notices(), now).stream()
                .map(StoredNotice::outage)
                .toList();
        History history = onFile.history(pensioner);
        Enrolment enrolment = enrolment(pensioner, history, now).during(outages, pensioner.phone(), now);
        SentenceArguments facts = arguments(pensioner, history, enrolment, now);
        return new ActionList(pensioner, enrolment, policy.at(now), facts, sentences, outages, now);
    }

    private static List<StoredNotice> concerning(Pensioner pensioner, List<StoredNotice> notices, Instant now) {
        return notices.stream()
                .filter(notice ->
                        notice.outage().inForce(now) && notice.outage().concerns(pensioner.phone()))
                .toList();
    }

    /** With the figures that hold now. */
    private Access access(Instant now) {
        return new Access(policy.at(now).contacts().otherOffices());
    }

    private FileAlert alert(
            ActiveAlert active, FileSnapshot onFile, Sentences sentences, SentenceArguments facts, Instant now) {
        Alert kind = active.kind();
        String sentence = sentences.text("alert." + Keys.kebab(kind), facts);
        Principal agent = onFile.agent();
        String raisedBy = kind == Alert.FROZEN ? onFile.frozenBy() : null;
        Optional<Ground> refusal = access(now)
                .refusal(agent, new Asked.LiftAlert(onFile.pensioner().office(), raisedBy));
        boolean lifts = Permissions.allow(agent.role(), Permission.LIFT_ALERT);
        boolean another = lifts && refusal.equals(Optional.of(Ground.SECOND_PERSON));
        return new FileAlert(
                kind,
                active.since(),
                another ? sentence + " " + sentences.text("alert.second-person") : sentence,
                lifts && refusal.isEmpty(),
                policy.at(now).approvals().always(ApprovalAct.LIFT_ALERT).stream()
                        .map(new ApprovalWhy(sentences, facts.zone(), facts.today())::of)
                        .toList());
    }

    /**
     * A row of a list, out of what is kept beside the history.
     *
     * @param namesakes as for the file
     * @param why the person was found; empty where it is the name as it was typed
     * @param language the agent's
     */
    public SearchRow row(
            Pensioner pensioner,
            EnrolmentStatus status,
            int namesakes,
            List<WhyFound> why,
            Locale language,
            Instant now) {
        Sentences sentences = Sentences.forAgent(language, services);
        SentenceArguments facts = new SentenceArguments(pensioner.office(), status.facts(), policy, offices, now);
        return new SearchRow(
                pensioner.id(),
                bothNames(pensioner),
                pensioner.birthDate().getYear(),
                pensioner.office(),
                status.state(),
                Rung.stageOf(status.step()),
                status.step(),
                sentences.text("standing." + Keys.kebab(status.situation()), facts),
                status.situation().condition(),
                pensioner.address().city(),
                namesakes,
                status.alerts().stream().sorted().toList(),
                why.isEmpty() ? null : words(why, Sentences.whyFound(sentences, services)));
    }

    private static String words(List<WhyFound> why, Sentences found) {
        return why.stream()
                .map(one -> found.about(Keys.kebab(one.by()), _ -> one.text()))
                .collect(Collectors.joining(" · "));
    }

    /** One letter, with or without a code; empty where the person has none of this id. */
    public Optional<Letter> letter(FileSnapshot onFile, String letterId, Locale language, Instant now) {
        Pensioner pensioner = onFile.pensioner();
        Enrolment enrolment = enrolment(pensioner, onFile.history(), now);
        SentenceArguments facts = arguments(pensioner, onFile.history(), enrolment, now);
        return new LetterList(
                        onFile,
                        enrolment,
                        Sentences.forAgent(language, services),
                        facts,
                        policy.at(now),
                        access(now),
                        now)
                .letter(letterId);
    }

    /** How a letter stands at the office's printer, for one agent. */
    public PrintJob print(
            StoredPrintJob job,
            StoredLetter letter,
            Pensioner pensioner,
            Principal agent,
            Locale language,
            Instant now) {
        return PrintWords.of(
                job, letter, pensioner.office(), agent, access(now), Sentences.forAgent(language, services));
    }

    /**
     * What was done in a contact that is closed.
     *
     * @param acts oldest first
     * @param language the agent's
     */
    public ContactSummary summary(StoredContact contact, Instant closedAt, List<AuditAct> acts, Locale language) {
        Sentences sentences = Sentences.forAgent(language, services);
        List<String> done = acts.stream()
                .map(act -> sentences.text("contact.done." + act.key()))
                .toList();
        return new ContactSummary(contact.id(), contact.reason(), contact.openedAt(), closedAt, done, contact.note());
    }

    /** Everything that is held about one person, in words. */
    public SubjectFile subject(SubjectRecord held, Locale language, Instant now) {
        Pensioner pensioner = held.pensioner();
        ZoneId zone = offices.site(pensioner.office()).zone();
        Sentences sentences = Sentences.forAgent(language, services);
        return new SubjectFile(held, new Timeline(held.history(), sentences, zone, now).entries(), language, zone);
    }

    /** Why a closed action is closed, in one sentence. */
    public String reason(Pensioner pensioner, Decision closed, Locale language, Instant now) {
        return new Reasons(
                        policy.at(now),
                        offices.site(pensioner.office()).zone(),
                        Sentences.forAgent(language, services),
                        now)
                .of(closed);
    }

    /** Until when nobody can verify this person, in the zone of her office. */
    public String locked(Pensioner pensioner, Instant until, Locale language, Instant now) {
        Sentences sentences = Sentences.forAgent(language, services);
        ZoneId zone = offices.site(pensioner.office()).zone();
        return sentences.text("verification.locked", "opens", sentences.moment(until, zone, now));
    }

    /** @param language the agent's, for what went wrong */
    public Message message(StoredMessage stored, Pensioner pensioner, Locale language) {
        String destination = stored.kind().toPensioner()
                ? masked(pensioner, stored.kind().channel())
                : offices.helpdesk().email();
        String detail = stored.detail();
        Sentences sentences = Sentences.forAgent(language, services);
        return new Message(
                stored.id(),
                stored.pensionerId(),
                stored.kind(),
                destination == null ? "" : destination,
                stored.language(),
                stored.status(),
                stored.requestedAt(),
                stored.changedAt(),
                detail == null ? null : sentences.text(known(sentences, "message.detail." + detail)));
    }

    /** The message prepared for DIGIT, in the agent's language. It names the person as the file does: masked. */
    public HandoverDraft handover(DigitDraft about, Locale language, Instant now) {
        Pensioner pensioner = about.pensioner();
        Enrolment enrolment = enrolment(pensioner, about.history(), now);
        SentenceArguments facts = arguments(pensioner, about.history(), enrolment, now);
        return new Handover(pensioner, about.history(), enrolment, facts, Sentences.forAgent(language, services), now)
                .draft(about.verification(), about.sends(), about.followUp());
    }

    /** In which language an agent's texts are: one of ours. */
    public String languageOf(Locale agent) {
        return Sentences.forAgent(agent, services).tag();
    }

    private SentenceArguments arguments(Pensioner pensioner, History history, Enrolment enrolment, Instant now) {
        return new SentenceArguments(pensioner.office(), StandingFacts.of(history, enrolment), policy, offices, now);
    }

    private Enrolment enrolment(Pensioner pensioner, History history, Instant now) {
        return pensioner.enrolment(history, policy, now);
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** Family name in capitals, then first name. */
    public static String name(Pensioner pensioner) {
        return UCharacter.toUpperCase(GREEK, pensioner.lastName()) + " " + pensioner.firstName();
    }

    /** With the last name before marriage, which only whoever looks for somebody needs. */
    private static String bothNames(Pensioner pensioner) {
        String birthName = pensioner.birthName();
        return name(pensioner) + (birthName == null ? "" : " (" + birthName + ")");
    }

    static @Nullable String masked(Pensioner pensioner, Channel channel) {
        return switch (channel) {
            case EMAIL ->
                Optional.ofNullable(pensioner.email()).map(Masking::email).orElse(null);
            case SMS ->
                Optional.ofNullable(pensioner.phone()).map(Masking::phone).orElse(null);
        };
    }

    private static String standing(Enrolment enrolment, Sentences sentences, SentenceArguments facts) {
        return sentences.text("standing." + Keys.kebab(enrolment.situation()), facts);
    }

    /** What DIGIT has beside what she waits for, in sentences of their own. */
    private static String withDigit(History history, Enrolment enrolment, Sentences sentences) {
        return history.openHandovers().stream()
                .filter(one -> enrolment.situation() != Situation.HANDED_OVER || one.matter() != HandoverMatter.ACCOUNT)
                .map(one -> " "
                        + sentences.text(
                                "standing.with-digit",
                                "matter",
                                sentences.text("handover.matter." + one.matter().key()),
                                "ticket",
                                Objects.requireNonNullElse(one.ticket(), SentenceArguments.NO_TICKET)))
                .collect(Collectors.joining());
    }

    private Step step(Rung rung, Enrolment enrolment, Sentences sentences, SentenceArguments facts) {
        String title = "step." + rung.number();
        String withoutSms = title + ".without-sms";
        String note = "note." + Keys.kebab(enrolment.situation());
        return new Step(
                rung.number(),
                rung.stage(),
                rung.state(),
                rung.turn(),
                sentences.text(!facts.allows(Channel.SMS) && sentences.has(withoutSms) ? withoutSms : title),
                rung.doneAt(),
                rung.state() == StepState.HERE && sentences.has(note) ? sentences.text(note, facts) : null);
    }

    private Advice advice(Pensioner pensioner, Enrolment enrolment, SentenceArguments facts, Sentences sentences) {
        String key = Keys.kebab(enrolment.situation());
        Sentences words = Sentences.forPensioner(pensioner.languages(), services);
        List<String> toPensioner = words.list(key, facts);
        Sentences agents = Sentences.forAgentToSay(sentences, services);
        List<String> inAgents = agents.tag().equals(words.tag()) ? List.of() : agents.list(key, facts);
        return new Advice(sentences.list("advice." + key, facts), toPensioner, inAgents, words.tag());
    }

    private static String known(Sentences sentences, String key) {
        return sentences.has(key) ? key : "message.detail.other";
    }
}

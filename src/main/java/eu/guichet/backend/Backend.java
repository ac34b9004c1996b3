package eu.guichet.backend;

import eu.guichet.backend.access.Tokens;
import eu.guichet.backend.alarm.Watchers;
import eu.guichet.backend.batch.BatchWork;
import eu.guichet.backend.delivery.Carrier;
import eu.guichet.backend.delivery.Dispatcher;
import eu.guichet.backend.delivery.HandoverAnswers;
import eu.guichet.backend.delivery.Wording;
import eu.guichet.backend.desk.BatchActs;
import eu.guichet.backend.desk.BatchDocument;
import eu.guichet.backend.desk.BatchLetters;
import eu.guichet.backend.desk.BatchesDue;
import eu.guichet.backend.desk.ClaimLetter;
import eu.guichet.backend.desk.CorrectLetter;
import eu.guichet.backend.desk.DecideApproval;
import eu.guichet.backend.desk.Desk;
import eu.guichet.backend.desk.DrawSamples;
import eu.guichet.backend.desk.Freeze;
import eu.guichet.backend.desk.FreezeNotice;
import eu.guichet.backend.desk.GenerateLetter;
import eu.guichet.backend.desk.HandOver;
import eu.guichet.backend.desk.LiftAlert;
import eu.guichet.backend.desk.ManageCallbacks;
import eu.guichet.backend.desk.ManageContacts;
import eu.guichet.backend.desk.ManageNotices;
import eu.guichet.backend.desk.ManageOfficeNotes;
import eu.guichet.backend.desk.ManageOffices;
import eu.guichet.backend.desk.OfficeBook;
import eu.guichet.backend.desk.OfficePaper;
import eu.guichet.backend.desk.OrderPrint;
import eu.guichet.backend.desk.Oversee;
import eu.guichet.backend.desk.ReadBatches;
import eu.guichet.backend.desk.ReadFigures;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.backend.desk.ReadLetterDesk;
import eu.guichet.backend.desk.ReadSubjectFile;
import eu.guichet.backend.desk.RecordLetter;
import eu.guichet.backend.desk.RefuseAccess;
import eu.guichet.backend.desk.ReportBatch;
import eu.guichet.backend.desk.ReportEvent;
import eu.guichet.backend.desk.ReportPrint;
import eu.guichet.backend.desk.Resend;
import eu.guichet.backend.desk.ReviewActs;
import eu.guichet.backend.desk.RightOfficeActs;
import eu.guichet.backend.desk.StartBatch;
import eu.guichet.backend.desk.TakeBack;
import eu.guichet.backend.desk.TransferCompetence;
import eu.guichet.backend.desk.Verify;
import eu.guichet.backend.desk.VoidLetter;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.enrolment.StatusUpkeep;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.file.OfficeDirectory;
import eu.guichet.backend.http.HttpServer;
import eu.guichet.backend.http.SearchPractice;
import eu.guichet.backend.http.Services;
import eu.guichet.backend.http.UseCases;
import eu.guichet.backend.ipp.PrintingSettings;
import eu.guichet.backend.limits.HourlyLimits;
import eu.guichet.backend.live.Colleague;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.live.NodeNotices;
import eu.guichet.backend.live.RemoteChangePoller;
import eu.guichet.backend.mail.MailSettings;
import eu.guichet.backend.people.RegisterFeed;
import eu.guichet.backend.people.SimulatedPeople;
import eu.guichet.backend.printing.PrintQueue;
import eu.guichet.backend.retention.Retention;
import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.search.WarmUp;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.training.Training;
import eu.guichet.backend.worklist.ReadWorklists;
import eu.guichet.contract.Channel;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Role;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Offices;
import eu.guichet.process.ServiceNames;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A running backend. */
public final class Backend implements AutoCloseable {
    /** The same people at each start, so that a trainer can speak of them. */
    private static final long PEOPLE_SEED = 2026;

    /** A node that ended is followed by another after so long. */
    private static final Duration BATCH_LEASE = Duration.ofSeconds(20);

    private final Database database;
    private final Dispatcher dispatcher;
    private final RemoteChangePoller elsewhere;
    private final StatusUpkeep upkeep;
    private final Rounds rounds;
    private final HourlyLimits limits;
    private final Retention retention;
    private final Outgoing outgoing;
    private final PrintQueue printing;
    private final BatchWork batches;
    private final @Nullable Training training;
    private final WarmUp warmUp;
    private final PeopleSearch search;
    private final HttpServer http;
    private final Watch watch;
    private final SignIn signIn;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Backend(
            Database database,
            Dispatcher dispatcher,
            RemoteChangePoller elsewhere,
            StatusUpkeep upkeep,
            Rounds rounds,
            HourlyLimits limits,
            Retention retention,
            Outgoing outgoing,
            PrintQueue printing,
            BatchWork batches,
            @Nullable Training training,
            WarmUp warmUp,
            PeopleSearch search,
            HttpServer http,
            Watch watch,
            SignIn signIn) {
        this.database = database;
        this.dispatcher = dispatcher;
        this.elsewhere = elsewhere;
        this.upkeep = upkeep;
        this.rounds = rounds;
        this.limits = limits;
        this.retention = retention;
        this.outgoing = outgoing;
        this.printing = printing;
        this.batches = batches;
        this.training = training;
        this.warmUp = warmUp;
        this.search = search;
        this.http = http;
        this.watch = watch;
        this.signIn = signIn;
    }

    /**
     * Opens the store, fills an empty one with simulated people in training, and answers on the loopback interface.
     *
     * @throws eu.guichet.backend.store.CannotOpenException when the store cannot be opened
     */
    public static Backend start(BackendSettings settings) {
        Database database =
                Database.open(settings.database(), settings.institution().store());
        boolean started = false;
        try {
            Backend backend = start(settings.withPolicy(policy(settings)), database);
            started = true;
            return backend;
        } finally {
            if (!started) {
                database.close();
            }
        }
    }

    /** Learners print at their desk: there is no printer of an office in training. */
    private static DatedPolicy policy(BackendSettings settings) {
        Institution institution = settings.institution();
        PrintingBy by =
                settings.training() ? PrintingBy.DESK : institution.printing().by();
        return institution.policy().with(figures -> figures.withPrinting(by));
    }

    private static Backend start(BackendSettings settings, Database database) {
        database.execute(tx -> tx.storeMode().enter(settings.training()));
        if (settings.training()) {
            SimulatedPeople.populate(
                    database,
                    settings.people(),
                    settings.institution().policy(),
                    settings.clock().instant(),
                    PEOPLE_SEED);
        }
        SignIn signIn = SignIn.of(settings);
        SecureRandom random = new SecureRandom();
        OfficeBook book = OfficeBook.open(database, settings.institution().offices(), settings.clock());
        Offices offices = book.offices();
        ServiceNames services = settings.institution().services();
        Wording wording = new Wording(settings.institution().policy(), offices, services);
        NodeNotices notices = Nodes.notices(database);
        LiveHub live = new LiveHub(settings.clock(), notices::recorded);
        EnrolmentJournal journal = new EnrolmentJournal(settings.institution().policy(), settings.clock(), live);
        Map<Channel, Carrier> carriers = new ConcurrentHashMap<>();
        Dispatcher dispatcher = new Dispatcher(
                database,
                settings.institution().policy(),
                wording,
                settings.clock(),
                journal,
                channel -> Objects.requireNonNull(carriers.get(channel)),
                random);
        List<Runnable> nudged = new CopyOnWriteArrayList<>(List.of(dispatcher::nudge));
        Desk desk = new Desk(
                database,
                settings.institution().policy(),
                settings.clock(),
                live,
                journal,
                () -> nudged.forEach(Runnable::run));
        ReportEvent reports = new ReportEvent(
                desk,
                settings.training() ? ReportEvent.FirstMessages.FROM_HERE : ReportEvent.FirstMessages.BY_EU_LOGIN);
        Training training =
                settings.training() ? training(settings, wording, database, journal, random, reports) : null;
        Outgoing outgoing = training == null
                ? Outgoing.through(settings, database, journal)
                : Outgoing.simulated(training.carrier());
        carriers.putAll(outgoing.carriers());
        ClaimLetter.Tray tray = training == null ? ClaimLetter.Tray.NONE : training.letterbox();
        LetterPaper paper = new LetterPaper(offices, services, settings.clock());
        PrintQueue printing = printing(settings, database, new OfficePaper(desk, paper, random));
        nudged.add(printing::nudge);
        GenerateLetter generating = new GenerateLetter(desk, random, paper::fits);
        BatchWork batches = new BatchWork(database, new BatchLetters(desk, generating), BATCH_LEASE, settings.clock());
        nudged.add(batches::nudge);
        ManageContacts contacts = new ManageContacts(desk);
        Watchers watchers = new Watchers(
                database, settings.institution().policy(), Outgoing.ownAddresses(settings), settings.clock());
        ReadLetterDesk letterDesk = new ReadLetterDesk(desk);
        PeopleSearch search = new PeopleSearch(database, settings.clock(), settings.names());
        ClaimLetter claiming = new ClaimLetter(desk, paper, tray, random);
        ReportPrint reporting = new ReportPrint(desk, tray);
        OrderPrint ordering = new OrderPrint(desk);
        BatchesDue due = new BatchesDue(desk, letterDesk, paper::fits);
        LiftAlert lifting = new LiftAlert(desk);
        Oversee overseeing = new Oversee(desk, office -> offices.site(office).zone(), watchers::current);
        DecideApproval approvals = new DecideApproval(desk, generating, lifting, overseeing);
        UseCases acts = new UseCases(
                contacts,
                new ReadFile(desk),
                new Verify(desk, (office, now) -> counter(offices.site(office).counter(), now), search::namesakes),
                new Resend(desk),
                generating,
                claiming,
                reporting,
                ordering,
                new VoidLetter(desk),
                new RecordLetter(desk),
                new CorrectLetter(desk),
                letterDesk,
                new HandOver(
                        desk,
                        (office, day, count) -> offices.site(office).phone().workingDaysAfter(day, count),
                        training != null || settings.institution().gateways().mail() != null),
                new TakeBack(desk),
                new ManageCallbacks(desk, office -> offices.site(office).phone()),
                new ManageNotices(desk),
                new ManageOffices(desk, book),
                new RightOfficeActs(new ManageOfficeNotes(desk), new TransferCompetence(desk)),
                new Freeze(desk, new FreezeNotice(desk, random)),
                lifting,
                reports,
                approvals,
                overseeing,
                new ReviewActs(desk),
                new ReadFigures(desk, office -> offices.site(office).zone()),
                new ReadSubjectFile(desk),
                new ReadWorklists(desk, letterDesk, journal),
                new BatchActs(
                        new StartBatch(desk, due, ordering),
                        new ReadBatches(desk, due),
                        new BatchDocument(desk, claiming, paper, paper, tray, random),
                        new ReportBatch(desk, reporting)),
                new RefuseAccess(desk));
        HourlyLimits limits = new HourlyLimits(database, settings.institution().policy(), settings.clock());
        Services rooms = new Services(
                settings.environment(),
                signIn.offer(),
                settings.institution().policy(),
                settings.clock(),
                database,
                search,
                new FileAssembler(settings.institution().policy(), offices, services),
                new OfficeDirectory(offices, services),
                live,
                journal,
                acts,
                new RegisterFeed(database, settings.clock()),
                limits,
                dispatcher::state,
                outgoing.receipts(),
                training == null ? null : new TrainingPanel(training));
        OneNode.Leases leases = Nodes.leases(database);
        StatusUpkeep upkeep = new StatusUpkeep(database, journal, settings.clock(), leases);
        RemoteChangePoller elsewhere = new RemoteChangePoller(
                live,
                ids -> etags(database, ids),
                agent -> database.read(tx -> new Colleague(
                        agent, tx.audit().nameOf(agent), tx.audit().officeOf(agent))),
                () -> book.refresh(live::tellOffices),
                notices);
        Rounds rounds = new Rounds(
                desk,
                contacts,
                approvals,
                book,
                new DrawSamples(desk, office -> offices.site(office).zone(), random),
                Outgoing.canaries(settings, database, carriers),
                live,
                watchers,
                leases);
        Retention retention = new Retention(
                database,
                settings.institution().retention(),
                settings.institution().policy(),
                settings.clock(),
                leases);
        // The port last: whoever can connect finds everything at work, and a port that is taken leaves nothing behind.
        HttpServer http = null;
        WarmUp warmUp = null;
        Watch watch = new Watch(settings, database);
        try {
            paper.warmUp();
            dispatcher.start();
            outgoing.start();
            if (settings.institution()
                            .policy()
                            .at(settings.clock().instant())
                            .letters()
                            .printing()
                    == PrintingBy.OFFICE) {
                printing.start();
            }
            batches.start();
            upkeep.start();
            elsewhere.start();
            rounds.start();
            limits.start();
            if (training == null) { // learners look at what lies in the mailboxes of simulated people, however old
                retention.start();
            }
            warmUp = WarmUp.of(search, settings.practises() ? new SearchPractice(rooms) : null);
            watch.start(
                    settings.clock(),
                    rounds.with(Map.of(
                            "outbox", dispatcher::state,
                            "printing", printing::state,
                            "batches", batches::state,
                            "status", upkeep::state,
                            "limits", limits::state,
                            "retention", retention::state)),
                    watchers::current,
                    warmUp::ended);
            http = HttpServer.start(settings.listen(), signIn.authenticator(), watch.meter(), rooms);
            watch.watch(http.listener());
        } finally {
            if (http == null) {
                watch.close();
                if (warmUp != null) {
                    warmUp.close();
                }
                search.close();
                elsewhere.close();
                upkeep.close();
                rounds.close();
                limits.close();
                retention.close();
                batches.close();
                printing.close();
                stop(dispatcher, training);
                outgoing.close();
            }
        }
        return new Backend(
                database,
                dispatcher,
                elsewhere,
                upkeep,
                rounds,
                limits,
                retention,
                outgoing,
                printing,
                batches,
                training,
                Objects.requireNonNull(warmUp),
                search,
                http,
                watch,
                signIn);
    }

    private static Map<String, String> etags(Database database, Set<String> ids) {
        return database.read(tx -> tx.pensioners().versions(ids)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, version -> Etag.of(version.getValue())));
    }

    private static Verify.CounterState counter(Offices.@Nullable Desk counter, Instant now) {
        if (counter == null) {
            return Verify.CounterState.NONE;
        }
        return counter.openAt(now) ? Verify.CounterState.OPEN : Verify.CounterState.CLOSED;
    }

    private static PrintQueue printing(BackendSettings settings, Database database, OfficePaper paper) {
        PrintingSettings printing = settings.institution().printing();
        return new PrintQueue(
                database, paper, printing::printer, printing.timeout(), printing.patience(), settings.clock());
    }

    private static void stop(Dispatcher dispatcher, @Nullable Training training) {
        dispatcher.close();
        if (training != null) {
            training.close();
        }
    }

    private static Training training(
            BackendSettings settings,
            Wording wording,
            Database database,
            EnrolmentJournal journal,
            SecureRandom random,
            ReportEvent reports) {
        return new Training(
                database,
                settings.institution().policy(),
                wording,
                settings.institution().services(),
                settings.clock(),
                Tokens.process(settings.office()),
                settings.deliveryDelay(),
                random,
                reports,
                new HandoverAnswers(database, journal, settings.clock(), MailSettings.ToDigit.STANDARD.ticket()));
    }

    /** Where it answers, such as {@code http://127.0.0.1:40123}. */
    public URI url() {
        return http.url();
    }

    /** One bearer token a role, drawn anew at each start; none where a provider signs people in. */
    public Map<Role, String> tokens() {
        return signIn.tokens();
    }

    /** One bearer token for each agent who trains under a name, by that name. */
    public Map<String, String> agentTokens() {
        return signIn.agentTokens();
    }

    /**
     * Sends callers to other backends for as long as {@code operations.drain} says, before {@link #close}; at once where nobody
     * asks whether it is ready.
     */
    public void drain() throws InterruptedException {
        Duration time = watch.leave();
        if (time.isPositive()) {
            http.drain(time);
        }
    }

    /** Stops accepting, lets what runs end, and closes the store last. Doing it twice does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        watch.close();
        http.close();
        warmUp.close();
        search.close();
        elsewhere.close();
        upkeep.close();
        rounds.close();
        limits.close();
        retention.close();
        batches.close();
        printing.close();
        stop(dispatcher, training);
        outgoing.close();
        database.close();
    }
}

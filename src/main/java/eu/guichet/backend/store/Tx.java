package eu.guichet.backend.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** One transaction, by noun. Valid only inside the function it was handed to, on that thread. */
public final class Tx {
    private final Handle handle;
    private final Dialect engine;
    private final Map<Object, Runnable> beforeCommit = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<Class<?>, Object> attached = new HashMap<>();
    private final List<AuditRow> trail = new ArrayList<>();

    Tx(Handle handle, Dialect engine) {
        this.handle = handle;
        this.engine = engine;
    }

    /**
     * Holds up whoever else asks this about the same agent until the transaction ends, so that what is counted over several
     * people's files stays true; of no use in one that only reads.
     */
    public void holdUp(String agentId) {
        engine.lockAgent(handle, agentId);
    }

    /** Holds up other transactions about these people. */
    public void lock(Collection<String> pensionerIds) {
        engine.lock(handle, pensionerIds);
    }

    /** Holds up other transactions about this person, as {@link Database#writeAbout} does; several in the order of their ids. */
    public void lock(String pensionerId) {
        engine.lock(handle, pensionerId);
    }

    public Pensioners pensioners() {
        return new Pensioners(handle);
    }

    public Events events() {
        return new Events(handle);
    }

    public Messages messages() {
        return new Messages(handle, engine.skipClaimed());
    }

    public HandoverMails handoverMails() {
        return new HandoverMails(handle);
    }

    public MailboxPositions mailboxPositions() {
        return new MailboxPositions(handle);
    }

    public SmsParts smsParts() {
        return new SmsParts(handle);
    }

    public PrintJobs printJobs() {
        return new PrintJobs(handle, engine.skipClaimed());
    }

    public NameIndexes nameIndexes() {
        return new NameIndexes(handle);
    }

    public Approvals approvals() {
        return new Approvals(handle);
    }

    public Canaries canaries() {
        return new Canaries(handle);
    }

    public Reviews reviews() {
        return new Reviews(handle);
    }

    public Batches batches() {
        return new Batches(handle, engine.skipClaimed());
    }

    public TaskLeases taskLeases() {
        return new TaskLeases(handle, engine);
    }

    public Statuses statuses() {
        return new Statuses(handle);
    }

    public Worklists worklists() {
        return new Worklists(handle);
    }

    public Callbacks callbacks() {
        return new Callbacks(handle);
    }

    public Notices notices() {
        return new Notices(handle);
    }

    public OfficeNotes officeNotes() {
        return new OfficeNotes(handle);
    }

    public OfficeEntries officeEntries() {
        return new OfficeEntries(handle);
    }

    public Letters letters() {
        return new Letters(handle);
    }

    public LetterDeskLists letterDesk() {
        return new LetterDeskLists(handle);
    }

    public Codes codes() {
        return new Codes(handle);
    }

    public Contacts contacts() {
        return new Contacts(handle);
    }

    public Verifications verifications() {
        return new Verifications(handle);
    }

    public Audit audit() {
        return new Audit(handle, trail);
    }

    public Idempotency idempotency() {
        return new Idempotency(handle);
    }

    public LimitUses limitUses() {
        return new LimitUses(handle);
    }

    public RegisterImports registerImports() {
        return new RegisterImports(handle);
    }

    public PassedSteps passedSteps() {
        return new PassedSteps(handle);
    }

    public FigureCounts figures() {
        return new FigureCounts(handle);
    }

    public StoreMode storeMode() {
        return new StoreMode(handle);
    }

    public Reports reports() {
        return new Reports(handle);
    }

    public Delays delays() {
        return new Delays(handle);
    }

    public OldRows oldRows() {
        return new OldRows(handle);
    }

    /** For many rows at once; close it before the transaction ends. */
    public Bulk bulk() {
        return new Bulk(handle);
    }

    /** Runs on the same thread once the transaction is committed, and not at all when it is rolled back. */
    public void afterCommit(Runnable announcement) {
        afterCommit.add(announcement);
    }

    /** What belongs to this transaction alone, made when it is first asked for. */
    public <T> T attached(Class<T> type, Supplier<T> make) {
        return type.cast(attached.computeIfAbsent(type, _ -> make.get()));
    }

    /** Runs within the transaction once all its work is done, once for each key. */
    public void beforeCommit(Object key, Runnable work) {
        beforeCommit.put(key, work);
    }

    /** Writes a row as it is. */
    void touchNothing() {
        handle.execute("UPDATE counter SET value = value WHERE name = 'world'");
    }

    /** What is put off until all other work is done, but for the audit trail. */
    void finish() {
        List.copyOf(beforeCommit.values()).forEach(Runnable::run);
    }

    boolean hasTrail() {
        return !trail.isEmpty();
    }

    void writeTrail() {
        audit().write();
    }

    List<Runnable> announcements() {
        return List.copyOf(afterCommit);
    }
}

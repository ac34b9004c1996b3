package eu.guichet.backend.live;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Permissions;
import eu.guichet.backend.access.Principal;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Worklist;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passes live events to the principals who have the file open that they are about: the one opened last for as long as a
 * stream is there, each other one for a while. Colleagues at the same file hear of each other, also where their windows listen
 * at different nodes.
 */
public final class LiveHub {
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);

    private final InstantSource clock;
    /** Of this node, among those on one store. */
    private final String node = UUID.randomUUID().toString();

    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final Map<Opening, Instant> openings = new ConcurrentHashMap<>();
    private final Presence presence = new Presence();

    /** Of each file that is open, the version that was read or told last. */
    private final Map<String, String> etags = new ConcurrentHashMap<>();

    /** By office, which lists have changed since {@link #tellLists} told of them last. */
    private final Map<OfficeCode, Set<Worklist>> changedLists = new EnumMap<>(OfficeCode.class);

    private final Consumer<Notice> told;

    public LiveHub(InstantSource clock) {
        this(clock, _ -> {});
    }

    /** @param told is handed what happened here, for other nodes; it must not block and not throw */
    public LiveHub(InstantSource clock, Consumer<Notice> told) {
        this.clock = clock;
        this.told = told;
    }

    private record Subscriber(Principal principal, Consumer<LiveEvent> listener) {}

    private record Opening(String principalId, String pensionerId) {}

    /** A subscription; closing it twice does nothing. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** @param listener called on whichever thread publishes; it must not block and not throw */
    public synchronized Subscription subscribe(Principal principal, Consumer<LiveEvent> listener) {
        Subscriber subscriber = new Subscriber(principal, listener);
        subscribers.add(subscriber);
        announce(principal.id());
        return () -> ended(subscriber);
    }

    /**
     * Notes that a file was opened, and tells it to colleagues who are at it, of them, and to those who were left.
     *
     * @param etag of the version that was read
     */
    public synchronized void opened(Principal principal, String pensionerId, String etag) {
        opened(colleague(principal), pensionerId, etag);
        told.accept(
                listensHere(principal.id())
                        ? new Notice.At(node, pensionerId, principal.id())
                        : new Notice.Opened(pensionerId, etag, principal.id()));
    }

    private void opened(Colleague who, String pensionerId, String etag) {
        openings.put(new Opening(who.id(), pensionerId), clock.instant());
        forget();
        // What a colleague was told last stays: of anything newer she has not heard yet.
        etags.putIfAbsent(pensionerId, etag);
        moved(who, pensionerId);
    }

    private static Colleague colleague(Principal principal) {
        return new Colleague(principal.id(), principal.name(), principal.office());
    }

    private LiveEvent alsoOpen(String pensionerId, Colleague who) {
        return new LiveEvent.AlsoOpen(pensionerId, who.name(), who.office(), presence.since(who.id()));
    }

    private void moved(Colleague who, String pensionerId) {
        String before = presence.opens(who.id(), pensionerId, clock.instant());
        if (before != null && !before.equals(pensionerId)) {
            left(who.id(), before);
        }
        for (Subscriber other : at(pensionerId, who.id())) {
            other.listener().accept(alsoOpen(pensionerId, who));
        }
        colleagues(pensionerId, who.id()).forEach(other -> tell(who.id(), alsoOpen(pensionerId, other)));
    }

    /** Notes that the principal is done with a file, and tells it to those who stay. */
    public synchronized void closed(String principalId, String pensionerId) {
        closedElsewhere(principalId, pensionerId);
        told.accept(new Notice.Closed(pensionerId, principalId));
    }

    private synchronized void ended(Subscriber subscriber) {
        String agentId = subscriber.principal().id();
        if (subscribers.remove(subscriber) && !listensHere(agentId)) {
            told.accept(new Notice.Gone(node, agentId));
            leftUnlessElsewhere(agentId);
        }
    }

    private void leftUnlessElsewhere(String agentId) {
        if (!listensHere(agentId) && !presence.isElsewhere(agentId)) {
            presence.file(agentId).ifPresent(file -> left(agentId, file));
        }
    }

    /** Each of those who stay hears who else does, or that nobody does. */
    private void left(String principalId, String pensionerId) {
        for (Subscriber stays : at(pensionerId, principalId)) {
            LiveEvent event = colleagues(pensionerId, principalId)
                    .filter(other -> !other.id().equals(stays.principal().id()))
                    .findFirst()
                    .<LiveEvent>map(another -> alsoOpen(pensionerId, another))
                    .orElseGet(() -> new LiveEvent.NobodyElse(pensionerId));
            stays.listener().accept(event);
        }
    }

    /** The streams of those who opened this file last, but one. */
    private List<Subscriber> at(String pensionerId, String butNot) {
        return subscribers.stream()
                .filter(subscriber -> presence.isAt(subscriber.principal().id(), pensionerId))
                .filter(of(butNot).negate())
                .toList();
    }

    /** Those at this file, but one, wherever their windows listen. */
    private Stream<Colleague> colleagues(String pensionerId, String butNot) {
        return Stream.concat(
                        at(pensionerId, butNot).stream()
                                .map(Subscriber::principal)
                                .map(LiveHub::colleague),
                        presence.elsewhereAt(pensionerId)
                                .filter(who -> !who.id().equals(butNot)))
                .distinct();
    }

    private boolean listensHere(String principalId) {
        return subscribers.stream().anyMatch(of(principalId));
    }

    private static Predicate<Subscriber> of(String principalId) {
        return subscriber -> subscriber.principal().id().equals(principalId);
    }

    /** Tells the other nodes who is at which file here, as they do not believe it for ever. */
    synchronized void announce() {
        subscribers.stream()
                .map(subscriber -> subscriber.principal().id())
                .distinct()
                .forEach(this::announce);
    }

    private void announce(String agentId) {
        presence.file(agentId).ifPresent(file -> told.accept(new Notice.At(node, file, agentId)));
    }

    /** Asks the other nodes who is at which file there, and tells them who is here. */
    void begin() {
        announce();
        told.accept(new Notice.Begun(node));
    }

    /** Somebody of whom another node has told before; empty for others. */
    synchronized Optional<Colleague> elsewhere(String agentId) {
        return presence.colleague(agentId);
    }

    /** A file was opened through another node: of concern where her window listens. */
    synchronized void openedElsewhere(Notice.Opened opened) {
        subscribers.stream()
                .map(Subscriber::principal)
                .filter(principal -> principal.id().equals(opened.agentId()))
                .findFirst()
                .ifPresent(principal -> opened(principal, opened.pensionerId(), opened.etag()));
    }

    /** @param who is there */
    synchronized void isAtElsewhere(Notice.At at, Colleague who) {
        boolean known =
                (listensHere(who.id()) || presence.isElsewhere(who.id())) && presence.isAt(who.id(), at.pensionerId());
        presence.listens(at.node(), who, clock.instant());
        if (!known) {
            moved(who, at.pensionerId());
        }
    }

    synchronized void closedElsewhere(String principalId, String pensionerId) {
        openings.remove(new Opening(principalId, pensionerId));
        if (presence.closes(principalId, pensionerId)) {
            left(principalId, pensionerId);
        }
    }

    synchronized void goneElsewhere(Notice.Gone gone) {
        presence.listensNoMore(gone.node(), gone.agentId());
        leftUnlessElsewhere(gone.agentId());
    }

    /** Believes no longer what no other node has told again. */
    synchronized void expire() {
        presence.expire(clock.instant()).forEach(this::leftUnlessElsewhere);
    }

    /** Somebody has come onto this list of the office, or left it, or stands there otherwise; told with the next round. */
    public void listChanged(OfficeCode office, Worklist list) {
        synchronized (changedLists) {
            changedLists
                    .computeIfAbsent(office, _ -> EnumSet.noneOf(Worklist.class))
                    .add(list);
        }
    }

    /** The same of what the letter desks have before them: a letter's paper need not belong to the person's office. */
    public void letterDeskChanged() {
        for (OfficeCode office : OfficeCode.values()) {
            Arrays.stream(Worklist.values()).filter(Worklist::atLetterDesk).forEach(list -> listChanged(office, list));
        }
    }

    /**
     * Tells which lists have changed, each time at most once however many people moved, to those whose offices they are.
     *
     * @return false: there is never more to do at once
     */
    public boolean tellLists() {
        Map<OfficeCode, Set<Worklist>> changed;
        synchronized (changedLists) {
            changed = Map.copyOf(changedLists);
            changedLists.clear();
        }
        changed.forEach((office, lists) -> told.accept(new Notice.Lists(office, lists)));
        tellLists(changed);
        return false;
    }

    /** As noticed here or by another node. */
    void tellLists(Map<OfficeCode, Set<Worklist>> changed) {
        for (Subscriber subscriber : subscribers) {
            if (!Permissions.allow(subscriber.principal().role(), Permission.READ_WORKLISTS)) {
                continue;
            }
            List<String> lists = changed.entrySet().stream()
                    .filter(one -> Access.worklists(subscriber.principal()).contains(one.getKey()))
                    .flatMap(one -> one.getValue().stream())
                    .distinct()
                    .sorted()
                    .map(Worklist::key)
                    .toList();
            if (!lists.isEmpty()) {
                subscriber.listener().accept(new LiveEvent.WorklistsChanged(lists));
            }
        }
    }

    /** What is disturbed has changed: of concern to every desk. */
    public void noticesChanged() {
        noticesChangedElsewhere();
        told.accept(new Notice.Board());
    }

    /** As the other, told by another node. */
    void noticesChangedElsewhere() {
        subscribers.forEach(subscriber -> subscriber.listener().accept(new LiveEvent.NoticesChanged()));
    }

    /** Something was written down of an office, here: of concern to every desk. */
    public void officesChanged() {
        tellOffices();
        told.accept(new Notice.Offices());
    }

    /** As the other, where it is seen that another node has written it. */
    public void tellOffices() {
        subscribers.forEach(subscriber -> subscriber.listener().accept(new LiveEvent.OfficesChanged()));
    }

    /** @param etag of the file with what the event tells */
    public void publish(LiveEvent.OfFile event, String etag) {
        passOn(event, etag);
        told.accept(new Notice.Changed(event.pensionerId(), null));
    }

    private void passOn(LiveEvent.OfFile event, String etag) {
        etags.replace(event.pensionerId(), etag);
        subscribers.stream()
                .filter(subscriber -> hasOpen(subscriber.principal(), event.pensionerId()))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    /**
     * Time alone has changed what a file shows: tells those who read it before that.
     *
     * @param etag of its version, which is the one it had
     * @param since when it changed
     */
    public void timePassed(String pensionerId, String etag, Instant since) {
        timePassedElsewhere(pensionerId, etag, since);
        told.accept(new Notice.Changed(pensionerId, since));
    }

    /** As the other, noticed by another node. */
    void timePassedElsewhere(String pensionerId, String etag, Instant since) {
        LiveEvent.OfFile event = new LiveEvent.FileChanged(pensionerId, etag, since);
        subscribers.stream()
                .filter(subscriber -> hasOpen(subscriber.principal(), pensionerId))
                .filter(subscriber -> readBefore(subscriber.principal(), pensionerId, since))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    private boolean readBefore(Principal principal, String pensionerId, Instant moment) {
        Instant read = openings.get(new Opening(principal.id(), pensionerId));
        return read == null || read.isBefore(moment);
    }

    /** The files that somebody who listens has open. */
    public Set<String> open() {
        forget();
        return files().filter(
                        file -> subscribers.stream().anyMatch(subscriber -> hasOpen(subscriber.principal(), file)))
                .collect(Collectors.toSet());
    }

    /** Tells of a version that nobody here was told of: another program has recorded something. */
    public void seen(String pensionerId, String etag) {
        // of a file that was opened through another node no version is known yet
        String known = etags.putIfAbsent(pensionerId, etag);
        if (known != null && !known.equals(etag)) {
            passOn(new LiveEvent.FileChanged(pensionerId, etag), etag);
        }
    }

    /** Tells whoever asked for it what has become of an approval, wherever their windows listen. */
    public void approvalChanged(String askerId, LiveEvent.ApprovalChanged event) {
        tell(askerId, event);
        told.accept(new Notice.Approval(event.approvalId(), event.pensionerId(), event.state(), askerId));
    }

    /** As the other, decided through another node. */
    void approvalElsewhere(Notice.Approval approval) {
        tell(
                approval.agentId(),
                new LiveEvent.ApprovalChanged(approval.approvalId(), approval.pensionerId(), approval.state()));
    }

    private void tell(String principalId, LiveEvent event) {
        subscribers.stream()
                .filter(of(principalId))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    private boolean hasOpen(Principal principal, String pensionerId) {
        if (presence.isAt(principal.id(), pensionerId)) {
            return true;
        }
        Instant opened = openings.get(new Opening(principal.id(), pensionerId));
        return opened != null && opened.plus(OPEN_FOR).isAfter(clock.instant());
    }

    private void forget() {
        Instant now = clock.instant();
        if (openings.values().removeIf(opened -> !opened.plus(OPEN_FOR).isAfter(now))) {
            etags.keySet().retainAll(files().collect(Collectors.toSet()));
        }
    }

    /** All that may be open. */
    private Stream<String> files() {
        return Stream.concat(openings.keySet().stream().map(Opening::pensionerId), presence.files());
    }
}

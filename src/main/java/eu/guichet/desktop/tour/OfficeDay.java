package eu.guichet.desktop.tour;

import eu.guichet.contract.Role;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** What an agent, a letter officer and a supervisor do in a day beside the main job, each at a desk of the own. */
final class OfficeDay {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** Of the day that is proposed, the one after: every office is open then. */
    static final LocalTime PROMISED = LocalTime.of(10, 30);

    /** Her letter is under way; her office is another one than that of the three desks. */
    private static final String HER = "anne muller";

    private final OneBackend office;
    private final Clock clock;
    private final Path folder;
    private final Camera camera;
    private final Commentary commentary;

    /** @param clock the backend's */
    OfficeDay(OneBackend office, Clock clock, Path folder, Camera camera, Commentary commentary) {
        this.office = office;
        this.clock = clock;
        this.folder = folder;
        this.camera = camera;
        this.commentary = commentary;
    }

    void go() {
        try (TourDesk agent = desk(Role.AGENT);
                TourDesk officer = desk(Role.LETTER_OFFICER);
                TourDesk supervisor = desk(Role.SUPERVISOR)) {
            try {
                lists(agent);
                presence(agent, officer);
                handOver(agent);
                callBack(agent);
                batch(officer);
                rightOffice(agent);
                transfer(supervisor);
                Supervision supervision = new Supervision(commentary, HER);
                supervision.approval(agent, supervisor);
                supervision.correction(agent, supervisor);
                supervision.notice(agent, supervisor);
                keys(agent);
                supervision.oversight(supervisor);
                supervision.figures(supervisor);
                received(agent);
            } catch (TourException e) {
                List.of(agent, officer, supervisor).forEach(desk -> desk.picture("stopped-here"));
                throw e;
            }
        }
    }

    /** What a day leaves for the next one. */
    void nextMorning() {
        try (TourDesk supervisor = desk(Role.SUPERVISOR)) {
            supervisor.perform(List.of(new Supervision(commentary, HER)::sample));
        }
    }

    /** Of whose code nothing has been heard since. */
    void twoWeeksLater() {
        try (TourDesk agent = desk(Role.AGENT)) {
            agent.perform(List.of(this::reminder));
        }
    }

    private TourDesk desk(Role role) {
        Settings settings = Settings.defaults();
        settings.language().set(Language.FRENCH);
        return new TourDesk(settings, clock, office.as(role), new PaperInFolder(folder), folder, camera, WIDTH, HEIGHT);
    }

    private void lists(TourDesk agent) {
        Hands hands = agent.hands();
        hands.await("office-name");
        Routine.list(hands, "message-failed", "non remis");
        commentary.step(
                "Who waits for what, counted as it changes: an e-mail or SMS that did not arrive", agent, "lists");
        hands.click("worklist-open");
        hands.await("ladder");
        commentary.step("Opened from the list, which is the reason of the contact", agent, "from-list");
    }

    private void presence(TourDesk agent, TourDesk officer) {
        Hands hands = officer.hands();
        String who = agent.hands().read("agent-name");
        Routine.list(hands, "message-failed", "non remis");
        hands.await(
                "worklist",
                node -> node instanceof TableView<?> table && table.getItems().size() > 1);
        commentary.step("At the next desk the row says who works on it", officer, "colleague-in-list");
        hands.click("worklist-open");
        hands.await(
                "colleague",
                node -> node instanceof Labeled label && label.getText().contains(who));
        commentary.step("And so does the file, by name: never a lock", officer, "colleague");
        hands.click("contact-close");
    }

    private void handOver(TourDesk agent) {
        Hands hands = agent.hands();
        hands.click("action-HAND_OVER_TO_DIGIT");
        hands.await("handover-ticket");
        commentary.step(
                "What DIGIT owns is handed over: the message with all that DIGIT needs is written already",
                agent,
                "hand-over");
        hands.type("handover-ticket", "IM0021374650");
        hands.reveal("handover-keep");
        commentary.step("And its number is typed, with the day on which to ask again", agent, "ticket");
        hands.click("handover-keep");
        Routine.identify(hands);
        hands.await("handover-kept");
        commentary.step("Recorded, once it is known that it is she who calls", agent, "handed-over");
        hands.click("handover-close");
        String before = hands.read("pensioner-name");
        hands.click("list-next");
        hands.await(
                "pensioner-name",
                node -> node instanceof Labeled name && !name.getText().equals(before));
        commentary.step("Done, and the next one of the list by one key", agent, "next-of-list");
    }

    private void callBack(TourDesk agent) {
        Hands hands = agent.hands();
        hands.click("callback-promise");
        hands.type("promise-time", PROMISED.getHour() + "h" + PROMISED.getMinute());
        hands.type("promise-note", "Relève l’adresse de sa boîte mail");
        commentary.step("A call promised for a time, with what it is about", agent, "call-back");
        hands.click("promise-now");
        hands.click("promise-close");
        hands.click("contact-close");
        Routine.list(hands, "callbacks", "ppel");
        commentary.step("It stands in the list of whoever promised it", agent, "call-backs");
    }

    private void batch(TourDesk officer) {
        Hands hands = officer.hands();
        hands.click("screen-letters");
        hands.await("batch-start", node -> !node.isDisabled());
        commentary.step("The day’s letters in one go: how many there are, and who would be left out", officer, "batch");
        hands.click("batch-start");
        hands.await("batch-close");
        hands.click("batch-pdf");
        hands.await(
                "desk-said",
                node -> node instanceof Labeled said && !said.getText().isEmpty());
        commentary.step("Every letter is on paper, the posting list beside them", officer, "batch-done");
        hands.click("batch-close");
    }

    private void rightOffice(TourDesk agent) {
        Hands hands = agent.hands();
        Routine.find(hands, HER);
        hands.reveal("right-office");
        commentary.step("Which office is competent, in words to read out", agent, "right-office");
        hands.click("office-note-leave");
        hands.type("office-note-text", "Vit désormais à Bruxelles");
        commentary.step("A note for that office: she need not tell it twice", agent, "office-note");
        hands.click("office-note-now");
        hands.click("office-note-close");
        hands.click("contact-close");
    }

    private void transfer(TourDesk supervisor) {
        Hands hands = supervisor.hands();
        Routine.list(hands, "handed-to-office", "bureau");
        commentary.step("There it waits, until somebody has seen to it", supervisor, "office-notes");
        hands.click("worklist-open");
        hands.await("ladder");
        hands.click("competence-transfer");
        hands.await("transfer-now");
        hands.type("transfer-remark", "Selon son appel de ce matin");
        commentary.step("A supervisor gives the competence to another office, with the reason", supervisor, "transfer");
        hands.click("transfer-now");
        hands.click("transfer-close");
        hands.await("right-office-register");
        hands.clickFirst("office-note-see-");
        hands.click("see-to-note-seen");
        hands.click("see-to-note-close");
        hands.awaitGone("office-notes");
        hands.reveal("right-office");
        commentary.step("The file says so, and what the register says", supervisor, "transferred");
        hands.click("contact-close");
    }

    private void keys(TourDesk agent) {
        Hands hands = agent.hands();
        hands.pressWithCtrl("shell", KeyCode.P);
        hands.await("palette");
        commentary.step("Every action and screen by its name", agent, "palette");
        hands.type("palette-field", "appel");
        commentary.step("Found by a word of it", agent, "palette-word");
        hands.press("palette-field", KeyCode.ESCAPE);
        hands.press("shell", KeyCode.F1);
        hands.await("shortcuts");
        commentary.step("And all keys on one sheet", agent, "keys");
        hands.click("shortcuts-close");
    }

    private void received(TourDesk agent) {
        Hands hands = agent.hands();
        hands.click("contact-close");
        Routine.find(hands, HER);
        hands.clickFirst("letter-print-");
        hands.await("letter-printed");
        hands.click("letter-close");
        hands.click("training-toggle");
        hands.click("training-move-post-letter");
        hands.click("training-move-receive-letter");
        hands.await("training-move-type-confirmation-code");
        hands.click("training-toggle");
        commentary.step("Her new letter has arrived", agent, "letter-received");
        hands.click("contact-close");
    }

    private void reminder(TourDesk agent) {
        Hands hands = agent.hands();
        Routine.find(hands, HER);
        hands.awaitWithin("pensioner", "code non entré");
        commentary.step(
                "She has not entered her code, and was reminded of it once: a message like any other",
                agent,
                "reminder");
    }
}

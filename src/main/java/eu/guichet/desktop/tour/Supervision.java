package eu.guichet.desktop.tour;

import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.NoticeTopic;
import javafx.scene.control.Labeled;

/** What takes a second person, and what a supervisor sees and writes. */
final class Supervision {
    private final Commentary commentary;
    /** Who is looked for: somebody whose letter is under way. */
    private final String her;

    Supervision(Commentary commentary, String her) {
        this.commentary = commentary;
        this.her = her;
    }

    void approval(TourDesk agent, TourDesk supervisor) {
        Hands hands = agent.hands();
        Routine.find(hands, her);
        hands.click("action-GENERATE_LETTER");
        Routine.identify(hands);
        replace(hands, "letter-printed");
        hands.click("letter-close");
        hands.awaitWithin("letters", "Imprimée");
        hands.click("action-GENERATE_LETTER");
        hands.await("letter-approval");
        commentary.step(
                "A third letter in six months takes a supervisor, and says so beforehand", agent, "approval-needed");
        replace(hands, "letter-waits");
        commentary.step("It waits, and until when", agent, "approval-asked");
        hands.click("letter-close");
        decide(supervisor);
        hands.awaitText("said", "approuvée");
        commentary.step("The agent hears of it at once", agent, "approval-heard");
    }

    /** Where the history has gone on meanwhile, as when a message arrives just then, the card asks to read it again first. */
    private static void replace(Hands hands, String done) {
        boolean again;
        do {
            hands.await("letter-confirm");
            hands.click("cause-lost");
            hands.click("letter-confirm");
            again = !hands.awaitEither(done, "letter-reread");
            if (again) {
                hands.click("letter-reread");
            }
        } while (again);
    }

    private void decide(TourDesk supervisor) {
        Hands hands = supervisor.hands();
        Routine.list(hands, "approvals", "Accord");
        hands.click("worklist-open");
        hands.await("decide-approve");
        commentary.step(
                "The supervisor sees who asks for what, why it takes two, and what it changes", supervisor, "approval");
        hands.click("decide-approve");
        hands.await("decide-done");
        hands.awaitWithin("letters", "Générée");
        commentary.step("Approved, and done in the same moment", supervisor, "approved");
        hands.click("decide-close");
        hands.click("contact-close");
    }

    void correction(TourDesk agent, TourDesk supervisor) {
        Hands hands = agent.hands();
        hands.clickFirst("timeline-take-back-verif");
        hands.click("correct-reason-wrong-person");
        commentary.step(
                "A verification of the wrong person is taken back with a reason, never deleted", agent, "correction");
        hands.click("correct-now");
        hands.await("correct-done");
        hands.awaitWithin("correct-under", "G-");
        commentary.step("What was done under it is laid before a supervisor", agent, "corrected");
        hands.click("correct-close");
        hands.click("contact-close");
        Hands hers = supervisor.hands();
        hers.click("screen-oversight");
        hers.await("review-good");
        hers.reveal("reviews");
        commentary.step("There it is, to be judged afterwards", supervisor, "reviews");
        hers.click("review-good");
    }

    /** The day after: of what was done by then. */
    void sample(TourDesk supervisor) {
        Hands hands = supervisor.hands();
        hands.click("screen-oversight");
        hands.await("trail");
        hands.awaitReading("review-good", "trail");
        hands.reveal("reviews");
        commentary.step(
                "Of yesterday’s letters and resends some are drawn by lot, to be looked at afterwards",
                supervisor,
                "sample");
        hands.click("review-good");
    }

    void notice(TourDesk agent, TourDesk supervisor) {
        Hands hands = supervisor.hands();
        hands.choose("notice-topic", NoticeTopic.EMAIL);
        hands.type("notice-text-fr", "Les e-mails arrivent avec retard");
        hands.click("notice-closes");
        hands.click("notice-write");
        hands.awaitText("notice-said", "avertis");
        hands.reveal("notices-card");
        commentary.step("A supervisor writes what is disturbed", supervisor, "notice");
        Hands theirs = agent.hands();
        Routine.find(theirs, "anna mueller");
        theirs.await("notices");
        commentary.step("Every desk hears of it, and at the step and the action it concerns", agent, "disturbed");
        hands.clickFirst("notice-end-");
        theirs.awaitGone("notices");
    }

    void oversight(TourDesk supervisor) {
        Hands hands = supervisor.hands();
        hands.click("screen-counter");
        hands.click("screen-oversight");
        chooseSomebody(hands);
        hands.reveal("alarms");
        commentary.step("Who did what, and beside it what goes wrong now", supervisor, "audit");
        hands.click("trail-person");
        hands.await("trail-filters");
        chooseSomebody(hands);
        hands.click("trail-subject");
        hands.type("subject-reason", "Demande d’accès du 12 mars");
        hands.click("subject-pdf");
        hands.await(
                "subject-said",
                node -> node instanceof Labeled said && !said.getText().isEmpty());
        hands.reveal("subject-file");
        commentary.step(
                "Everything held of one person and everybody who looked, as a document", supervisor, "data-subject");
    }

    /** A row of the trail that is about a person; others are about lists and notices. */
    private static void chooseSomebody(Hands hands) {
        hands.choose("trail", AuditEntry.class, row -> row.pensionerId() != null);
    }

    void figures(TourDesk supervisor) {
        Hands hands = supervisor.hands();
        hands.click("screen-figures");
        hands.await("figure-funnel");
        commentary.step("The figures of the week", supervisor, "figures");
        hands.reveal("figure-funnel");
        commentary.step("Where people stop on their way, as a chart", supervisor, "funnel");
        hands.click("turn-funnel");
        hands.await("table-funnel");
        hands.reveal("figure-funnel");
        commentary.step("And the table behind it, to be copied", supervisor, "funnel-table");
    }
}

package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.VoidReason;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.DeliberateKey;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.NumberedChoices;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.flow.PaperReports.Report;
import eu.guichet.desktop.flow.PaperReports.State.Recorded;
import eu.guichet.desktop.flow.PaperReports.State.Refused;
import eu.guichet.desktop.flow.PaperReports.State.Telling;
import eu.guichet.desktop.flow.PaperReports.State.Waiting;
import eu.guichet.desktop.flow.ReportWords;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Draws the states of a {@link LetterFlow}. Of the document itself nothing is ever drawn. */
final class LetterStep {
    private final LetterFlow flow;
    private final OpenFile open;
    private final Identify identify;
    private final Texts texts;
    private final FlowTexts words;
    private final FailureWords failures;
    private final Countdown countdown;
    private final InstantSource clock;
    private final DateTimes times;
    private final LetterPreviews previews;
    private Subscription following = Subscription.EMPTY;

    LetterStep(
            LetterFlow flow,
            OpenFile open,
            Identify identify,
            Texts texts,
            FailureWords failures,
            InstantSource clock,
            DateTimes times) {
        this.flow = flow;
        this.open = open;
        this.identify = identify;
        this.texts = texts;
        this.words = new FlowTexts(texts);
        this.failures = failures;
        this.countdown = new Countdown(texts);
        this.clock = clock;
        this.times = times;
        this.previews = new LetterPreviews(flow, texts);
    }

    void start() {
        flow.stateProperty().subscribe(this::draw);
    }

    private void draw(LetterStage state) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        switch (state) {
            case LetterStage.NeedsIdentity _ -> identify.identify(open, this::act, flow::identified);
            case LetterStage.Looking _ -> busy("looking", texts.get("looking"));
            case LetterStage.Previewing previewing -> {
                LetterPreviews.Drawn drawn = previews.draw(
                        card(),
                        open.file().get(),
                        previewing.preview(),
                        previewing.means(),
                        leave(words.get("cancel")));
                show(drawn.card(), drawn.focus());
            }
            case LetterStage.Closed closed -> closed(closed.action());
            case LetterStage.Generating _ -> busy("generating", texts.get("generating"));
            case LetterStage.Unsure unsure -> unsure(unsure.askAt());
            case LetterStage.Waits waits -> waits(waits.approval());
            case LetterStage.NotDone notDone -> notDone(notDone.why(), notDone.tryAgain());
            case LetterStage.Fetching _ -> busy("fetching", texts.get("fetching"));
            case LetterStage.NotFetched notFetched -> notFetched(notFetched.letter(), notFetched.why());
            case LetterStage.Lost lost ->
                over("letter-lost", texts.get("lost", "reference", lost.letter().reference()));
            case LetterStage.OnItsWay way -> onItsWay(way.target());
            case LetterStage.NotPrinted notPrinted ->
                notPrinted(notPrinted.letter(), notPrinted.trouble(), notPrinted.means());
            case LetterStage.GivingUp asked -> givingUp(asked);
            case LetterStage.Printed printed ->
                onPaper(
                        "letter-printed",
                        printed.report(),
                        withEarlierSheet(texts.get(
                                "printed", "reference", printed.letter().reference())));
            case LetterStage.Ordered ordered -> ordered(ordered.letter(), ordered.office());
            case LetterStage.Saved saved ->
                onPaper(
                        "letter-saved",
                        saved.report(),
                        withEarlierSheet(
                                texts.get("saved", "reference", saved.letter().reference())),
                        texts.get(
                                "saved.where",
                                "folder",
                                Objects.toString(
                                        saved.file().where().toAbsolutePath().getParent(), "")));
            case LetterStage.GivenUp givenUp -> givenUp(givenUp.report());
        }
    }

    private String withEarlierSheet(String sentence) {
        return flow.earlierSheet() ? sentence + " " + texts.get("earlier-sheet") : sentence;
    }

    private String act() {
        return open.file()
                .get()
                .action(ActionKind.GENERATE_LETTER)
                .map(Action::label)
                .orElse("");
    }

    private void ordered(Letter letter, boolean office) {
        Label spoken = FlowCard.spoken(
                "letter-ordered",
                texts.get(office ? "ordered.office" : "ordered", "reference", letter.reference()),
                Feather.CHECK_CIRCLE);
        Label more = FlowCard.sentence(office ? atPrinter(letter) : texts.get("ordered.more"));
        more.setId("letter-at-printer");
        show(
                card().tone(FlowCard.Tone.GOOD).with(spoken, more).buttons(leave(words.get("close")), giveUp()),
                spoken,
                false,
                office ? () -> more.setText(atPrinter(letter)) : () -> {});
    }

    /** The file is read again whenever the printer has told something. */
    private String atPrinter(Letter letter) {
        String note = OfficePrintStep.note(open, letter);
        return note.isEmpty() ? texts.get("ordered.more.office") : note;
    }

    private void closed(Action action) {
        Label spoken = FlowCard.spoken(
                "letter-closed", Objects.requireNonNullElse(action.reason(), action.label()), Feather.LOCK);
        show(card().tone(FlowCard.Tone.WARNING).with(spoken).buttons(leave(words.get("close"))), spoken);
    }

    private void waits(Approval approval) {
        ApprovalWait wait = new ApprovalWait(approval, texts, times);
        Label spoken = wait.spoken("letter-waits", clock.instant());
        FlowCard card = card().tone(wait.tone()).with(spoken, FlowCard.list(approval.why(), Feather.CHEVRON_RIGHT));
        if (approval.state() == ApprovalState.ASKED) {
            card.with(FlowCard.sentence(texts.get("waits.more")));
        }
        show(card.buttons(leave(words.get("close"))), spoken);
    }

    private void unsure(Instant askAt) {
        Label spoken = FlowCard.spoken("letter-unsure", texts.get("unsure"), Feather.HELP_CIRCLE);
        Label again = FlowCard.sentence("");
        FlowCard card = card().tone(FlowCard.Tone.WARNING)
                .with(spoken, again)
                .buttons(FlowCard.button("letter-ask", words.get("ask-now"), flow::askNow));
        Runnable count = () -> again.setText(words.get("asks-again", "when", countdown.in(askAt, clock.instant())));
        count.run();
        show(card, spoken, true, () -> {
            count.run();
            flow.tick();
        });
    }

    private void notDone(ClientException why, boolean tryAgain) {
        Label spoken = FlowCard.spoken("letter-not-done", texts.get("not-done"), Feather.X_CIRCLE);
        FlowCard card = card().tone(FlowCard.Tone.BAD).with(spoken, failures.lines(why));
        Button again = tryAgain
                ? FlowCard.mainButton("letter-again", words.get("try-again"), flow::tryAgain)
                : FlowCard.mainButton("letter-reread", texts.get("reread"), flow::startOver);
        boolean changed = why instanceof ClientException.Refused refused && refused.type() == ProblemType.FILE_CHANGED;
        VBox changes = new VBox(4);
        changes.setId("letter-changes");
        if (changed) {
            card.with(changes);
        }
        Runnable look = () -> {
            if (changed) {
                tell(changes);
            }
        };
        look.run();
        show(card.buttons(again, leave(words.get("close"))), spoken, false, look);
    }

    /** Shows what has changed, once the file has been read again. */
    private void tell(VBox changes) {
        Instant now = clock.instant();
        List<String> news = flow.news().stream()
                .map(entry -> entry.by() == null
                        ? texts.get("changed.line", "when", times.moment(entry.at(), now), "what", entry.text())
                        : texts.get(
                                "changed.line.by",
                                "when",
                                times.moment(entry.at(), now),
                                "what",
                                entry.text(),
                                "who",
                                entry.by()))
                .toList();
        if (!news.isEmpty() && !news.equals(changes.getUserData())) {
            changes.setUserData(news);
            Label title = FlowCard.sentence(texts.get("changed"));
            title.getStyleClass().add("strong");
            changes.getChildren().setAll(title, FlowCard.list(news, Feather.CHEVRON_RIGHT));
        }
    }

    private void notFetched(Letter letter, @Nullable ClientException why) {
        Label spoken = FlowCard.spoken(
                "letter-not-fetched",
                texts.get("not-fetched", "reference", letter.reference()),
                Feather.ALERT_TRIANGLE);
        FlowCard card = card().tone(FlowCard.Tone.WARNING).with(spoken);
        if (why != null) {
            card.with(failures.lines(why));
        }
        show(
                card.with(FlowCard.sentence(texts.get("not-fetched.more")))
                        .buttons(
                                FlowCard.mainButton("letter-fetch", texts.get("fetch"), flow::fetchAgain),
                                leave(words.get("close")),
                                giveUp()),
                spoken);
    }

    private void onItsWay(PrintTarget target) {
        switch (target) {
            case PrintTarget.OnPrinter on ->
                busy("printing", texts.get("printing", "printer", on.printer().name()));
            case PrintTarget.InFile _ -> busy("saving", texts.get("saving"));
            case PrintTarget.AtLetterDesk _ -> {}
        }
    }

    private void notPrinted(Letter letter, LetterStage.Trouble trouble, Means means) {
        Label spoken = FlowCard.spoken(
                "letter-not-printed",
                texts.get("not-printed." + Keys.kebab(trouble), "reference", letter.reference()),
                Feather.ALERT_TRIANGLE);
        PrinterChoice printers = new PrinterChoice(means, texts);
        FlowCard card = card().tone(FlowCard.Tone.WARNING)
                .with(spoken, printers.node(), FlowCard.sentence(texts.get("not-printed.more")));
        List<Button> buttons = new ArrayList<>();
        if (!means.printers().isEmpty()) {
            buttons.add(
                    FlowCard.mainButton("letter-print", texts.get("print"), () -> flow.printAgain(printers.chosen())));
        }
        if (means.files()) {
            buttons.add(FlowCard.button("letter-save", texts.get("save"), flow::saveInstead));
        }
        buttons.add(leave(texts.get("leave-it")));
        buttons.add(giveUp());
        // kept in sight when another file is opened meanwhile
        show(card.buttons(buttons.toArray(Button[]::new)), spoken, true, () -> {});
    }

    private Button giveUp() {
        return FlowCard.button("letter-discard", texts.get("discard"), flow::askGivingUp);
    }

    private void givingUp(LetterStage.GivingUp asked) {
        FlowCard card = card().tone(FlowCard.Tone.BAD);
        NumberedChoices<VoidReason> why = new NumberedChoices<>(
                        texts.get("discard.why"),
                        asked.reasons(),
                        reason -> texts.get("discard.reason." + Keys.kebab(reason)),
                        reason -> "discard-" + Keys.kebab(reason))
                .hear(card);
        Label warning = FlowCard.sentence(
                texts.get("giving-up", "reference", asked.letter().reference()));
        warning.setId("letter-giving-up");
        warning.getStyleClass().add("warning-block");
        Button keep = asked.before() == null
                ? leave(words.get("cancel"))
                : FlowCard.button("letter-keep", texts.get("keep"), flow::keep);
        Button discard = FlowCard.button("letter-give-up", texts.get("give-up"), () -> {
            VoidReason reason = why.chosen().get();
            if (reason != null) {
                flow.giveUp(reason);
            }
        });
        discard.getStyleClass().add("danger");
        discard.disableProperty().bind(why.isOpen());
        DeliberateKey.fires(card, discard);
        show(card.with(why.node(), warning).buttons(keep, discard), keep);
    }

    private void givenUp(Report report) {
        Label spoken = FlowCard.spoken(
                "letter-given-up", texts.get("given-up", "reference", report.reference()), Feather.X_CIRCLE);
        Label recorded = record(report);
        show(
                card().tone(FlowCard.Tone.BAD)
                        .with(spoken, recorded)
                        .buttons(
                                FlowCard.mainButton("letter-new", texts.get("new"), flow::startOver),
                                leave(words.get("close"))),
                spoken);
    }

    private void over(String id, String sentence) {
        Label spoken = FlowCard.spoken(id, sentence, Feather.X_CIRCLE);
        show(
                card().tone(FlowCard.Tone.BAD)
                        .with(spoken, FlowCard.sentence(texts.get("lost.more")))
                        .buttons(
                                FlowCard.mainButton("letter-new", texts.get("new"), flow::startOver),
                                leave(words.get("close"))),
                spoken);
    }

    /** A paper counts once the backend has recorded it: until then the card says so, and what to do with the paper. */
    private void onPaper(String id, Report report, String sentence, String... more) {
        Label spoken = FlowCard.spoken(id, sentence, Feather.CHECK_CIRCLE);
        Label recorded = record(report);
        VBox next = new VBox(
                8,
                Stream.concat(Stream.of(more), Stream.of(texts.get("done.more")))
                        .map(FlowCard::sentence)
                        .toArray(Node[]::new));
        FlowCard card = card().with(spoken, recorded, next)
                .buttons(
                        leave(words.get("close")),
                        FlowCard.button("letter-discard", texts.get("damaged"), flow::askGivingUp));
        following = Subscription.combine(following, report.stateProperty().subscribe(now -> {
            boolean counts = now instanceof Recorded;
            next.setVisible(counts);
            next.setManaged(counts);
            card.tone(
                    switch (now) {
                        case Recorded _ -> FlowCard.Tone.GOOD;
                        case Telling _, Waiting _ -> FlowCard.Tone.WARNING;
                        case Refused _ -> FlowCard.Tone.BAD;
                    });
        }));
        show(card, spoken);
    }

    /** Says how far a report has come, and follows it. */
    private Label record(Report report) {
        Label label = FlowCard.sentence("");
        label.setId("letter-recorded");
        label.getStyleClass().add("strong");
        ReportWords said = new ReportWords(texts);
        following = Subscription.combine(following, report.stateProperty().subscribe(now -> {
            label.setText(said.of(report));
            label.setVisible(!label.getText().isEmpty());
            label.setManaged(label.isVisible());
        }));
        return label;
    }

    private void busy(String id, String text) {
        Label busy = FlowCard.busy("letter-" + id, text);
        show(card().with(busy).buttons(), busy, true, () -> {});
    }

    private FlowCard card() {
        PensionerFile file = open.file().get();
        return new FlowCard(
                Feather.FILE_TEXT,
                texts.get("title.for", "name", file.name(), "year", String.valueOf(file.birthYear())),
                "letter");
    }

    private Button leave(String text) {
        return FlowCard.button("letter-close", text, () -> {
            if (flow.leave()) {
                following.unsubscribe();
                open.slot().close();
            }
        });
    }

    private void show(FlowCard card, Node focus) {
        show(card, focus, false, () -> {});
    }

    private void show(FlowCard card, Node focus, boolean underWay, Runnable everySecond) {
        open.slot().show(new CardStep(card, focus, everySecond, flow::leave, underWay, this::redraw));
    }

    private void redraw() {
        draw(flow.stateProperty().get());
    }
}

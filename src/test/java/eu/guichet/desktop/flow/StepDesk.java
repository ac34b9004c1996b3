package eu.guichet.desktop.flow;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.file.FileModel;
import eu.guichet.desktop.file.FileView;
import eu.guichet.desktop.paper.OnePrinter;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The file's view as the program puts it together, on a scripted client, a clock and a printer of the test's own. */
public final class StepDesk {
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    public final ScriptedClient client = new ScriptedClient();
    public final SameThreadTasks tasks = new SameThreadTasks();
    public final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    public final Deque<Printing.Outcome> prints = new ArrayDeque<>();
    public final List<String> printed = new ArrayList<>();
    public final List<HandoverDraft> mailed = new ArrayList<>();
    public final List<URI> browsed = new ArrayList<>();
    public @Nullable Path saveTo;
    public @Nullable String suggested;
    public boolean written = true;
    private Instant now = SampleFile.NOW;
    public final PaperReports reports;
    public final FileModel model;
    public final FileView view;

    /** To be called on the FX thread. */
    public StepDesk() {
        InstantSource clock = () -> now;
        Texts texts = new Texts(language, "eu.guichet.desktop.flow.flow");
        Printing printing = new OnePrinter((document, job) -> {
            printed.add(job);
            return prints.isEmpty() ? Printing.Outcome.SENT : prints.remove();
        });
        reports = new PaperReports(client, tasks, clock);
        Saving saving = new Saving() {
            @Override
            public Optional<Path> choose(String name) {
                suggested = name;
                return Optional.ofNullable(saveTo);
            }

            @Override
            public boolean write(Path where, SealedDocument document) {
                return written;
            }
        };
        model = new FileModel(client, tasks, clock);
        ViewContext context = new ViewContext(client, tasks, texts, clock, ZONE);
        ActDoors acts = new ActDoors(
                context,
                new ActDoors.Outside(
                        printing,
                        saving,
                        draft -> {
                            mailed.add(draft);
                            return true;
                        },
                        page -> browsed.add(page)),
                reports);
        view = new FileView(model, context, acts);
        // as the window does
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (view.pressed(event)) {
                event.consume();
            }
        });
    }

    public StepDesk open() {
        model.show(client.file.id(), AccessReason.CALL);
        return this;
    }

    public StepDesk open(SampleFile file) {
        client.file = file.file();
        return open();
    }

    /** Lets time pass, a tick a second at the end. */
    public void pass(Duration time) {
        now = now.plus(time);
        model.tick();
    }
}

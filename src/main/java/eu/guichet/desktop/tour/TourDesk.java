package eu.guichet.desktop.tour;

import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.app.BackendSource;
import eu.guichet.desktop.app.Desktop;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.FxTasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** One window's content on no stage, which can be of any size, with somebody sitting before it. */
final class TourDesk implements AutoCloseable {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:40:00Z");

    private final Desktop desktop;
    private final Hands hands;
    private final Camera camera;

    /** @param clock the backend's */
    TourDesk(
            Settings settings,
            Clock clock,
            BackendSource backend,
            Printing printing,
            Path letters,
            Camera camera,
            double width,
            double height) {
        this.camera = camera;
        this.desktop = Hands.onScreen(() -> {
            Desktop content = new Desktop(
                    settings,
                    new FxTasks(),
                    clock,
                    backend,
                    new ActDoors.Outside(printing, into(letters), draft -> false, page -> false),
                    width,
                    height);
            content.start();
            return content;
        });
        this.hands = new Hands(desktop.scene());
    }

    /** Of a Tuesday, when the offices have just opened: what is promised, and what is open, is then so on any day. */
    static Clock tuesday() {
        return Clock.offset(Clock.system(ZoneId.of("Europe/Brussels")), Duration.between(Instant.now(), TUESDAY));
    }

    /** Does one part after the other; where one cannot be done, a picture shows how far it came. */
    void perform(List<Consumer<TourDesk>> parts) {
        try {
            parts.forEach(part -> part.accept(this));
        } catch (TourException e) {
            picture("stopped-here");
            throw e;
        }
    }

    Hands hands() {
        return hands;
    }

    Path picture(String name) {
        return camera.take(desktop.scene(), name);
    }

    /** Saves where it is told to, without asking anybody. */
    private static Saving into(Path folder) {
        FileSaving files = new FileSaving(Stage::new);
        return new Saving() {
            @Override
            public Optional<Path> choose(String suggestedName) {
                return Optional.of(folder.resolve(suggestedName));
            }

            @Override
            public boolean write(Path where, SealedDocument document) {
                return files.write(where, document);
            }
        };
    }

    @Override
    public void close() {
        Hands.onScreen(desktop::stop).run();
    }
}

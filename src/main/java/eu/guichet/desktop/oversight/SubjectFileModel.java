package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient.TableFormat;
import eu.guichet.contract.Justification;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The file for a data subject: about whom, and whether it is saved. Belongs to the FX thread. */
final class SubjectFileModel {
    /** What became of it. */
    enum Saved {
        NOT_YET,
        SAVED,
        NOT_WRITTEN
    }

    private final ViewContext context;
    private final Saving saving;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final ReadOnlyObjectWrapper<@Nullable String> person = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Saved> saved = new ReadOnlyObjectWrapper<>(Saved.NOT_YET);
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();

    SubjectFileModel(ViewContext context, Saving saving) {
        this.context = context;
        this.saving = saving;
    }

    /** The card is shown for this person of the trail. */
    void begin(String pensionerId) {
        leave();
        person.set(pensionerId);
    }

    void leave() {
        latest.cancel();
        saved.set(Saved.NOT_YET);
        failure.set(null);
        person.set(null);
    }

    /** Has it made, then asks where to save it: what was made stands in the trail even where it is not saved after all. */
    void make(String reason, TableFormat format) {
        String about = person.get();
        if (about == null || busy.running().get()) {
            return;
        }
        saved.set(Saved.NOT_YET);
        failure.set(null);
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), context.zone());
        String name = "subject-file-" + today + "." + format.name().toLowerCase(Locale.ROOT);
        context.tasks()
                .call(() -> context.client().subjectFile(about, new Justification(reason), format))
                .onDone(document -> saving.choose(name).ifPresent(where -> write(where, document)))
                .onFailure(failure::set)
                .within(latest)
                .showing(busy)
                .start();
    }

    private void write(Path where, byte[] bytes) {
        context.tasks()
                .call(() -> {
                    try (SealedDocument document = new SealedDocument(bytes)) {
                        return saving.write(where, document);
                    }
                })
                .onDone(written -> saved.set(written ? Saved.SAVED : Saved.NOT_WRITTEN))
                .within(latest)
                .start();
    }

    void close() {
        latest.cancel();
    }

    /** Opaque id; null while no file is asked for. */
    ReadOnlyObjectProperty<@Nullable String> person() {
        return person.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Saved> saved() {
        return saved.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return busy.running();
    }
}

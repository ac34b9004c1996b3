package eu.guichet.desktop.paper;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's save dialog. */
public final class FileSaving implements Saving {
    private static final Logger LOG = LoggerFactory.getLogger(FileSaving.class);

    private final Supplier<@Nullable Window> owner;

    public FileSaving(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> choose(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(suggestedName);
        String ending = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public boolean write(Path where, SealedDocument document) {
        try {
            document.writeTo(where);
            return true;
        } catch (IOException failed) {
            // the path may carry the agent's name: the kind of failure is enough
            LOG.warn("A letter could not be saved: {}", failed.getClass().getSimpleName());
            return false;
        }
    }
}

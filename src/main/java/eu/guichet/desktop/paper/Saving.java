package eu.guichet.desktop.paper;

import java.nio.file.Path;
import java.util.Optional;

/** Where a document goes when there is no printer. */
public interface Saving {
    /** Asks the agent where to; on the FX thread. Empty when the agent changed his or her mind. */
    Optional<Path> choose(String suggestedName);

    /** Off the FX thread. @return whether the whole document was written */
    boolean write(Path where, SealedDocument document);
}

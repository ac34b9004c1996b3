package eu.guichet.desktop.flow;

/** The door to the letter: from preview to paper. */
@FunctionalInterface
public interface GenerateLetter {
    void start(OpenFile open);
}

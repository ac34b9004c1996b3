package eu.guichet.desktop.flow;

import eu.guichet.contract.Letter;

/** The door to the letter: from preview to paper. */
public interface GenerateLetter {
    void start(OpenFile open);

    /** Fetches and prints a letter that exists and whose document was not given out yet. */
    void print(OpenFile open, Letter letter);
}

package eu.guichet.desktop.shell;

import java.util.function.Consumer;

/** How the veil is lifted: whether it is still the agent who sits here. */
interface Unveil {
    /** What came of the question. */
    enum Answer {
        LIFT,
        /** The backend does not answer; asking again may help. */
        AWAY,
        /** The session is over, or somebody else's: nothing that is behind the veil is shown again. */
        OVER
    }

    /** Which of the bundle's words tell how: {@code key} or {@code signed-in}. */
    String way();

    /** @param answer told on the FX thread */
    void ask(Consumer<Answer> answer);

    /** In training, where nobody signs in, by any key. */
    static Unveil byAnyKey() {
        return new Unveil() {
            @Override
            public String way() {
                return "key";
            }

            @Override
            public void ask(Consumer<Answer> answer) {
                answer.accept(Answer.LIFT);
            }
        };
    }
}

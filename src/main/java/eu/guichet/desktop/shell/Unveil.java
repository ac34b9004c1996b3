package eu.guichet.desktop.shell;

import java.util.function.Consumer;

/** How the veil is lifted: whether it is still the agent who sits here. */
interface Unveil {
    /** Which of the bundle's words tell how: {@code key} or {@code signed-in}. */
    String way();

    /** @param answer told on the FX thread whether it may be lifted */
    void ask(Consumer<Boolean> answer);

    /** In training, where nobody signs in, by any key. */
    static Unveil byAnyKey() {
        return new Unveil() {
            @Override
            public String way() {
                return "key";
            }

            @Override
            public void ask(Consumer<Boolean> answer) {
                answer.accept(true);
            }
        };
    }
}

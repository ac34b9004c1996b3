package eu.guichet.desktop.shell;

import eu.guichet.client.GuichetClient;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Tasks;
import java.util.function.Consumer;

/** Lifts the veil where the backend still knows the session as this agent's. A session that is over lifts nothing. */
final class SessionUnveil implements Unveil {
    private final GuichetClient client;
    private final Tasks tasks;
    private final String agentId;
    private final Latest asking = new Latest();

    SessionUnveil(GuichetClient client, Tasks tasks, String agentId) {
        this.client = client;
        this.tasks = tasks;
        this.agentId = agentId;
    }

    @Override
    public String way() {
        return "signed-in";
    }

    @Override
    public void ask(Consumer<Boolean> answer) {
        tasks.call(client::me)
                .onDone(me -> answer.accept(me.id().equals(agentId)))
                .onFailure(failure -> answer.accept(false))
                .within(asking)
                .start();
    }
}

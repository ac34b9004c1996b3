package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.ProblemType;
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
    public void ask(Consumer<Answer> answer) {
        tasks.call(client::me)
                .onDone(me -> answer.accept(me.id().equals(agentId) ? Answer.LIFT : Answer.OVER))
                .onFailure(failure -> answer.accept(isOver(failure) ? Answer.OVER : Answer.AWAY))
                .within(asking)
                .start();
    }

    private static boolean isOver(ClientException failure) {
        return failure instanceof ClientException.Refused refused && refused.type() == ProblemType.NOT_SIGNED_IN;
    }
}

package eu.guichet.desktop.tour;

import eu.guichet.client.openid.SignInPage;
import eu.guichet.contract.Role;
import eu.guichet.desktop.app.BackendSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One backend for several desks, as in an office: started for the first, ended after the last. */
final class OneBackend implements AutoCloseable {
    private final BackendSource source;
    private BackendSource.@Nullable Running running;

    OneBackend(BackendSource source) {
        this.source = source;
    }

    /** For a desk at which somebody works in this role. */
    BackendSource as(Role role) {
        return page -> desk(page, role);
    }

    private synchronized BackendSource.Running desk(SignInPage page, Role role) {
        BackendSource.Running open = running == null ? source.open(page) : running;
        running = open;
        return new BackendSource.Running(
                Objects.requireNonNull(open.roles().get(role)).get(), () -> {}, null, open.roles());
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.client().close();
            running.release().run();
            running = null;
        }
    }
}

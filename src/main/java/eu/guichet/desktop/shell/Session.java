package eu.guichet.desktop.shell;

import eu.guichet.contract.Role;
import java.util.List;

/** What the program around the window can do about who is signed in. */
public interface Session {
    /** Whether {@link #renew} can bring a new session; where not, the program has to be started anew. */
    boolean renewable();

    /** Begins a new session: over the same screen for the same person, otherwise with a new one. */
    void renew();

    /** Whether somebody signed in who can sign out. */
    default boolean signsOut() {
        return false;
    }

    /** Ends the session, and with it what is on screen. */
    default void signOut() {}

    /** In training: the roles one may work in, instead of signing in as somebody else; elsewhere none. */
    List<Role> roles();

    /** The window begins anew in this role. */
    void workAs(Role role);

    /** Ends the program. */
    void leave();

    /** Of a window that stands alone, such as in a test. */
    static Session fixed() {
        return new Session() {
            @Override
            public boolean renewable() {
                return false;
            }

            @Override
            public void renew() {}

            @Override
            public List<Role> roles() {
                return List.of();
            }

            @Override
            public void workAs(Role role) {}

            @Override
            public void leave() {}
        };
    }
}

package eu.guichet.desktop.shell;

import eu.guichet.contract.Me;
import eu.guichet.desktop.settings.MachineSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a desk that nobody touches stays readable. */
final class Patience {
    private Patience() {}

    /** @param me whoever sits here, or null while that is not known */
    static Duration of(@Nullable Me me, MachineSettings machine, boolean atCounter) {
        Me.Desk desk = me == null ? Me.Desk.STANDARD : me.desk();
        return atCounter
                ? shorter(desk.veilAtCounterSeconds(), machine.veilAtCounter())
                : shorter(desk.veilOnCallSeconds(), machine.veilOnCall());
    }

    /** A machine that stands where people pass may hide earlier than the policy says, never later. */
    private static Duration shorter(int policySeconds, @Nullable Duration machine) {
        Duration policy = Duration.ofSeconds(policySeconds);
        return machine == null || machine.compareTo(policy) > 0 ? policy : machine;
    }
}

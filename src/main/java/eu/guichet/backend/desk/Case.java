package eu.guichet.backend.desk;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.Channel;
import eu.guichet.process.Enrolment;
import eu.guichet.process.History;
import java.util.EnumSet;
import java.util.Set;

/** A person with the enrolment as it stands in this transaction. */
record Case(Pensioner pensioner, History history, Enrolment enrolment) {
    String id() {
        return pensioner.id();
    }

    static Set<Channel> onFile(Pensioner pensioner) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        if (pensioner.email() != null) {
            channels.add(Channel.EMAIL);
        }
        if (pensioner.phone() != null) {
            channels.add(Channel.SMS);
        }
        return channels;
    }
}

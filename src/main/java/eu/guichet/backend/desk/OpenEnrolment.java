package eu.guichet.backend.desk;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.process.Enrolment;
import eu.guichet.process.History;

/** A person with the enrolment as it stands in this transaction. */
record OpenEnrolment(Pensioner pensioner, History history, Enrolment enrolment) {
    String id() {
        return pensioner.id();
    }
}

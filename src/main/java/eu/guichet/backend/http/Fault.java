package eu.guichet.backend.http;

import eu.guichet.text.Keys;

/** What can be wrong with a field. */
enum Fault {
    MISSING,
    /** Not of the form or not one of the values the contract names. */
    MALFORMED,
    TOO_SHORT,
    TOO_LONG,
    OUT_OF_RANGE,
    CONTROL_CHARACTER,
    /** The contract has no such field, or not together with the others. */
    NOT_EXPECTED;

    String key() {
        return "fault." + Keys.kebab(this);
    }
}

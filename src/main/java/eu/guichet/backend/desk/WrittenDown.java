package eu.guichet.backend.desk;

import eu.guichet.process.CodeShape;

/**
 * Keeps codes out of what is written down for good: the history and the audit trail. It is asked before there is an audit row,
 * which keeps the text.
 */
final class WrittenDown {
    private WrittenDown() {}

    /** @throws Refusal naming the field when the text has the shape of a code */
    static void requireNoCode(String field, String text) {
        if (CodeShape.in(text)) {
            throw Refusal.invalid(field, "looks-like-a-code");
        }
    }
}

package eu.guichet.contract;

import org.jspecify.annotations.Nullable;

/**
 * A letter that is wanted. The request may also have no body at all.
 *
 * @param itemNumber the S10 number of the registered label that will be stuck on its envelope, printed on the letter as a
 *     barcode; null where it is known only when the letter is posted
 */
public record LetterRequest(@Nullable String itemNumber) {
    public static final LetterRequest PLAIN = new LetterRequest(null);
}

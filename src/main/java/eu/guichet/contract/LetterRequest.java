package eu.guichet.contract;

import org.jspecify.annotations.Nullable;

/**
 * A letter that is wanted. The request may also have no body at all.
 *
 * @param itemNumber the S10 number of the registered label that will be stuck on its envelope, printed on the letter as a
 *     barcode; null where it is known only when the letter is posted
 * @param cause why the letter before is to be replaced; required while one is printed, posted or received
 * @param printAt null is the same as {@link PrintPlace#DESK}
 */
public record LetterRequest(
        @Nullable String itemNumber,
        @Nullable LetterCause cause,
        @Nullable PrintPlace printAt) {
    public static final LetterRequest PLAIN = new LetterRequest(null, null, null);
}

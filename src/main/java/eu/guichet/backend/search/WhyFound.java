package eu.guichet.backend.search;

/**
 * One reason for which somebody is among those found, where it is not the name as it was typed.
 *
 * @param text what of the person it was; empty where the kind says it all. Never what was typed
 */
public record WhyFound(By by, String text) {
    private static final int LAST_DIGITS = 2;

    /** Which of what is on file was meant, or how far it is from what was typed. */
    public enum By {
        LETTER,
        ITEM_NUMBER,
        PENSION_NUMBER,
        PHONE,
        EMAIL,
        YEAR,
        BIRTH_NAME,
        SHORT_FORM,
        SPELLED,
        HEARD
    }

    static WhyFound of(By by) {
        return new WhyFound(by, "");
    }

    /** @param phone as it is on file */
    static WhyFound phone(String phone) {
        return new WhyFound(By.PHONE, phone.substring(Math.max(0, phone.length() - LAST_DIGITS)));
    }
}

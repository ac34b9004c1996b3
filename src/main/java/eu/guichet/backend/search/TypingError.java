package eu.guichet.backend.search;

/** One slip of the fingers: a letter too many, one missing, a wrong one, or two neighbours swapped. */
final class TypingError {
    private TypingError() {}

    /** Whether at most one slip lies between what was typed and the whole word. */
    static boolean atMostOne(String typed, String word) {
        int difference = typed.length() - word.length();
        if (difference > 1 || difference < -1) {
            return false;
        }
        int at = firstDifference(typed, word);
        if (at == typed.length() && at == word.length()) {
            return true;
        }
        return switch (difference) {
            case 1 -> sameFrom(typed, at + 1, word, at);
            case -1 -> sameFrom(typed, at, word, at + 1);
            case 0 ->
                sameFrom(typed, at + 1, word, at + 1)
                        || (swapped(typed, word, at) && sameFrom(typed, at + 2, word, at + 2));
            default -> throw new IllegalStateException("lengths differ by " + difference);
        };
    }

    /** Whether at most one slip lies between what was typed and some beginning of the word. */
    static boolean atMostOneInBeginning(String typed, String word) {
        int length = typed.length();
        for (int end = Math.max(1, length - 1); end <= Math.min(word.length(), length + 1); end++) {
            if (atMostOne(typed, word.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static int firstDifference(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int at = 0;
        while (at < shorter && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static boolean sameFrom(String one, int from, String other, int otherFrom) {
        int length = one.length() - from;
        return length == other.length() - otherFrom && one.regionMatches(from, other, otherFrom, length);
    }

    private static boolean swapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at);
    }
}

package eu.guichet.process;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Why the policy lets nobody do an act alone. */
public sealed interface ApprovalReason {
    /**
     * It would be one letter more than usual for her.
     *
     * @param count how many it would be
     * @param months within which they count
     */
    record ManyLetters(int count, int months) implements ApprovalReason {
        @Override
        public String written() {
            return MANY_LETTERS + " " + count + " " + months;
        }
    }

    /**
     * The register has had this address for her for a short time only.
     *
     * @param since when it came
     * @param days for how many it counts as new
     */
    record NewAddress(Instant since, int days) implements ApprovalReason {
        @Override
        public String written() {
            return NEW_ADDRESS + " " + since.toEpochMilli() + " " + days;
        }
    }

    /**
     * Whoever asks has used up the letters of the day.
     *
     * @param most of one agent on one day
     */
    record AboveQuota(int most) implements ApprovalReason {
        @Override
        public String written() {
            return ABOVE_QUOTA + " " + most;
        }
    }

    /** The policy wants a second person for every act of this kind. */
    record Always() implements ApprovalReason {
        @Override
        public String written() {
            return ALWAYS;
        }
    }

    String MANY_LETTERS = "many-letters";
    String NEW_ADDRESS = "new-address";
    String ABOVE_QUOTA = "above-quota";
    String ALWAYS = "always";

    /** As it is kept. What was written years ago is still read. */
    String written();

    /** Several as they are kept, a line each. */
    static String written(List<ApprovalReason> reasons) {
        return reasons.stream().map(ApprovalReason::written).collect(Collectors.joining("\n"));
    }

    /** Reads what {@link #written(List)} has written. */
    static List<ApprovalReason> read(String written) {
        return Arrays.stream(written.split("\n", -1)).map(ApprovalReason::one).toList();
    }

    private static ApprovalReason one(String line) {
        String[] words = line.split(" ", -1);
        return switch (words[0]) {
            case MANY_LETTERS -> new ManyLetters(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case NEW_ADDRESS ->
                new NewAddress(Instant.ofEpochMilli(Long.parseLong(words[1])), Integer.parseInt(words[2]));
            case ABOVE_QUOTA -> new AboveQuota(Integer.parseInt(words[1]));
            case ALWAYS -> new Always();
            default -> throw new IllegalArgumentException("no reason for an approval: " + words[0]);
        };
    }
}

package eu.guichet.backend.live;

import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Worklist;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one node tells the others: ids, versions and moments, and nothing else of anybody. */
public sealed interface Notice {
    /** As it travels. */
    String written();

    /**
     * That a file has changed.
     *
     * @param timePassed since when, where it was time alone; null where something was recorded
     */
    record Changed(String pensionerId, @Nullable Instant timePassed) implements Notice {
        @Override
        public String written() {
            Instant since = timePassed;
            return since == null ? pensionerId : pensionerId + " " + since.toEpochMilli();
        }
    }

    /**
     * An agent whose window does not listen at this node has opened a file through it.
     *
     * @param etag of the version that was read
     */
    record Opened(String pensionerId, String etag, String agentId) implements Notice {
        @Override
        public String written() {
            return String.join(" ", "@opened", pensionerId, etag, agentId);
        }
    }

    /** An agent whose window listens at this node has this file open; told again and again as long as that is so. */
    record At(String node, String pensionerId, String agentId) implements Notice {
        @Override
        public String written() {
            return String.join(" ", "@at", node, pensionerId, agentId);
        }
    }

    /** An agent is done with a file. */
    record Closed(String pensionerId, String agentId) implements Notice {
        @Override
        public String written() {
            return String.join(" ", "@closed", pensionerId, agentId);
        }
    }

    /** No window of an agent's listens at this node any more. */
    record Gone(String node, String agentId) implements Notice {
        @Override
        public String written() {
            return String.join(" ", "@gone", node, agentId);
        }
    }

    /** What an agent had asked a supervisor for is decided, or lapsed. */
    record Approval(String approvalId, String pensionerId, ApprovalState state, String agentId) implements Notice {
        @Override
        public String written() {
            return String.join(" ", "@approval", approvalId, pensionerId, state.name(), agentId);
        }

        /** Empty for a state that is not known here. */
        private static Optional<Notice> read(String approvalId, String pensionerId, String state, String agentId) {
            return Arrays.stream(ApprovalState.values())
                    .filter(one -> one.name().equals(state))
                    .findFirst()
                    .map(one -> new Approval(approvalId, pensionerId, one, agentId));
        }
    }

    /** A node has begun, and wants to hear who is where. */
    record Begun(String node) implements Notice {
        @Override
        public String written() {
            return String.join(" ", "@begun", node);
        }
    }

    /** What is disturbed has changed. */
    record Board() implements Notice {
        @Override
        public String written() {
            return "@board";
        }
    }

    /** Something was written down of an office. */
    record Offices() implements Notice {
        @Override
        public String written() {
            return "@offices";
        }
    }

    /** That these lists of an office have changed; who stands there is not told. */
    record Lists(OfficeCode office, Set<Worklist> lists) implements Notice {
        public Lists {
            lists = Set.copyOf(lists);
        }

        @Override
        public String written() {
            String keys = lists.stream().sorted().map(Worklist::key).collect(Collectors.joining(" "));
            return String.join(" ", "@lists", office.name(), keys);
        }

        /** Empty for an office that is not known here; a list that is not is left out. */
        private static Optional<Notice> read(String office, String keys) {
            Set<Worklist> lists = Arrays.stream(keys.split(" ", -1))
                    .flatMap(key -> Worklist.of(key).stream())
                    .collect(Collectors.toSet());
            return Arrays.stream(OfficeCode.values())
                    .filter(one -> one.name().equals(office))
                    .findFirst()
                    .map(one -> new Lists(one, lists));
        }
    }

    /** Empty for what a node of another version has written in a way that is not known here. */
    static Optional<Notice> read(String written) {
        if (!written.startsWith("@")) {
            return changed(written);
        }
        // the agent's id comes last: it is the provider's, and may have any form
        String[] opened = written.split(" ", 4);
        String[] words = written.split(" ", 3);
        String[] approval = written.split(" ", 5);
        return switch (words[0]) {
            case "@opened" ->
                opened.length == 4 ? Optional.of(new Opened(opened[1], opened[2], opened[3])) : Optional.empty();
            case "@at" -> opened.length == 4 ? Optional.of(new At(opened[1], opened[2], opened[3])) : Optional.empty();
            case "@closed" -> words.length == 3 ? Optional.of(new Closed(words[1], words[2])) : Optional.empty();
            case "@gone" -> words.length == 3 ? Optional.of(new Gone(words[1], words[2])) : Optional.empty();
            case "@lists" -> words.length == 3 ? Lists.read(words[1], words[2]) : Optional.empty();
            case "@approval" ->
                approval.length == 5
                        ? Approval.read(approval[1], approval[2], approval[3], approval[4])
                        : Optional.empty();
            case "@board" -> Optional.of(new Board());
            case "@offices" -> Optional.of(new Offices());
            case "@begun" -> words.length == 2 ? Optional.of(new Begun(words[1])) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Notice> changed(String written) {
        int gap = written.indexOf(' ');
        if (gap < 0) {
            return Optional.of(new Changed(written, null));
        }
        return written.substring(gap + 1).matches("-?\\d{1,18}")
                ? Optional.of(new Changed(
                        written.substring(0, gap), Instant.ofEpochMilli(Long.parseLong(written.substring(gap + 1)))))
                : Optional.empty();
    }
}

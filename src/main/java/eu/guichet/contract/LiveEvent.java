package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the live stream tells about the files this agent has open, of the lists of the agent's offices, of what is disturbed and of the offices. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveEvent.FileChanged.class, name = "file-changed"),
    @JsonSubTypes.Type(value = LiveEvent.MessageChanged.class, name = "message-changed"),
    @JsonSubTypes.Type(value = LiveEvent.AlsoOpen.class, name = "also-open"),
    @JsonSubTypes.Type(value = LiveEvent.NobodyElse.class, name = "nobody-else"),
    @JsonSubTypes.Type(value = LiveEvent.ApprovalChanged.class, name = "approval-changed"),
    @JsonSubTypes.Type(value = LiveEvent.WorklistsChanged.class, name = "worklists-changed"),
    @JsonSubTypes.Type(value = LiveEvent.NoticesChanged.class, name = "notices-changed"),
    @JsonSubTypes.Type(value = LiveEvent.OfficesChanged.class, name = "offices-changed")
})
public sealed interface LiveEvent {
    /** What is about one file. */
    sealed interface OfFile extends LiveEvent {
        String pensionerId();
    }

    /**
     * Somebody has come onto these lists or left them, or stands there otherwise; who, is not told.
     *
     * @param lists their keys
     */
    record WorklistsChanged(List<String> lists) implements LiveEvent {
        public WorklistsChanged {
            lists = List.copyOf(lists);
        }
    }

    /** What is disturbed is told otherwise, or it is over; it is read again, and with it the open file. */
    record NoticesChanged() implements LiveEvent {}

    /** Something was written down of an office; the offices are read again, and with them the open file, which says their hours. */
    record OfficesChanged() implements LiveEvent {}

    /**
     * What this agent had asked a supervisor for is decided, or lapsed. It comes whether or not the file is open.
     *
     * @param approvalId under which more of it is read
     */
    record ApprovalChanged(String approvalId, String pensionerId, ApprovalState state) implements LiveEvent {}

    /**
     * The file shows something else.
     *
     * @param etag the file's version now
     * @param since where time alone has changed what the file shows, under the version that it had: when; null where
     *     something was recorded
     */
    record FileChanged(
            String pensionerId, String etag, @Nullable Instant since) implements OfFile {
        public FileChanged(String pensionerId, String etag) {
            this(pensionerId, etag, null);
        }
    }

    /** A message has come further. */
    record MessageChanged(String pensionerId, String messageId, MessageStatus status) implements OfFile {}

    /**
     * A colleague has the same file open.
     *
     * @param colleague the name
     * @param office where the colleague works; null where it is not known
     * @param since when the colleague opened it, as far as is known here, UTC; null from a backend that does not tell it
     */
    record AlsoOpen(
            String pensionerId,
            String colleague,
            @Nullable OfficeCode office,
            @Nullable Instant since) implements OfFile {
        public AlsoOpen(String pensionerId, String colleague) {
            this(pensionerId, colleague, null, null);
        }
    }

    /** The colleagues who had it open have left it. */
    record NobodyElse(String pensionerId) implements OfFile {}
}

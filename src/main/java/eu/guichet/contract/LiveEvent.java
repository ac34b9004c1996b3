package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the live stream tells about the files this agent has open. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LiveEvent.FileChanged.class, name = "file-changed"),
    @JsonSubTypes.Type(value = LiveEvent.MessageChanged.class, name = "message-changed"),
    @JsonSubTypes.Type(value = LiveEvent.AlsoOpen.class, name = "also-open"),
    @JsonSubTypes.Type(value = LiveEvent.NobodyElse.class, name = "nobody-else")
})
public sealed interface LiveEvent {
    String pensionerId();

    /** Something was recorded; {@code etag} is the file's new version. */
    record FileChanged(String pensionerId, String etag) implements LiveEvent {}

    /** A message has come further. */
    record MessageChanged(String pensionerId, String messageId, MessageStatus status) implements LiveEvent {}

    /** A colleague has the same file open. */
    record AlsoOpen(String pensionerId, String colleague) implements LiveEvent {}

    /** The colleagues who had it open have left it. */
    record NobodyElse(String pensionerId) implements LiveEvent {}
}

package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a caller of the backend may do. */
public enum Role {
    /** Counter or phone agent: finds, verifies, resends, generates letters. */
    @JsonProperty("agent")
    AGENT,
    /** As an agent, and records what the post did with a letter. */
    @JsonProperty("letter-officer")
    LETTER_OFFICER,
    /** As a letter officer, and reads the audit trail. */
    @JsonProperty("supervisor")
    SUPERVISOR,
    /** Reads the audit trail and changes nothing. */
    @JsonProperty("auditor")
    AUDITOR,
    /** EU Login, RCAM and the post, which report process events. */
    @JsonProperty("process")
    PROCESS,
    /** The institution's program that sends the register of people. */
    @JsonProperty("register")
    REGISTER;

    /** Whether a program has it, which works at no desk and has no name of its own. */
    public boolean ofProgram() {
        return this == PROCESS || this == REGISTER;
    }
}

-- A message to DIGIT as the agent has read it, until it has left or was given up: the outbox has no text.
CREATE TABLE handover_mail (
    message_id TEXT NOT NULL PRIMARY KEY REFERENCES message (id),
    recipient  TEXT NOT NULL,
    subject    TEXT NOT NULL,
    body       TEXT NOT NULL
);

-- How far a mailbox has been read, so that nothing has to be marked as read in it. The numbers are IMAP's own (RFC 3501).
CREATE TABLE mailbox_position (
    mailbox      TEXT   NOT NULL PRIMARY KEY,
    uid_validity BIGINT NOT NULL,
    last_uid     BIGINT NOT NULL
);

-- All rows are derived anew, and with them who stands on the list of what DIGIT has.
UPDATE enrolment_status SET next_change_at = 0;

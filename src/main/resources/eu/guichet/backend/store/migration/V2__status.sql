-- Where each enrolment stands, derived from its events and kept beside them, so that lists are read without histories.
-- Rows of people from before are derived by the program.
CREATE TABLE enrolment_status (
    pensioner_id   TEXT    NOT NULL PRIMARY KEY REFERENCES pensioner (id),
    office         TEXT    NOT NULL,
    version        BIGINT  NOT NULL,
    state          TEXT    NOT NULL,
    step           INTEGER NOT NULL,
    situation      TEXT    NOT NULL,
    since          BIGINT  NOT NULL,
    next_change_at BIGINT,
    letter_id      TEXT,
    letter_state   TEXT,
    alerts         TEXT    NOT NULL,
    facts          TEXT    NOT NULL
);
CREATE INDEX enrolment_status_due ON enrolment_status (next_change_at);
CREATE INDEX enrolment_status_situation ON enrolment_status (office, situation, since);

-- When somebody passed a step of the manual as far as was reported, and how long after the reported one before: derived from the
-- events as the row in enrolment_status is, so that the figures of a period are read without histories.
CREATE TABLE passed_step (
    pensioner_id TEXT    NOT NULL REFERENCES pensioner (id),
    step         INTEGER NOT NULL,
    office       TEXT    NOT NULL,
    passed_at    BIGINT  NOT NULL,
    from_step    INTEGER,
    took         BIGINT,
    PRIMARY KEY (pensioner_id, step)
);
CREATE INDEX passed_step_at ON passed_step (office, passed_at);

-- How many stand at each step, what was done in a period, and what came back, without reading through people, trail and letters.
CREATE INDEX enrolment_status_step ON enrolment_status (office, step);
CREATE INDEX audit_act ON audit (act, happened_at);
CREATE INDEX letter_came_back ON letter (office, returned_on);

-- All rows are derived anew, and with them the steps that were passed.
UPDATE enrolment_status SET next_change_at = 0;

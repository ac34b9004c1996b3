-- Acts that wait for a supervisor because the policy lets nobody do them alone. request is what was asked for, word for word, and
-- holds no secret; reasons is why a second person is wanted. A row is decided once: state says how.
CREATE TABLE approval (
    id              TEXT   NOT NULL PRIMARY KEY,
    pensioner_id    TEXT   NOT NULL REFERENCES pensioner (id),
    act             TEXT   NOT NULL,
    request         TEXT   NOT NULL,
    request_hash    TEXT   NOT NULL,
    reasons         TEXT   NOT NULL,
    asked_by        TEXT   NOT NULL,
    asked_by_name   TEXT   NOT NULL,
    asked_by_role   TEXT   NOT NULL,
    office          TEXT   NOT NULL,
    offices         TEXT   NOT NULL,
    idem_key        TEXT   NOT NULL,
    contact_id      TEXT,
    asked_at        BIGINT NOT NULL,
    lapses_at       BIGINT NOT NULL,
    state           TEXT   NOT NULL,
    decided_by      TEXT,
    decided_by_name TEXT,
    decided_at      BIGINT,
    decision_reason TEXT   NOT NULL DEFAULT '',
    result_id       TEXT
);
CREATE UNIQUE INDEX approval_key ON approval (asked_by, idem_key);
-- One at a time, whoever asks.
CREATE UNIQUE INDEX approval_asked ON approval (pensioner_id, act) WHERE state = 'ASKED';
CREATE INDEX approval_lapses ON approval (lapses_at) WHERE state = 'ASKED';
CREATE INDEX approval_decided ON approval (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX approval_person ON approval (pensioner_id, asked_at);

-- All rows are derived anew, and with them who stands on which list.
UPDATE enrolment_status SET next_change_at = 0;

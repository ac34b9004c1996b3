-- A call that somebody was promised at a time. A person may have several; whose is PROMISER or OFFICE, and the office is the one
-- where it was promised. Open ones have no end.
CREATE TABLE callback (
    id           TEXT COLLATE ${bytewise} NOT NULL PRIMARY KEY,
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    office       TEXT   NOT NULL,
    agent_id     TEXT   NOT NULL,
    agent_name   TEXT   NOT NULL,
    whose        TEXT   NOT NULL,
    note         TEXT   NOT NULL,
    promised_at  BIGINT NOT NULL,
    due_at       BIGINT NOT NULL,
    state        TEXT   NOT NULL,
    ended_at     BIGINT,
    ended_by     TEXT,
    reason       TEXT
);
CREATE INDEX callback_person ON callback (pensioner_id, due_at);
CREATE INDEX callback_office ON callback (office, due_at, id) WHERE ended_at IS NULL;
CREATE INDEX callback_agent ON callback (agent_id, due_at, id) WHERE ended_at IS NULL;
CREATE INDEX callback_ended ON callback (ended_at) WHERE ended_at IS NOT NULL;

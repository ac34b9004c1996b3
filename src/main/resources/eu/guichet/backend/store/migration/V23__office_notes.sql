-- What one office has left for another about somebody. The note is removed some time after it was seen to.
CREATE TABLE office_note (
    id           TEXT   NOT NULL PRIMARY KEY,
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    from_office  TEXT   NOT NULL,
    to_office    TEXT   NOT NULL,
    agent_id     TEXT   NOT NULL,
    agent_name   TEXT   NOT NULL,
    note         TEXT   NOT NULL,
    written_at   BIGINT NOT NULL,
    state        TEXT   NOT NULL,
    taken_by     TEXT,
    ended_at     BIGINT,
    ended_by     TEXT
);
CREATE INDEX office_note_waiting ON office_note (to_office, written_at) WHERE ended_at IS NULL;
CREATE INDEX office_note_pensioner ON office_note (pensioner_id, written_at);
CREATE INDEX office_note_ended ON office_note (ended_at) WHERE ended_at IS NOT NULL;

-- Which office the register names, where the competence was given to another one; an import compares with this.
ALTER TABLE pensioner ADD COLUMN register_office TEXT;

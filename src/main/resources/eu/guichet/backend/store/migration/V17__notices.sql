-- That something is disturbed, as a supervisor or a program has told it to every desk. It ends with until_at, or when somebody
-- ends it before; what has ended is kept. texts is a JSON object, by language.
CREATE TABLE notice (
    id              TEXT    NOT NULL PRIMARY KEY,
    topic           TEXT    NOT NULL,
    step            INTEGER,
    prefix          TEXT,
    texts           TEXT    NOT NULL,
    since_at        BIGINT  NOT NULL,
    until_at        BIGINT  NOT NULL,
    closes          INTEGER NOT NULL,
    written_by      TEXT    NOT NULL,
    written_by_name TEXT    NOT NULL,
    written_at      BIGINT  NOT NULL,
    ended_at        BIGINT,
    ended_by_name   TEXT
);
CREATE INDEX notice_in_force ON notice (until_at) WHERE ended_at IS NULL;
CREATE INDEX notice_written ON notice (written_at, id);

-- Runs unchanged on SQLite and PostgreSQL. Instants are UTC epoch milliseconds, dates ISO text, identifiers opaque text.

CREATE TABLE counter (
    name  TEXT   NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('people', 0), ('audit', 0), ('world', 0);

CREATE TABLE pensioner (
    id             TEXT   NOT NULL PRIMARY KEY,
    pension_number TEXT   NOT NULL UNIQUE,
    last_name      TEXT   NOT NULL,
    first_name     TEXT   NOT NULL,
    birth_date     TEXT   NOT NULL,
    office         TEXT   NOT NULL,
    languages      TEXT   NOT NULL,
    street         TEXT   NOT NULL,
    postcode       TEXT   NOT NULL,
    city           TEXT   NOT NULL,
    country        TEXT   NOT NULL,
    email          TEXT,
    email_key      TEXT COLLATE ${bytewise},
    phone          TEXT,
    version        BIGINT NOT NULL,
    people_stamp   BIGINT NOT NULL
);
CREATE INDEX pensioner_email ON pensioner (email_key);
CREATE INDEX pensioner_phone ON pensioner (phone);
CREATE INDEX pensioner_stamp ON pensioner (people_stamp);

CREATE TABLE event (
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    position     BIGINT NOT NULL,
    occurred_at  BIGINT NOT NULL,
    payload      TEXT   NOT NULL,
    PRIMARY KEY (pensioner_id, position)
);

CREATE TABLE message (
    id           TEXT   NOT NULL PRIMARY KEY,
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    kind         TEXT   NOT NULL,
    language     TEXT   NOT NULL,
    status       TEXT   NOT NULL,
    requested_at BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    detail       TEXT
);
CREATE INDEX message_pensioner ON message (pensioner_id, requested_at);

CREATE TABLE outbox (
    message_id  TEXT    NOT NULL PRIMARY KEY REFERENCES message (id),
    due_at      BIGINT  NOT NULL,
    tries       INTEGER NOT NULL,
    lease       TEXT,
    lease_until BIGINT  NOT NULL
);
CREATE INDEX outbox_due ON outbox (due_at);

CREATE TABLE letter (
    id           TEXT   NOT NULL PRIMARY KEY,
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    reference    TEXT   NOT NULL UNIQUE,
    generated_by TEXT   NOT NULL,
    generated_at BIGINT NOT NULL,
    code_hash    TEXT,
    fetched_at   BIGINT,
    item_number  TEXT UNIQUE
);
CREATE INDEX letter_pensioner ON letter (pensioner_id, generated_at);

-- One hash a hand-over: whoever carries a message keeps to the first text that came under its id, and does not say which
-- that was. All of one message are one code, and live and die together.
CREATE TABLE code (
    message_id   TEXT    NOT NULL REFERENCES message (id),
    attempt      INTEGER NOT NULL,
    pensioner_id TEXT    NOT NULL REFERENCES pensioner (id),
    kind         TEXT    NOT NULL,
    hash         TEXT    NOT NULL,
    issued_at    BIGINT  NOT NULL,
    expires_at   BIGINT  NOT NULL,
    killed       INTEGER NOT NULL,
    misses       INTEGER NOT NULL,
    PRIMARY KEY (message_id, attempt)
);
CREATE INDEX code_pensioner ON code (pensioner_id, kind);

CREATE TABLE verification (
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    agent_id     TEXT   NOT NULL,
    method       TEXT   NOT NULL,
    verified_at  BIGINT NOT NULL,
    valid_until  BIGINT NOT NULL
);
CREATE INDEX verification_pensioner ON verification (pensioner_id, agent_id, valid_until);

CREATE TABLE verification_miss (
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    agent_id     TEXT   NOT NULL,
    missed_at    BIGINT NOT NULL
);
CREATE INDEX verification_miss_pensioner ON verification_miss (pensioner_id, missed_at);

CREATE TABLE verification_lock (
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    locked_at    BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);
CREATE INDEX verification_lock_pensioner ON verification_lock (pensioner_id, locked_until);

CREATE TABLE audit (
    sequence     BIGINT NOT NULL PRIMARY KEY,
    happened_at  BIGINT NOT NULL,
    agent_id     TEXT   NOT NULL,
    agent_name   TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    office       TEXT   NOT NULL,
    act          TEXT   NOT NULL,
    pensioner_id TEXT,
    reason       TEXT,
    outcome      TEXT   NOT NULL
);
CREATE INDEX audit_pensioner ON audit (pensioner_id, sequence);

CREATE TABLE idempotency (
    principal    TEXT   NOT NULL,
    idem_key     TEXT   NOT NULL,
    request_hash TEXT   NOT NULL,
    resource_id  TEXT   NOT NULL,
    kept_at      BIGINT NOT NULL,
    PRIMARY KEY (principal, idem_key)
);

CREATE TABLE report (
    sender       TEXT   NOT NULL,
    event_id     TEXT   NOT NULL,
    request_hash TEXT   NOT NULL,
    answer       TEXT   NOT NULL,
    seen_at      BIGINT NOT NULL,
    PRIMARY KEY (sender, event_id)
);

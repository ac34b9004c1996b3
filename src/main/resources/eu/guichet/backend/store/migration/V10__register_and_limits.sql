-- How far an import over HTTP has come, under the key of the program that sends it: of so many rows of its body it is told what
-- became of them, and the digest says which rows they were. Whoever came last goes on; another one stops.
CREATE TABLE register_import (
    principal  TEXT    NOT NULL,
    idem_key   TEXT    NOT NULL,
    holder     TEXT    NOT NULL,
    taken      BIGINT  NOT NULL,
    digest     TEXT    NOT NULL,
    added      BIGINT  NOT NULL,
    changed    BIGINT  NOT NULL,
    unchanged  BIGINT  NOT NULL,
    complete   INTEGER NOT NULL,
    changed_at BIGINT  NOT NULL,
    PRIMARY KEY (principal, idem_key)
);
CREATE INDEX register_import_changed ON register_import (changed_at);

-- Up to when, in microseconds of the epoch, an agent has used up what may be asked for in an hour. One row for all nodes.
CREATE TABLE limit_use (
    agent_id   TEXT   NOT NULL,
    limit_key  TEXT   NOT NULL,
    used_until BIGINT NOT NULL,
    PRIMARY KEY (agent_id, limit_key)
);
CREATE INDEX limit_use_until ON limit_use (used_until);

-- How often an agent was refused because of a limit, minute by minute.
CREATE TABLE limit_hit (
    agent_id   TEXT   NOT NULL,
    office     TEXT   NOT NULL,
    limit_key  TEXT   NOT NULL,
    minute     BIGINT NOT NULL,
    agent_name TEXT   NOT NULL,
    hits       BIGINT NOT NULL,
    last_at    BIGINT NOT NULL,
    PRIMARY KEY (agent_id, office, limit_key, minute)
);
CREATE INDEX limit_hit_minute ON limit_hit (minute);

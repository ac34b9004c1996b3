-- One agent's work on one person's file. An agent has at most one open about a person.
CREATE TABLE contact (
    id           TEXT   NOT NULL PRIMARY KEY,
    pensioner_id TEXT   NOT NULL REFERENCES pensioner (id),
    agent_id     TEXT   NOT NULL,
    agent_name   TEXT   NOT NULL,
    office       TEXT   NOT NULL,
    reason       TEXT   NOT NULL,
    opened_at    BIGINT NOT NULL,
    read_at      BIGINT,
    touched_at   BIGINT NOT NULL,
    closed_at    BIGINT,
    note         TEXT   NOT NULL
);
CREATE UNIQUE INDEX contact_open ON contact (agent_id, pensioner_id) WHERE closed_at IS NULL;
CREATE INDEX contact_abandoned ON contact (touched_at) WHERE closed_at IS NULL;

-- effective: something was done for the person, where a refusal, a miss or a repetition does nothing.
ALTER TABLE audit ADD COLUMN contact_id TEXT;
ALTER TABLE audit ADD COLUMN effective INTEGER NOT NULL DEFAULT 0;
CREATE INDEX audit_contact ON audit (contact_id, sequence);
CREATE INDEX audit_agent ON audit (agent_id, sequence);
CREATE INDEX audit_office ON audit (office, sequence);
CREATE INDEX audit_happened ON audit (happened_at);

-- Verifications from before there were contacts serve no longer.
ALTER TABLE verification ADD COLUMN contact_id TEXT;
CREATE INDEX verification_contact ON verification (contact_id, valid_until);

ALTER TABLE verification_miss ADD COLUMN agent_name TEXT;
ALTER TABLE verification_miss ADD COLUMN office TEXT;
CREATE INDEX verification_miss_agent ON verification_miss (agent_id, missed_at);

ALTER TABLE verification_lock ADD COLUMN unlocked_at BIGINT;

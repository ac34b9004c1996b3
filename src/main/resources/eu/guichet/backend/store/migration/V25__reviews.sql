-- Acts that are laid before a supervisor to be looked at afterwards. Who did what, when and about whom stands in the audit trail,
-- whose row sequence names. why is SAMPLE or VERIFICATION_TAKEN_BACK; verification is the method by which the person was
-- identified. A row is judged once.
CREATE TABLE review (
    id             TEXT   NOT NULL PRIMARY KEY,
    sequence       BIGINT NOT NULL,
    why            TEXT   NOT NULL,
    verification   TEXT,
    laid_at        BIGINT NOT NULL,
    verdict        TEXT,
    note           TEXT,
    judged_by      TEXT,
    judged_by_name TEXT,
    judged_at      BIGINT
);
CREATE UNIQUE INDEX review_act ON review (sequence, why);
CREATE INDEX review_open ON review (laid_at, id) WHERE verdict IS NULL;
CREATE INDEX review_laid ON review (laid_at);

-- Up to which day, as the office's clocks have it, a sample of what was done there has been drawn.
CREATE TABLE sample_day (
    office TEXT NOT NULL PRIMARY KEY,
    day    TEXT NOT NULL
);

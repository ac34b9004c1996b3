-- What is to be printed on the office's printer: a row each time a letter is ordered to be printed, and where that stands. The
-- document itself is kept nowhere. due_at is when a node has to look at the job next; null once nothing more becomes of it.
CREATE TABLE print_job (
    id              TEXT    NOT NULL PRIMARY KEY,
    letter_id       TEXT    NOT NULL REFERENCES letter (id),
    pensioner_id    TEXT    NOT NULL REFERENCES pensioner (id),
    office          TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    trouble         TEXT,
    ordered_by      TEXT    NOT NULL,
    ordered_by_name TEXT    NOT NULL,
    ordered_at      BIGINT  NOT NULL,
    changed_at      BIGINT  NOT NULL,
    claim           TEXT,
    printer_job     INTEGER,
    cancelled       INTEGER NOT NULL DEFAULT 0,
    due_at          BIGINT,
    lease           TEXT,
    lease_until     BIGINT  NOT NULL DEFAULT 0
);
CREATE INDEX print_job_due ON print_job (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX print_job_letter ON print_job (letter_id, ordered_at);

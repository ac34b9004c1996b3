-- Letters that an office generates and prints in one go. to_do is 1 while a node has something to generate or to order; which
-- one does it is leased, and any other goes on once the lease has run out. The anchor is where the pace is measured from.
CREATE TABLE batch (
    id              TEXT    NOT NULL PRIMARY KEY,
    office          TEXT    NOT NULL,
    printing        TEXT    NOT NULL,
    started_by      TEXT    NOT NULL,
    started_by_name TEXT    NOT NULL,
    started_by_role TEXT    NOT NULL,
    started_at      BIGINT  NOT NULL,
    cancelled_at    BIGINT,
    to_do           INTEGER NOT NULL,
    active_at       BIGINT  NOT NULL,
    anchor_at       BIGINT  NOT NULL,
    anchor_done     INTEGER NOT NULL,
    lease           TEXT,
    lease_until     BIGINT  NOT NULL DEFAULT 0
);
CREATE INDEX batch_office ON batch (office, started_at);
CREATE INDEX batch_to_do ON batch (lease_until) WHERE to_do = 1;

-- One letter of a batch, in posting order. Whether it is printed is read from the letter; what stands here is what the batch
-- itself has done. claim is the one under which its document was handed out as a part of the batch.
CREATE TABLE batch_item (
    batch_id      TEXT    NOT NULL REFERENCES batch (id),
    position      INTEGER NOT NULL,
    pensioner_id  TEXT    NOT NULL REFERENCES pensioner (id),
    letter_id     TEXT    REFERENCES letter (id),
    generated     INTEGER NOT NULL,
    state         TEXT    NOT NULL,
    reason        TEXT,
    claim         TEXT,
    earlier_sheet INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (batch_id, position)
);
CREATE INDEX batch_item_letter ON batch_item (letter_id) WHERE letter_id IS NOT NULL;

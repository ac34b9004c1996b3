-- Who stands on which worklist, derived from the events as the row in enrolment_status is, and kept only while there is
-- something to do: a list and its count are read without reading through the people. The agent is whoever had the file last.
CREATE TABLE worklist_item (
    pensioner_id TEXT COLLATE ${bytewise} NOT NULL REFERENCES pensioner (id),
    list         TEXT    NOT NULL,
    office       TEXT    NOT NULL,
    step         INTEGER NOT NULL,
    since        BIGINT  NOT NULL,
    due          BIGINT  NOT NULL,
    agent_id     TEXT,
    agent_name   TEXT,
    PRIMARY KEY (pensioner_id, list)
);
CREATE INDEX worklist_item_since ON worklist_item (list, office, since, pensioner_id);
CREATE INDEX worklist_item_due ON worklist_item (list, office, due, pensioner_id);
CREATE INDEX worklist_item_step ON worklist_item (list, office, step, since, pensioner_id);
CREATE INDEX worklist_item_agent ON worklist_item (list, office, agent_id, since, pensioner_id);

-- Who had a file last, and who has it open now.
CREATE INDEX contact_person ON contact (pensioner_id, opened_at);

-- All rows are derived anew, and with them who stands on which list.
UPDATE enrolment_status SET next_change_at = 0;

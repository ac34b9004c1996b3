-- A letter's whole life: ordered for a desk or the letter desk, claimed, printed, posted. What its events tell is kept beside
-- it, so that the lists of the letter desk are indexed SELECTs. The history of the letters that were fetched before is
-- carried over by the program, see LettersPrintedBefore.

ALTER TABLE letter ADD COLUMN kind TEXT NOT NULL DEFAULT 'CODE';
ALTER TABLE letter ADD COLUMN office TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN print_at TEXT NOT NULL DEFAULT 'DESK';
ALTER TABLE letter ADD COLUMN generated_by_name TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN label TEXT;
ALTER TABLE letter ADD COLUMN claim TEXT;
ALTER TABLE letter ADD COLUMN claimed_at BIGINT;
ALTER TABLE letter ADD COLUMN claimed_by TEXT;
ALTER TABLE letter ADD COLUMN claimed_by_name TEXT;
ALTER TABLE letter ADD COLUMN printed_at BIGINT;
ALTER TABLE letter ADD COLUMN printed_by TEXT;
ALTER TABLE letter ADD COLUMN printed_by_name TEXT;
ALTER TABLE letter ADD COLUMN state TEXT NOT NULL DEFAULT 'GENERATED';
ALTER TABLE letter ADD COLUMN posted_on TEXT;
ALTER TABLE letter ADD COLUMN posted_by TEXT;
ALTER TABLE letter ADD COLUMN posting BIGINT;
ALTER TABLE letter ADD COLUMN goes_back_on TEXT;
ALTER TABLE letter ADD COLUMN received_on TEXT;
ALTER TABLE letter ADD COLUMN received_by TEXT;
ALTER TABLE letter ADD COLUMN returned_on TEXT;
ALTER TABLE letter ADD COLUMN returned_by TEXT;
ALTER TABLE letter ADD COLUMN return_reason TEXT;

UPDATE letter SET office = (SELECT pensioner.office FROM pensioner WHERE pensioner.id = letter.pensioner_id);

-- The rows of those with letters are derived anew, and with them what is kept beside each letter.
UPDATE enrolment_status SET next_change_at = 0 WHERE pensioner_id IN (SELECT pensioner_id FROM letter);

CREATE INDEX letter_to_print ON letter (office, state, generated_at, id);
CREATE INDEX letter_to_post ON letter (office, state, printed_at, id);
CREATE INDEX letter_on_the_way ON letter (office, state, goes_back_on, id);
CREATE INDEX letter_returned ON letter (office, state, returned_on, id);
CREATE INDEX letter_posted ON letter (office, posted_on, posting);
CREATE INDEX letter_printed ON letter (office, printed_at);

INSERT INTO counter (name, value) VALUES ('posting', 0);

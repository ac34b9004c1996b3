-- What was written down of each office, each time from a day on (at the office). Nothing of it is changed or removed. Hours and days
-- are written as in the settings; closures count for days from that day on.
CREATE TABLE office_entry (
    office          TEXT   NOT NULL,
    number          BIGINT NOT NULL,
    holds_from      TEXT   NOT NULL,
    counter_place   TEXT,
    counter_hours   TEXT,
    phone_hours     TEXT   NOT NULL,
    phone_numbers   TEXT   NOT NULL,
    directory       TEXT,
    closures        TEXT   NOT NULL,
    written_at      BIGINT NOT NULL,
    written_by      TEXT   NOT NULL,
    written_by_name TEXT   NOT NULL,
    PRIMARY KEY (office, number)
);

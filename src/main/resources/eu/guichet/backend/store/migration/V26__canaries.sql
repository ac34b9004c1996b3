-- Messages to addresses of the office's own, by which it is seen every day whether messages arrive. They are nobody's: receipt is
-- whether the gateway has to say that it was delivered, due_at by when, address a digest of where it went, tried_at when it was
-- last handed to a gateway.
CREATE TABLE canary (
    id         TEXT    NOT NULL PRIMARY KEY,
    channel    TEXT    NOT NULL,
    day        TEXT    NOT NULL,
    address    TEXT    NOT NULL,
    made_at    BIGINT  NOT NULL,
    due_at     BIGINT  NOT NULL,
    receipt    INTEGER NOT NULL,
    status     TEXT    NOT NULL,
    tried_at   BIGINT,
    changed_at BIGINT  NOT NULL
);
CREATE UNIQUE INDEX canary_day ON canary (channel, day, address);
CREATE INDEX canary_made ON canary (made_at);

-- A part of an SMS may now be one of these, and not of a message.
CREATE TABLE sms_part_of_any (
    message_id TEXT    NOT NULL,
    route      TEXT    NOT NULL,
    part       INTEGER NOT NULL,
    parts      INTEGER NOT NULL,
    gateway_id TEXT    NOT NULL,
    status     TEXT    NOT NULL,
    PRIMARY KEY (message_id, route, part)
);
INSERT INTO sms_part_of_any (message_id, route, part, parts, gateway_id, status)
    SELECT message_id, route, part, parts, gateway_id, status FROM sms_part;
DROP TABLE sms_part;
ALTER TABLE sms_part_of_any RENAME TO sms_part;
CREATE INDEX sms_part_gateway ON sms_part (route, gateway_id);

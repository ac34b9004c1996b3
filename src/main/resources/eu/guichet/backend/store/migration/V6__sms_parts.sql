-- What an SMS gateway has taken over: one row a part, under the id that its receipts will name. The route is the gateway's
-- place in the settings, first or second.
CREATE TABLE sms_part (
    message_id TEXT    NOT NULL REFERENCES message (id),
    route      TEXT    NOT NULL,
    part       INTEGER NOT NULL,
    parts      INTEGER NOT NULL,
    gateway_id TEXT    NOT NULL,
    status     TEXT    NOT NULL,
    PRIMARY KEY (message_id, route, part)
);
CREATE INDEX sms_part_gateway ON sms_part (route, gateway_id);

-- Of one person's messages one at a time is handed over: the next of each is found without a look at those that have left.
-- A node of before, which knows nothing of it, leaves it empty; what it adds while both run is handed over one by one.
ALTER TABLE outbox ADD COLUMN pensioner_id TEXT NOT NULL DEFAULT '';
UPDATE outbox SET pensioner_id = (SELECT message.pensioner_id FROM message WHERE message.id = outbox.message_id);
CREATE INDEX outbox_person ON outbox (pensioner_id, due_at, message_id);

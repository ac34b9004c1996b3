-- What is kept no longer is found by its age, without reading through what is kept.
CREATE INDEX idempotency_kept ON idempotency (kept_at);
CREATE INDEX report_seen ON report (seen_at);
CREATE INDEX code_expired ON code (expires_at);
CREATE INDEX message_requested ON message (requested_at);
CREATE INDEX contact_closed ON contact (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX verification_ended ON verification (valid_until);
CREATE INDEX verification_missed ON verification_miss (missed_at);
CREATE INDEX verification_locked ON verification_lock (locked_until);

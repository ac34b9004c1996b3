-- A lock stops the tries of one agent about one person; one from before stops everybody's until it ends.
ALTER TABLE verification_lock ADD COLUMN agent_id TEXT;

-- Daily quotas of letters are counted.
CREATE INDEX letter_generated ON letter (generated_at);

-- Print jobs and batches that are at an end are found by their age.
CREATE INDEX print_job_changed ON print_job (changed_at) WHERE due_at IS NULL;
CREATE INDEX batch_active ON batch (active_at) WHERE to_do = 0;

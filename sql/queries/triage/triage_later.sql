-- Puts a company at the end of the queue.
-- $1 company_id bigint
UPDATE triage SET later_at = clock_timestamp(), held_by = NULL, held_until = NULL
WHERE tenant_id = app.tenant() AND company_id = $1 AND decided IS NULL;

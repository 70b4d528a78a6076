-- Takes a decision back: what the rules say counts again.
-- $1 company_id bigint
UPDATE triage SET decided = NULL, decided_by = NULL, decided_at = NULL, reason = NULL,
    change_set_id = NULL
WHERE tenant_id = app.tenant() AND company_id = $1 AND decided IS NOT NULL;

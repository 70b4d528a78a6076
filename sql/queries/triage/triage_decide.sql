-- What the present actor decided.
-- $1 company_id bigint, $2 verdict bigint, $3 reason text, $4 change_set_id bigint
UPDATE triage SET decided = $2::bigint::smallint, decided_by = app.actor(), decided_at = now(),
    reason = $3, change_set_id = $4, held_by = NULL, held_until = NULL
WHERE tenant_id = app.tenant() AND company_id = $1 AND decided IS NULL;

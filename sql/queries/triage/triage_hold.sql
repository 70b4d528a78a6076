-- Keeps a company for the present actor for some minutes.
-- $1 company_id bigint, $2 seconds bigint
UPDATE triage SET held_by = app.actor(), held_until = now() + $2::bigint * interval '1 second'
WHERE tenant_id = app.tenant() AND company_id = $1
    AND (held_by IS NULL OR held_by = app.actor() OR held_until < now());

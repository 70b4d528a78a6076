-- Keeps a sealed key, or forgets it (NULL).
-- $1 provider_id bigint, $2 sealed_key text
UPDATE provider SET sealed_key = $2, key_set_at = CASE WHEN $2::text IS NOT NULL THEN now() END,
    key_set_by = CASE WHEN $2::text IS NOT NULL THEN app.actor() END,
    circuit = 1, failures = 0, opens = 0, retry_ms = 0, probe_ms = 0, trouble = NULL,
    tested_at = NULL, test_ok = NULL, test_said = NULL
WHERE tenant_id = app.tenant() AND provider_id = $1 AND deleted_at IS NULL;

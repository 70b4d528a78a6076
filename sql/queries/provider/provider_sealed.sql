-- The sealed key of a service, '' when it has none. For the jobs that call it.
-- $1 provider_id bigint
SELECT coalesce(p.sealed_key, '') AS sealed_key FROM provider p
WHERE p.tenant_id = app.tenant() AND p.provider_id = $1 AND p.deleted_at IS NULL;

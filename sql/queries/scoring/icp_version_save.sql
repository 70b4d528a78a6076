-- Writes a draft that is still as its author saw it.
-- $1 version bigint, $2 revision bigint, $3 document jsonb, $4 note text
UPDATE icp_version SET document = $3::jsonb, note = $4, revision = revision + 1, changed_at = now(),
    author = coalesce(app.actor(), author)
WHERE tenant_id = app.tenant() AND version = $1 AND revision = $2 AND activated_at IS NULL;

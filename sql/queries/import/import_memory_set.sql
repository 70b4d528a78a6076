-- Remembers the mapping of a header, and who chose it.
-- $1 signature text, $2 entity bigint, $3 targets text[]
INSERT INTO import_memory (tenant_id, signature, entity, targets, used_by)
VALUES (app.tenant(), $1, $2::smallint, $3::text[], app.actor())
ON CONFLICT (tenant_id, signature) DO UPDATE
SET entity = excluded.entity, targets = excluded.targets, used_by = excluded.used_by, used_at = now()

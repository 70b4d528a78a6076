-- Remembers the mapping of a header.
-- $1 signature text, $2 entity bigint, $3 targets text[]
INSERT INTO import_memory (tenant_id, signature, entity, targets)
VALUES (app.tenant(), $1, $2::smallint, $3::text[])
ON CONFLICT (tenant_id, signature) DO UPDATE
SET entity = excluded.entity, targets = excluded.targets, used_at = now()

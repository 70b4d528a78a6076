-- Says in words what was found.
-- $1 conflicts bigint[]
-- $2 titles text[]
-- $3 details text[]
UPDATE campaign_conflict f SET title = w.title, detail = w.detail
FROM unnest($1::bigint[], $2::text[], $3::text[]) AS w(id, title, detail)
WHERE f.tenant_id = app.tenant() AND f.conflict_id = w.id

-- Entries of the list among these.
-- $1 emails text[], $2 domains text[], $3 hashes text[]
SELECT s.kind, s.value, s.reason FROM suppression s
WHERE s.tenant_id = app.tenant() AND s.kind = 'email' AND s.value = ANY ($1::text[])
UNION ALL
SELECT s.kind, s.value, s.reason FROM suppression s
WHERE s.tenant_id = app.tenant() AND s.kind = 'domain' AND s.value = ANY ($2::text[])
UNION ALL
SELECT s.kind, s.value, s.reason FROM suppression s
WHERE s.tenant_id = app.tenant() AND s.kind = 'hash' AND s.value = ANY ($3::text[])

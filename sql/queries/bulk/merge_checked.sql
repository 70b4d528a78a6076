-- When the facts of a record were checked, in microseconds since 1970.
-- $1 entity bigint, $2 record_id bigint
SELECT (extract(epoch FROM checked_at) * 1000000)::bigint FROM company
WHERE $1 = 1 AND tenant_id = app.tenant() AND company_id = $2
UNION ALL
SELECT (extract(epoch FROM checked_at) * 1000000)::bigint FROM contact
WHERE $1 = 2 AND tenant_id = app.tenant() AND contact_id = $2;

-- The ids of a bulk action.
-- $1 bulk_id bigint
SELECT i.id FROM bulk b CROSS JOIN LATERAL unnest(b.ids) AS i(id)
WHERE b.tenant_id = app.tenant() AND b.bulk_id = $1;

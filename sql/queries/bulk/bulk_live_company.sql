-- How many of some companies are there.
-- $1 record ids bigint[]
SELECT count(*) FROM unnest($1::bigint[]) AS w(id)
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = w.id AND o.deleted_at IS NULL;

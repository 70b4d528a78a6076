-- How many contacts work at some companies.
-- $1 company ids bigint[]
SELECT count(*) FROM unnest($1::bigint[]) AS w(id)
JOIN contact p ON p.tenant_id = app.tenant() AND p.company_id = w.id AND p.deleted_at IS NULL;

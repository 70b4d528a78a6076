-- How many of some contacts are there.
-- $1 record ids bigint[]
SELECT count(*) FROM unnest($1::bigint[]) AS w(id)
JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = w.id AND o.deleted_at IS NULL;

-- Who has the domains that an undo would give back.
-- $1 record ids bigint[], $2 domains text[]
SELECT w.id AS record_id, 0::bigint AS place, c.company_id AS holder_id
FROM unnest($1::bigint[], $2::text[]) AS w(id, domain)
JOIN company c ON c.tenant_id = app.tenant() AND c.domain = w.domain AND c.company_id <> w.id
    AND c.duplicate_of IS NULL AND c.deleted_at IS NULL;

-- Which domains that an undo would give back belong to another company by now.
-- $1 record ids bigint[], $2 domains text[], $3 companies that give up theirs bigint[]
SELECT w.id AS record_id, true AS first_taken, false AS second_taken
FROM unnest($1::bigint[], $2::text[]) AS w(id, domain)
JOIN company c ON c.tenant_id = app.tenant() AND c.domain = w.domain AND c.company_id <> w.id
    AND c.duplicate_of IS NULL AND c.deleted_at IS NULL AND c.company_id <> ALL ($3::bigint[]);

-- Who has the addresses and profiles that an undo would give back.
-- $1 record ids bigint[], $2 e-mail keys text[], $3 LinkedIn keys text[]
SELECT w.id AS record_id, 0::bigint AS place, e.contact_id AS holder_id
FROM unnest($1::bigint[], $2::text[]) AS w(id, email)
JOIN contact e ON e.tenant_id = app.tenant() AND e.email_key = w.email AND e.contact_id <> w.id
    AND e.duplicate_of IS NULL AND e.deleted_at IS NULL
UNION ALL
SELECT w.id, 1, l.contact_id
FROM unnest($1::bigint[], $3::text[]) AS w(id, linkedin)
JOIN contact l ON l.tenant_id = app.tenant() AND l.linkedin_key = w.linkedin
    AND l.contact_id <> w.id AND l.duplicate_of IS NULL AND l.deleted_at IS NULL;

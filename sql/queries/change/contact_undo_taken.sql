-- Which addresses and profiles that an undo would give back belong to another contact by now.
-- $1 record ids bigint[], $2 e-mail keys text[], $3 LinkedIn keys text[]
-- $4 contacts that give up their e-mail key bigint[], $5 and their LinkedIn key bigint[]
SELECT w.id AS record_id, e.contact_id IS NOT NULL AS first_taken,
    l.contact_id IS NOT NULL AS second_taken
FROM unnest($1::bigint[], $2::text[], $3::text[]) AS w(id, email, linkedin)
LEFT JOIN contact e ON e.tenant_id = app.tenant() AND e.email_key = w.email AND e.contact_id <> w.id
    AND e.duplicate_of IS NULL AND e.deleted_at IS NULL
    AND e.contact_id <> ALL ($4::bigint[])
LEFT JOIN contact l ON l.tenant_id = app.tenant() AND l.linkedin_key = w.linkedin
    AND l.contact_id <> w.id AND l.duplicate_of IS NULL AND l.deleted_at IS NULL
    AND l.contact_id <> ALL ($5::bigint[])
WHERE e.contact_id IS NOT NULL OR l.contact_id IS NOT NULL;

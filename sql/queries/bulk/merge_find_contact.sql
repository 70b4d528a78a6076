-- Contacts to merge one with: those with all the words; without words, those that are called the same.
-- $1 words text[], $2 not this contact_id bigint, $3 limit bigint
SELECT o.contact_id AS record_id, coalesce(nullif(concat_ws(' ', o.first_name, o.last_name), ''), o.email, o.linkedin_key, 'No name') AS label, coalesce(o.email, o.job_title) AS detail
FROM contact o
WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL AND o.contact_id <> $2
    AND CASE WHEN cardinality($1::text[]) > 0
        THEN NOT EXISTS (SELECT FROM unnest($1::text[]) AS w WHERE strpos(o.search, w) = 0)
        ELSE o.sort_name = (SELECT s.sort_name FROM contact s
            WHERE s.tenant_id = app.tenant() AND s.contact_id = $2) END
ORDER BY o.sort_name, o.contact_id LIMIT $3;

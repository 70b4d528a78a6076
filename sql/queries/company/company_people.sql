-- The people of a company, who decide most first, those who left last; a page.
-- $1 company_id bigint, $2 after this name_key text, $3 and contact_id bigint (0: from the first)
-- $4 limit bigint, $5 after this place bigint
SELECT p.contact_id AS record_id, p.first_name, p.last_name, p.email, p.linkedin_url, p.job_title,
    p.phone, p.name_key AS key, (extract(epoch FROM p.updated_at) * 1000)::bigint AS updated_ms,
    p.employment, coalesce(p.codes[10], 0)::bigint AS rank, o.place,
    coalesce((extract(epoch FROM p.last_seen_at) * 1000)::bigint, 0) AS last_seen_ms
FROM contact p CROSS JOIN LATERAL (SELECT
    (CASE WHEN p.employment >= 2 THEN 100 ELSE 0 END - coalesce(p.codes[10], 0))::bigint AS place) AS o
WHERE p.tenant_id = app.tenant() AND p.company_id = $1 AND p.deleted_at IS NULL
    AND ($3::bigint = 0 OR (o.place, p.name_key, p.contact_id) > ($5::bigint, $2, $3::bigint))
ORDER BY o.place, p.name_key, p.contact_id LIMIT $4;

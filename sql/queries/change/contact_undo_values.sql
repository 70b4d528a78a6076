-- What the keys of contacts follow from, as it will be after the undo, and what it is where the undo
-- may have to leave it; company_gone: the company to come back to is deleted.
-- $1 change_set_id bigint, $2 record ids bigint[], $3 at timestamptz[], $4 fields bigint[]
-- $5 field names text[]
WITH patch AS (
    SELECT s.id, jsonb_object_agg(n.name, coalesce(c.previous -> n.name, 'null')) FILTER
        (WHERE n.name IS NOT NULL) AS patch
    FROM unnest($2::bigint[], $3::timestamptz[], $4::bigint[]) AS s(id, at, bits)
    -- OFFSET 0: one look-up a row by its key, else the whole set is read for every batch
    CROSS JOIN LATERAL (SELECT c.previous FROM change c WHERE c.tenant_id = app.tenant() AND c.entity = 2
        AND c.record_id = s.id AND c.change_set_id = $1 AND c.at = s.at OFFSET 0) AS c
    LEFT JOIN unnest($5::text[]) WITH ORDINALITY AS n(name, place)
        ON (s.bits >> (n.place - 1)::int) & 1 = 1
    GROUP BY s.id
)
SELECT o.contact_id AS record_id, r.first_name, r.last_name, r.email, r.linkedin_url, r.job_title,
    o.email AS email_now, o.linkedin_url AS linkedin_now, o.email_key, o.linkedin_key,
    r.company_id::text AS company_id, r.phone, r.mobile_phone, r.other_emails, r.seniority, r.department, r.city, r.country, r.status, r.linkedin_activity,
    r.company_id IS DISTINCT FROM o.company_id AND EXISTS (SELECT FROM company c
        WHERE c.tenant_id = app.tenant() AND c.company_id = r.company_id
            AND c.deleted_at IS NOT NULL) AS company_gone
FROM patch p JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = p.id
CROSS JOIN LATERAL jsonb_populate_record(o, coalesce(p.patch, '{}')) AS r;

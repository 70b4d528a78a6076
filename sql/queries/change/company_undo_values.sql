-- What the keys of companies follow from, as it will be after the undo, and the domain as it is.
-- $1 change_set_id bigint, $2 record ids bigint[], $3 at timestamptz[], $4 fields bigint[]
-- $5 field names text[]
WITH patch AS (
    SELECT s.id, jsonb_object_agg(n.name, coalesce(c.previous -> n.name, 'null')) FILTER
        (WHERE n.name IS NOT NULL) AS patch
    FROM unnest($2::bigint[], $3::timestamptz[], $4::bigint[]) AS s(id, at, bits)
    -- OFFSET 0: one look-up a row by its key, else the whole set is read for every batch
    CROSS JOIN LATERAL (SELECT c.previous FROM change c WHERE c.tenant_id = app.tenant() AND c.entity = 1
        AND c.record_id = s.id AND c.change_set_id = $1 AND c.at = s.at OFFSET 0) AS c
    LEFT JOIN unnest($5::text[]) WITH ORDINALITY AS n(name, place)
        ON (s.bits >> (n.place - 1)::int) & 1 = 1
    GROUP BY s.id
)
SELECT o.company_id AS record_id, r.name, r.domain, r.email, o.domain AS domain_now,
    r.website_url, r.linkedin_url, r.industry, r.keywords, r.employees, r.revenue, r.founded_year,
    r.description, r.phone, r.city, r.country, r.status, r.tier
FROM patch p JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = p.id
CROSS JOIN LATERAL jsonb_populate_record(o, coalesce(p.patch, '{}')) AS r;

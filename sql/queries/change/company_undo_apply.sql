-- Gives fields of companies the values they had before a set, with their keys; deleted ones come back.
-- $1 change_set_id bigint, $2 record ids bigint[], $3 at timestamptz[], $4 fields bigint[]
-- $5 field names text[], $6... keys text[] in the order of $2 (equal for equal ids)
WITH step AS (
    SELECT * FROM unnest($2::bigint[], $3::timestamptz[], $4::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
        AS s(id, at, bits, name_key, search, sort_name, codes)
), patch AS (
    SELECT s.id, min(s.name_key) AS name_key, min(s.search) AS search, min(s.sort_name) AS sort_name,
        min(s.codes) AS codes,
        jsonb_object_agg(n.name, coalesce(c.previous -> n.name, 'null')) FILTER
            (WHERE n.name IS NOT NULL) AS patch
    FROM step s
    -- OFFSET 0: one look-up a row by its key, else the whole set is read for every batch
    CROSS JOIN LATERAL (SELECT c.previous FROM change c WHERE c.tenant_id = app.tenant() AND c.entity = 1
        AND c.record_id = s.id AND c.change_set_id = $1 AND c.at = s.at OFFSET 0) AS c
    LEFT JOIN unnest($5::text[]) WITH ORDINALITY AS n(name, place)
        ON (s.bits >> (n.place - 1)::int) & 1 = 1
    GROUP BY s.id
)
UPDATE company SET (
        name, legal_form, domain, website_url, linkedin_url, industry, keywords, employees,
        revenue, founded_year, description, phone, email, address, city, region, postal_code,
        country, registry_number, logo_url, crunchbase_url, source, notes, owner_id, tag_ids,
        list_ids, custom, status, tier, name_key, search, sort_name, codes,
        deleted_at, updated_at, version) = (
        r.name, r.legal_form, r.domain, r.website_url, r.linkedin_url, r.industry, r.keywords,
        r.employees, r.revenue, r.founded_year, r.description, r.phone, r.email, r.address,
        r.city, r.region, r.postal_code, r.country, r.registry_number, r.logo_url,
        r.crunchbase_url, r.source, r.notes, r.owner_id, r.tag_ids, r.list_ids, r.custom, r.status, r.tier,
        p.name_key, p.search, p.sort_name, p.codes::smallint[],
        NULL, now(), o.version + 1)
FROM patch p
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = p.id
CROSS JOIN LATERAL jsonb_populate_record(o, coalesce(p.patch, '{}')) AS r
WHERE company.tenant_id = o.tenant_id AND company.company_id = o.company_id;

-- unprepared: reads a temporary table
-- Companies as an unfinished preview would leave them.
-- $1 domains text[], $2 name_keys text[],
-- $3 ids bigint[] of records that were found by their keys of before
WITH wanted AS (
    SELECT same.company_id
    FROM unnest($1::text[]) AS k(domain)
    CROSS JOIN LATERAL (
        SELECT c.company_id FROM overlay_company c WHERE c.domain = k.domain
        ORDER BY c.company_id + 0 DESC LIMIT 64
    ) AS same
    UNION
    SELECT same.company_id
    FROM unnest($2::text[]) AS k(name_key)
    CROSS JOIN LATERAL (
        SELECT c.company_id FROM overlay_company c WHERE c.name_key = k.name_key
        ORDER BY c.company_id + 0 DESC LIMIT 64
    ) AS same
)
SELECT
    c.company_id, c.version, c.duplicate_of, c.name, c.legal_form, c.domain, c.website_url,
    c.linkedin_url, c.industry, c.keywords, c.employees, c.revenue, c.founded_year,
    c.description, c.phone, c.email, c.address, c.city, c.region, c.postal_code, c.country,
    c.registry_number, c.logo_url, c.crunchbase_url, c.source, c.notes, c.owner_id, c.tag_ids,
    c.list_ids, c.custom, c.status, c.tier, c.name_key,
    to_char(c.created_at, 'FMDD Mon') AS known_since
FROM overlay_company c
WHERE c.company_id = ANY (ARRAY(SELECT company_id FROM wanted) || $3::bigint[])
ORDER BY c.company_id DESC

-- unprepared: planned for each batch: a plan made while the tables were empty would scan them whole later
-- Companies that rows of a batch may be about: by domain, and by name (at most 64 of a name).
-- $1 domains text[], $2 name_keys text[], $3 ids bigint[] of further ones
WITH wanted AS (
    SELECT same.company_id
    FROM unnest($1::text[]) AS k(domain)
    CROSS JOIN LATERAL (
        SELECT c.company_id FROM company c
        WHERE c.tenant_id = app.tenant() AND c.domain = k.domain
          AND c.duplicate_of IS NULL AND c.deleted_at IS NULL
        LIMIT 1
    ) AS same
    UNION
    SELECT same.company_id
    FROM unnest($2::text[]) AS k(name_key)
    CROSS JOIN LATERAL (
        SELECT c.company_id FROM company c
        WHERE c.tenant_id = app.tenant() AND c.name_key = k.name_key
          AND c.duplicate_of IS NULL AND c.deleted_at IS NULL
        ORDER BY c.company_id + 0 LIMIT 64
    ) AS same
)
SELECT
    c.company_id, c.version, c.duplicate_of, c.name, c.legal_form, c.domain, c.website_url,
    c.linkedin_url, c.industry, c.keywords, c.employees, c.revenue, c.founded_year,
    c.description, c.phone, c.email, c.address, c.city, c.region, c.postal_code, c.country,
    c.registry_number, c.logo_url, c.crunchbase_url, c.source, c.notes, c.owner_id, c.tag_ids,
    c.list_ids, c.custom, c.status, c.tier, c.name_key,
    to_char(c.created_at, 'FMDD Mon') AS known_since
-- OFFSET 0: one look-up a record by its key, whatever the planner thinks of their number
FROM (SELECT DISTINCT unnest(ARRAY(SELECT company_id FROM wanted) || $3::bigint[]) AS id) AS i
CROSS JOIN LATERAL (SELECT o.* FROM company o
    WHERE o.tenant_id = app.tenant() AND o.company_id = i.id OFFSET 0) AS c
ORDER BY c.company_id

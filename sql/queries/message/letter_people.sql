-- People and their companies, as letters speak of them.
-- $1 contacts bigint[]
SELECT o.contact_id, coalesce(c.company_id, 0) AS company_id,
    greatest(-100, least(100, coalesce(c.score, 0)))::bigint AS rank, coalesce(o.codes[1], 0)::bigint AS seniority,
    coalesce(o.codes[2], 0)::bigint AS department, coalesce(c.codes[1], 0)::bigint AS industry,
    coalesce(c.codes[2], 0)::bigint AS size, o.first_name, o.last_name, o.name_prefix AS prefix, o.job_title,
    o.city, coalesce(o.country, c.country) AS country, o.linkedin_url, o.language, c.name AS company, c.domain,
    c.website_url, c.city AS company_city, c.country AS company_country, c.description,
    coalesce(c.founded_year::bigint, 0) AS founded_year, c.employees,
    c.industry AS industry_text
FROM unnest($1::bigint[]) AS i(id)
CROSS JOIN LATERAL (SELECT o.* FROM contact o WHERE o.tenant_id = app.tenant() AND o.contact_id = i.id
    AND o.deleted_at IS NULL AND o.erased_at IS NULL OFFSET 0) AS o
LEFT JOIN LATERAL (SELECT c.* FROM company c WHERE c.tenant_id = app.tenant() AND c.company_id = o.company_id
    AND c.deleted_at IS NULL AND c.erased_at IS NULL OFFSET 0) AS c ON true
ORDER BY o.contact_id

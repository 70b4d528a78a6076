-- A new company, with its keys.
-- $1 facts and keys by column jsonb, $2 duplicate_of bigint
INSERT INTO company (tenant_id, duplicate_of,
    name, legal_form, domain, website_url, linkedin_url, industry, keywords, employees, revenue,
    founded_year, description, phone, email, address, city, region, postal_code, country,
    registry_number, logo_url, crunchbase_url, source, notes, owner_id, tag_ids, list_ids, custom, status, tier,
    name_key, search, sort_name, codes)
SELECT app.tenant(), $2,
    r.name, r.legal_form, r.domain, r.website_url, r.linkedin_url, r.industry, r.keywords,
    r.employees, r.revenue, r.founded_year, r.description, r.phone, r.email, r.address, r.city,
    r.region, r.postal_code, r.country, r.registry_number, r.logo_url, r.crunchbase_url, r.source,
    r.notes, r.owner_id, r.tag_ids, r.list_ids, r.custom, r.status, r.tier, r.name_key, r.search, r.sort_name, r.codes
FROM jsonb_populate_record(NULL::company, $1::jsonb) AS r
RETURNING company_id;

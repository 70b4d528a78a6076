-- unprepared: temporary tables
-- Remembers what the preview would have written.
INSERT INTO overlay_company (
    tenant_id, company_id, name, legal_form, domain, website_url, linkedin_url, industry,
    keywords, employees, revenue, founded_year, description, phone, email, address, city,
    region, postal_code, country, registry_number, logo_url, crunchbase_url, source, notes,
    owner_id, tag_ids, list_ids, custom, status, tier, name_key, search, sort_name, codes, duplicate_of, version,
    created_at
)
SELECT
    tenant_id, company_id, name, legal_form, domain, website_url, linkedin_url, industry,
    keywords, employees, revenue, founded_year, description, phone, email, address, city,
    region, postal_code, country, registry_number, logo_url, crunchbase_url, source, notes,
    owner_id, tag_ids, list_ids, custom, status, tier, name_key, search, sort_name, codes, duplicate_of, version,
    created_at
FROM stage_company
ON CONFLICT (company_id) DO UPDATE SET
    name = excluded.name, legal_form = excluded.legal_form, domain = excluded.domain,
    website_url = excluded.website_url, linkedin_url = excluded.linkedin_url,
    industry = excluded.industry, keywords = excluded.keywords, employees = excluded.employees,
    revenue = excluded.revenue, founded_year = excluded.founded_year,
    description = excluded.description, phone = excluded.phone, email = excluded.email,
    address = excluded.address, city = excluded.city, region = excluded.region,
    postal_code = excluded.postal_code, country = excluded.country,
    registry_number = excluded.registry_number, logo_url = excluded.logo_url,
    crunchbase_url = excluded.crunchbase_url, source = excluded.source, notes = excluded.notes,
    owner_id = excluded.owner_id, tag_ids = excluded.tag_ids, list_ids = excluded.list_ids,
    custom = excluded.custom,
    status = excluded.status, tier = excluded.tier, name_key = excluded.name_key, search = excluded.search,
    sort_name = excluded.sort_name, codes = excluded.codes

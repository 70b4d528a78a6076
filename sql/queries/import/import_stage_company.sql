-- unprepared: COPY
-- The records of a batch, on their way in.
COPY stage_company (
    tenant_id, company_id, name, legal_form, domain, website_url, linkedin_url, industry,
    keywords, employees, revenue, founded_year, description, phone, email, address, city,
    region, postal_code, country, registry_number, logo_url, crunchbase_url, source, notes,
    owner_id, tag_ids, list_ids, custom, status, tier, name_key, search, sort_name, codes, duplicate_of, version,
    is_new, fields, previous
) FROM STDIN

-- unprepared: reads a temporary table
-- Writes the changed records of the batch, unless someone else changed one since it was read: the
-- number of rows tells.
UPDATE company c SET
    name = s.name, legal_form = s.legal_form, domain = s.domain, website_url = s.website_url,
    linkedin_url = s.linkedin_url, industry = s.industry, keywords = s.keywords,
    employees = s.employees, revenue = s.revenue, founded_year = s.founded_year,
    description = s.description, phone = s.phone, email = s.email, address = s.address,
    city = s.city, region = s.region, postal_code = s.postal_code, country = s.country,
    registry_number = s.registry_number, logo_url = s.logo_url,
    crunchbase_url = s.crunchbase_url, source = s.source, notes = s.notes,
    owner_id = s.owner_id, tag_ids = s.tag_ids, list_ids = s.list_ids, custom = s.custom,
    status = s.status, tier = s.tier,
    name_key = s.name_key, search = s.search, sort_name = s.sort_name, codes = s.codes,
    version = c.version + 1, updated_at = now(), checked_at = now()
FROM stage_company s
WHERE NOT s.is_new AND c.tenant_id = app.tenant() AND c.company_id = s.company_id
  AND c.version = s.version AND c.deleted_at IS NULL

-- Changes the facts and keys that a patch names; $3 NULL leaves duplicate_of as it is.
-- $1 company_id bigint, $2 facts and keys by column jsonb, $3 duplicate_of bigint
UPDATE company SET (
        name, legal_form, domain, website_url, linkedin_url, industry, keywords, employees,
        revenue, founded_year, description, phone, email, address, city, region, postal_code,
        country, registry_number, logo_url, crunchbase_url, source, notes, owner_id, tag_ids,
        list_ids, custom, status, tier, name_key, search, sort_name, codes,
        duplicate_of, updated_at, checked_at, version) = (
        r.name, r.legal_form, r.domain, r.website_url, r.linkedin_url, r.industry, r.keywords,
        r.employees, r.revenue, r.founded_year, r.description, r.phone, r.email, r.address,
        r.city, r.region, r.postal_code, r.country, r.registry_number, r.logo_url,
        r.crunchbase_url, r.source, r.notes, r.owner_id, r.tag_ids, r.list_ids, r.custom, r.status, r.tier,
        r.name_key, r.search, r.sort_name, r.codes,
        coalesce($3, o.duplicate_of), now(), r.checked_at, o.version + 1)
FROM company o CROSS JOIN LATERAL jsonb_populate_record(o, $2::jsonb) AS r
WHERE o.tenant_id = app.tenant() AND o.company_id = $1
    AND company.tenant_id = o.tenant_id AND company.company_id = o.company_id;

-- unprepared: temporary tables
-- Remembers what the preview would have written.
INSERT INTO overlay_contact (
    tenant_id, contact_id, name_prefix, first_name, last_name, name_suffix, job_title,
    company_id, email, other_emails, phone, mobile_phone, other_phones, linkedin_url, seniority,
    department, address, city, region, postal_code, country, language, birthday, source, notes,
    owner_id, tag_ids, list_ids, custom, status, linkedin_activity, email_key, linkedin_key, name_key, search, sort_name, title_key, codes,
    duplicate_of, version, created_at
)
SELECT
    tenant_id, contact_id, name_prefix, first_name, last_name, name_suffix, job_title,
    company_id, email, other_emails, phone, mobile_phone, other_phones, linkedin_url, seniority,
    department, address, city, region, postal_code, country, language, birthday, source, notes,
    owner_id, tag_ids, list_ids, custom, status, linkedin_activity, email_key, linkedin_key, name_key, search, sort_name, title_key, codes,
    duplicate_of, version, created_at
FROM stage_contact
ON CONFLICT (contact_id) DO UPDATE SET
    name_prefix = excluded.name_prefix, first_name = excluded.first_name,
    last_name = excluded.last_name, name_suffix = excluded.name_suffix,
    job_title = excluded.job_title, company_id = excluded.company_id, email = excluded.email,
    other_emails = excluded.other_emails, phone = excluded.phone,
    mobile_phone = excluded.mobile_phone, other_phones = excluded.other_phones,
    linkedin_url = excluded.linkedin_url, seniority = excluded.seniority,
    department = excluded.department, address = excluded.address, city = excluded.city,
    region = excluded.region, postal_code = excluded.postal_code, country = excluded.country,
    language = excluded.language, birthday = excluded.birthday, source = excluded.source,
    notes = excluded.notes, owner_id = excluded.owner_id, tag_ids = excluded.tag_ids,
    list_ids = excluded.list_ids, custom = excluded.custom,
    status = excluded.status, linkedin_activity = excluded.linkedin_activity, email_key = excluded.email_key,
    linkedin_key = excluded.linkedin_key, name_key = excluded.name_key,
    search = excluded.search, sort_name = excluded.sort_name, title_key = excluded.title_key, codes = excluded.codes

-- unprepared: reads a temporary table
-- Writes the changed records of the batch, unless someone else changed one since it was read: the
-- number of rows tells.
UPDATE contact c SET
    name_prefix = s.name_prefix, first_name = s.first_name, last_name = s.last_name,
    name_suffix = s.name_suffix, job_title = s.job_title, company_id = s.company_id,
    email = s.email, other_emails = s.other_emails, phone = s.phone,
    mobile_phone = s.mobile_phone, other_phones = s.other_phones, linkedin_url = s.linkedin_url,
    seniority = s.seniority, department = s.department, address = s.address, city = s.city,
    region = s.region, postal_code = s.postal_code, country = s.country, language = s.language,
    birthday = s.birthday, source = s.source, notes = s.notes, owner_id = s.owner_id,
    tag_ids = s.tag_ids, list_ids = s.list_ids, custom = s.custom,
    status = s.status, linkedin_activity = s.linkedin_activity, email_key = s.email_key,
    linkedin_key = s.linkedin_key, name_key = s.name_key, search = s.search,
    sort_name = s.sort_name, title_key = s.title_key, codes = s.codes,
    version = c.version + 1, updated_at = now(), checked_at = now()
FROM stage_contact s
WHERE NOT s.is_new AND c.tenant_id = app.tenant() AND c.contact_id = s.contact_id
  AND c.version = s.version AND c.deleted_at IS NULL

-- unprepared: reads a temporary table
-- Creates the new records of the batch.
INSERT INTO contact (
    tenant_id, contact_id, name_prefix, first_name, last_name, name_suffix, job_title,
    company_id, email, other_emails, phone, mobile_phone, other_phones, linkedin_url, seniority,
    department, address, city, region, postal_code, country, language, birthday, source, notes,
    owner_id, tag_ids, list_ids, custom, status, linkedin_activity, email_key, linkedin_key, name_key, search, sort_name, title_key, codes,
    duplicate_of
)
SELECT
    tenant_id, contact_id, name_prefix, first_name, last_name, name_suffix, job_title,
    company_id, email, other_emails, phone, mobile_phone, other_phones, linkedin_url, seniority,
    department, address, city, region, postal_code, country, language, birthday, source, notes,
    owner_id, tag_ids, list_ids, custom, status, linkedin_activity, email_key, linkedin_key, name_key, search, sort_name, title_key, codes,
    duplicate_of
FROM stage_contact WHERE is_new
ORDER BY contact_id

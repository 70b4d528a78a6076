-- unprepared: COPY
-- The records of a batch, on their way in.
COPY stage_contact (
    tenant_id, contact_id, name_prefix, first_name, last_name, name_suffix, job_title,
    company_id, email, other_emails, phone, mobile_phone, other_phones, linkedin_url, seniority,
    department, address, city, region, postal_code, country, language, birthday, source, notes,
    owner_id, tag_ids, list_ids, custom, status, linkedin_activity, email_key, linkedin_key, name_key, search, sort_name, title_key, codes,
    duplicate_of, version, is_new, fields, previous
) FROM STDIN

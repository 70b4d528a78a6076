-- A new contact, with its keys.
-- $1 facts and keys by column jsonb, $2 duplicate_of bigint
INSERT INTO contact (tenant_id, duplicate_of,
    name_prefix, first_name, last_name, name_suffix, job_title, company_id, email, other_emails,
    phone, mobile_phone, other_phones, linkedin_url, seniority, department, address, city, region,
    postal_code, country, language, birthday, source, notes, owner_id, tag_ids, list_ids, custom, status, linkedin_activity,
    email_key, linkedin_key, name_key, search, sort_name, title_key, codes)
SELECT app.tenant(), $2,
    r.name_prefix, r.first_name, r.last_name, r.name_suffix, r.job_title, r.company_id, r.email,
    r.other_emails, r.phone, r.mobile_phone, r.other_phones, r.linkedin_url, r.seniority,
    r.department, r.address, r.city, r.region, r.postal_code, r.country, r.language, r.birthday,
    r.source, r.notes, r.owner_id, r.tag_ids, r.list_ids, r.custom, r.status, r.linkedin_activity, r.email_key, r.linkedin_key,
    r.name_key, r.search, r.sort_name, r.title_key, r.codes
FROM jsonb_populate_record(NULL::contact, $1::jsonb) AS r
RETURNING contact_id;

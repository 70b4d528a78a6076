-- unprepared: reads a temporary table
-- Contacts as an unfinished preview would leave them.
-- $1 email_keys text[], $2 linkedin_keys text[], $3 company_ids bigint[] (0: none), $4 name_keys text[]
SELECT
    c.contact_id, c.version, c.duplicate_of, c.name_prefix, c.first_name, c.last_name,
    c.name_suffix, c.job_title, c.company_id, c.email, c.other_emails, c.phone, c.mobile_phone,
    c.other_phones, c.linkedin_url, c.seniority, c.department, c.address, c.city, c.region,
    c.postal_code, c.country, c.language, c.birthday, c.source, c.notes, c.owner_id, c.tag_ids,
    c.list_ids, c.custom, c.email_key, c.linkedin_key, c.name_key,
    to_char(c.created_at, 'FMDD Mon') AS known_since
FROM overlay_contact c
WHERE c.email_key = ANY ($1::text[]) OR c.linkedin_key = ANY ($2::text[])
   OR (c.name_key = ANY ($4::text[]) AND coalesce(c.company_id, 0) = ANY ($3::bigint[]))
ORDER BY c.contact_id DESC

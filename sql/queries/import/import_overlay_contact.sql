-- unprepared: reads a temporary table
-- Contacts as an unfinished preview would leave them.
-- $1 email_keys text[], $2 linkedin_keys text[], $3 company_ids bigint[] (0: none), $4 name_keys text[],
-- $5 ids bigint[] of records that were found by their keys of before
WITH wanted AS (
    SELECT same.contact_id
    FROM unnest($1::text[]) AS k(email_key)
    CROSS JOIN LATERAL (
        SELECT c.contact_id FROM overlay_contact c WHERE c.email_key = k.email_key
        ORDER BY c.contact_id + 0 DESC LIMIT 64
    ) AS same
    UNION
    SELECT same.contact_id
    FROM unnest($2::text[]) AS k(linkedin_key)
    CROSS JOIN LATERAL (
        SELECT c.contact_id FROM overlay_contact c WHERE c.linkedin_key = k.linkedin_key
        ORDER BY c.contact_id + 0 DESC LIMIT 64
    ) AS same
    UNION
    SELECT same.contact_id
    FROM unnest($3::bigint[], $4::text[]) AS k(company_id, name_key)
    CROSS JOIN LATERAL (
        SELECT c.contact_id FROM overlay_contact c
        WHERE c.name_key = k.name_key AND coalesce(c.company_id, 0) = k.company_id
        ORDER BY c.contact_id + 0 DESC LIMIT 64
    ) AS same
)
SELECT
    c.contact_id, c.version, c.duplicate_of, c.name_prefix, c.first_name, c.last_name,
    c.name_suffix, c.job_title, c.company_id, c.email, c.other_emails, c.phone, c.mobile_phone,
    c.other_phones, c.linkedin_url, c.seniority, c.department, c.address, c.city, c.region,
    c.postal_code, c.country, c.language, c.birthday, c.source, c.notes, c.owner_id, c.tag_ids,
    c.list_ids, c.custom, c.status, c.linkedin_activity, c.email_key, c.linkedin_key, c.name_key,
    to_char(c.created_at, 'FMDD Mon') AS known_since
FROM overlay_contact c
WHERE c.contact_id = ANY (ARRAY(SELECT contact_id FROM wanted) || $5::bigint[])
ORDER BY c.contact_id DESC

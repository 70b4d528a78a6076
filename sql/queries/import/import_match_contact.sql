-- unprepared: planned for each batch: a plan made while the tables were empty would scan them whole later
-- Contacts that rows of a batch may be about: by e-mail, LinkedIn, name at a company, or name where
-- no company is known (at most 64 of a name).
-- $1 email_keys text[], $2 linkedin_keys text[], $3 company_ids bigint[], $4 name_keys text[] beside $3
WITH wanted AS (
    SELECT same.contact_id
    FROM unnest($1::text[]) AS k(email_key)
    CROSS JOIN LATERAL (
        SELECT c.contact_id FROM contact c
        WHERE c.tenant_id = app.tenant() AND c.email_key = k.email_key
          AND c.duplicate_of IS NULL AND c.deleted_at IS NULL
        LIMIT 1
    ) AS same
    UNION
    SELECT same.contact_id
    FROM unnest($2::text[]) AS k(linkedin_key)
    CROSS JOIN LATERAL (
        SELECT c.contact_id FROM contact c
        WHERE c.tenant_id = app.tenant() AND c.linkedin_key = k.linkedin_key
          AND c.duplicate_of IS NULL AND c.deleted_at IS NULL
        LIMIT 1
    ) AS same
    UNION
    SELECT same.contact_id
    FROM unnest($3::bigint[], $4::text[]) AS k(company_id, name_key)
    CROSS JOIN LATERAL (
        SELECT c.contact_id FROM contact c
        WHERE c.tenant_id = app.tenant() AND c.company_id = k.company_id
          AND c.name_key = k.name_key AND c.duplicate_of IS NULL AND c.deleted_at IS NULL
        ORDER BY c.contact_id + 0 LIMIT 64
    ) AS same
    WHERE k.company_id IS NOT NULL
    UNION
    SELECT same.contact_id
    FROM unnest($3::bigint[], $4::text[]) AS k(company_id, name_key)
    CROSS JOIN LATERAL (
        SELECT c.contact_id FROM contact c
        WHERE c.tenant_id = app.tenant() AND c.company_id IS NULL
          AND c.name_key = k.name_key AND c.duplicate_of IS NULL AND c.deleted_at IS NULL
        ORDER BY c.contact_id + 0 LIMIT 64
    ) AS same
    WHERE k.company_id IS NULL
)
SELECT
    c.contact_id, c.version, c.duplicate_of, c.name_prefix, c.first_name, c.last_name,
    c.name_suffix, c.job_title, c.company_id, c.email, c.other_emails, c.phone, c.mobile_phone,
    c.other_phones, c.linkedin_url, c.seniority, c.department, c.address, c.city, c.region,
    c.postal_code, c.country, c.language, c.birthday, c.source, c.notes, c.owner_id, c.tag_ids,
    c.list_ids, c.custom, c.status, c.linkedin_activity, c.email_key, c.linkedin_key, c.name_key,
    to_char(c.created_at, 'FMDD Mon') AS known_since
-- OFFSET 0: one look-up a record by its key, whatever the planner thinks of their number
FROM wanted
CROSS JOIN LATERAL (SELECT o.* FROM contact o
    WHERE o.tenant_id = app.tenant() AND o.contact_id = wanted.contact_id OFFSET 0) AS c
ORDER BY c.contact_id

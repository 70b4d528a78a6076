-- Gives fields of contacts the values they had before a set, with their keys; deleted ones come back.
-- $1 change_set_id bigint, $2 record ids bigint[], $3 at timestamptz[], $4 fields bigint[]
-- $5 field names text[], $6... keys text[] in the order of $2 (equal for equal ids)
WITH step AS (
    SELECT * FROM unnest($2::bigint[], $3::timestamptz[], $4::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
            $11::text[], $12::text[])
        AS s(id, at, bits, email_key, linkedin_key, name_key, search, sort_name, title_key, codes)
), patch AS (
    SELECT s.id, min(s.email_key) AS email_key, min(s.linkedin_key) AS linkedin_key, min(s.name_key) AS name_key,
        min(s.search) AS search, min(s.sort_name) AS sort_name,
        min(s.title_key) AS title_key, min(s.codes) AS codes,
        jsonb_object_agg(n.name, coalesce(c.previous -> n.name, 'null')) FILTER
            (WHERE n.name IS NOT NULL) AS patch
    FROM step s
    -- OFFSET 0: one look-up a row by its key, else the whole set is read for every batch
    CROSS JOIN LATERAL (SELECT c.previous FROM change c WHERE c.tenant_id = app.tenant() AND c.entity = 2
        AND c.record_id = s.id AND c.change_set_id = $1 AND c.at = s.at OFFSET 0) AS c
    LEFT JOIN unnest($5::text[]) WITH ORDINALITY AS n(name, place)
        ON (s.bits >> (n.place - 1)::int) & 1 = 1
    GROUP BY s.id
)
UPDATE contact SET (
        name_prefix, first_name, last_name, name_suffix, job_title, company_id, email,
        other_emails, phone, mobile_phone, other_phones, linkedin_url, seniority, department,
        address, city, region, postal_code, country, language, birthday, source, notes, owner_id,
        tag_ids, list_ids, custom, status, linkedin_activity, email_key, linkedin_key, name_key, search, sort_name, title_key, codes,
        deleted_at, updated_at, version) = (
        r.name_prefix, r.first_name, r.last_name, r.name_suffix, r.job_title, r.company_id,
        r.email, r.other_emails, r.phone, r.mobile_phone, r.other_phones, r.linkedin_url,
        r.seniority, r.department, r.address, r.city, r.region, r.postal_code, r.country,
        r.language, r.birthday, r.source, r.notes, r.owner_id, r.tag_ids, r.list_ids, r.custom, r.status, r.linkedin_activity,
        p.email_key, p.linkedin_key, p.name_key, p.search, p.sort_name, p.title_key, p.codes::smallint[],
        NULL, now(), o.version + 1)
FROM patch p
JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = p.id
CROSS JOIN LATERAL jsonb_populate_record(o, coalesce(p.patch, '{}')) AS r
WHERE contact.tenant_id = o.tenant_id AND contact.contact_id = o.contact_id;

-- Contacts with all their facts and their companies.
-- $1 ids bigint[], rows in their order
SELECT o.contact_id AS record_id, o.version, coalesce(o.duplicate_of, 0) AS duplicate_of,
    coalesce(nullif(concat_ws(' ', d.first_name, d.last_name), ''), d.email, d.linkedin_key) AS duplicate_label,
    coalesce(c.company_id, 0) AS company, c.name AS company_name,
    c.domain AS company_domain, c.codes AS company_codes, app.user_name(o.owner_id) AS owner_name,
    (SELECT string_agg(t.name, E'\n' ORDER BY t.name_key) FROM tag t
        WHERE t.tenant_id = app.tenant() AND t.tag_id = ANY (o.tag_ids)) AS tags,
    (SELECT string_agg(l.name, E'\n' ORDER BY l.name_key) FROM list l
        WHERE l.tenant_id = app.tenant() AND l.list_id = ANY (o.list_ids)) AS lists,
    (extract(epoch FROM o.created_at) * 1000)::bigint AS created_ms,
    (extract(epoch FROM o.updated_at) * 1000)::bigint AS updated_ms, 0::bigint AS people,
    (SELECT count(*) FROM contact t WHERE t.tenant_id = app.tenant()
        AND t.duplicate_of = o.contact_id AND t.deleted_at IS NULL) AS duplicates,
    o.name_prefix, o.first_name, o.last_name, o.name_suffix, o.job_title, o.company_id, o.email,
    o.other_emails, o.phone, o.mobile_phone, o.other_phones, o.linkedin_url, o.seniority,
    o.department, o.address, o.city, o.region, o.postal_code, o.country, o.language, o.birthday,
    o.source, o.notes, o.owner_id, o.tag_ids, o.list_ids, o.custom, o.status,
    o.linkedin_activity, o.email_state, (extract(epoch FROM o.checked_at) * 1000)::bigint AS checked_ms
FROM unnest($1::bigint[]) WITH ORDINALITY AS k(id, place)
JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = k.id AND o.deleted_at IS NULL
LEFT JOIN contact d ON d.tenant_id = app.tenant() AND d.contact_id = o.duplicate_of
LEFT JOIN company c ON c.tenant_id = app.tenant() AND c.company_id = o.company_id
    AND c.deleted_at IS NULL
ORDER BY k.place;

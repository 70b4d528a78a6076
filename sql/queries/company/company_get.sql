-- Companies with all their facts.
-- $1 ids bigint[], rows in their order
SELECT o.company_id AS record_id, o.version, coalesce(o.duplicate_of, 0) AS duplicate_of,
    d.name AS duplicate_label, 0::bigint AS company, NULL::text AS company_name,
    NULL::text AS company_domain, o.codes AS company_codes, app.user_name(o.owner_id) AS owner_name,
    (SELECT string_agg(t.name, E'\n' ORDER BY t.name_key) FROM tag t
        WHERE t.tenant_id = app.tenant() AND t.tag_id = ANY (o.tag_ids)) AS tags,
    (SELECT string_agg(l.name, E'\n' ORDER BY l.name_key) FROM list l
        WHERE l.tenant_id = app.tenant() AND l.list_id = ANY (o.list_ids)) AS lists,
    (extract(epoch FROM o.created_at) * 1000)::bigint AS created_ms,
    (extract(epoch FROM o.updated_at) * 1000)::bigint AS updated_ms,
    (SELECT count(*) FROM contact p WHERE p.tenant_id = app.tenant()
        AND p.company_id = o.company_id AND p.deleted_at IS NULL) AS people,
    (SELECT count(*) FROM company t WHERE t.tenant_id = app.tenant()
        AND t.duplicate_of = o.company_id AND t.deleted_at IS NULL) AS duplicates,
    o.name, o.legal_form, o.domain, o.website_url, o.linkedin_url, o.industry, o.keywords,
    o.employees, o.revenue, o.founded_year, o.description, o.phone, o.email, o.address, o.city,
    o.region, o.postal_code, o.country, o.registry_number, o.logo_url, o.crunchbase_url, o.source,
    o.notes, o.owner_id, o.tag_ids, o.list_ids, o.custom, o.status,
    o.tier, (extract(epoch FROM o.checked_at) * 1000)::bigint AS checked_ms
FROM unnest($1::bigint[]) WITH ORDINALITY AS k(id, place)
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = k.id AND o.deleted_at IS NULL
LEFT JOIN company d ON d.tenant_id = app.tenant() AND d.company_id = o.duplicate_of
ORDER BY k.place;

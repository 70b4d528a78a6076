-- What the placeholders of letter_pdf_variable.c stand for, in their order, for a person.
-- $1 contact_id bigint, $2 campaign_id bigint: NULL for the default sender
SELECT c.first_name, c.last_name, nullif(concat_ws(' ', c.first_name, c.last_name), '') AS full_name, c.name_prefix,
    c.job_title, c.email, c.city, c.country, c.linkedin_url, o.name, o.domain,
    coalesce(o.website_url, 'https://' || o.domain || '/') AS website, o.city AS company_city, o.industry,
    s.name AS sender, s.role, s.company, to_char(now() AT TIME ZONE app.tenant_zone(), 'FMDD FMMonth YYYY') AS today
FROM contact c
LEFT JOIN company o ON o.tenant_id = c.tenant_id AND o.company_id = c.company_id
LEFT JOIN LATERAL (SELECT x.name, x.role, x.company FROM campaign_sender x WHERE x.tenant_id = c.tenant_id
    AND CASE WHEN $2::bigint IS NULL THEN x.is_default AND x.deleted_at IS NULL
        ELSE x.sender_id = (SELECT k.sender_id FROM campaign k WHERE k.tenant_id = app.tenant() AND k.campaign_id = $2) END
    LIMIT 1) s ON true
WHERE c.tenant_id = app.tenant() AND c.contact_id = $1 AND c.deleted_at IS NULL AND c.erased_at IS NULL

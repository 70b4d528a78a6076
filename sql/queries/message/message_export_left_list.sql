-- Who was left out, by reason and name.
-- $1 export_id bigint, $2 reason text: NULL for all, $3 most bigint
SELECT l.contact_id, l.reason, coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, '–') AS name,
    coalesce(o.name, '') AS company, c.deleted_at IS NOT NULL AS gone
FROM campaign_export_left l
JOIN contact c ON c.tenant_id = l.tenant_id AND c.contact_id = l.contact_id
LEFT JOIN company o ON o.tenant_id = c.tenant_id AND o.company_id = c.company_id
WHERE l.tenant_id = app.tenant() AND l.export_id = $1 AND ($2::text IS NULL OR l.reason = $2)
ORDER BY l.reason, c.sort_name, l.contact_id LIMIT $3

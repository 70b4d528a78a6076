-- What an undo left, with the records' names.
-- $1 undo set bigint, $2 limit bigint
SELECT k.entity, k.record_id, k.fields, k.reason, count(*) OVER () AS total,
    coalesce(c.name,
        nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.email, p.linkedin_key, '') AS label,
    coalesce(c.deleted_at, p.deleted_at) IS NOT NULL AS deleted
FROM change_kept k
LEFT JOIN company c ON k.entity = 1 AND c.tenant_id = k.tenant_id AND c.company_id = k.record_id
LEFT JOIN contact p ON k.entity = 2 AND p.tenant_id = k.tenant_id AND p.contact_id = k.record_id
WHERE k.tenant_id = app.tenant() AND k.change_set_id = $1
ORDER BY k.entity, k.record_id, k.reason LIMIT $2;

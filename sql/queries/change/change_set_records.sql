-- Records that a set touched, with their names as they are now.
-- $1 change_set_id bigint, $2 limit bigint
SELECT h.entity, h.record_id, ascii(h.kind::text)::bigint AS kind,
    coalesce(c.name, nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.email,
        p.linkedin_key, 'No name') AS label,
    coalesce(c.deleted_at, p.deleted_at) IS NOT NULL AS deleted, coalesce(mc.company_id, mp.contact_id, 0) AS into_id,
    coalesce(mc.name, nullif(concat_ws(' ', mp.first_name, mp.last_name), ''), mp.email, mp.linkedin_key, 'No name') AS into_label
FROM (SELECT x.entity, x.record_id, x.kind FROM change x
    WHERE x.tenant_id = app.tenant() AND x.change_set_id = $1
    ORDER BY x.entity, x.record_id LIMIT $2) AS h
LEFT JOIN company c ON h.entity = 1 AND c.tenant_id = app.tenant() AND c.company_id = h.record_id
LEFT JOIN company mc ON mc.tenant_id = c.tenant_id AND mc.company_id = c.merged_into
    AND c.deleted_at IS NOT NULL AND mc.erased_at IS NULL
LEFT JOIN contact p ON h.entity = 2 AND p.tenant_id = app.tenant() AND p.contact_id = h.record_id
LEFT JOIN contact mp ON mp.tenant_id = p.tenant_id AND mp.contact_id = p.merged_into
    AND p.deleted_at IS NOT NULL AND mp.erased_at IS NULL
ORDER BY h.entity, h.record_id;

-- Deleted companies, the last deleted first, with who deleted them in which act, and who has their key by now.
-- $1 words text[], $2 change_set_id or 0 bigint, $3 deleted before (microseconds) bigint
-- $4 with ids below bigint, $5 limit bigint
SELECT o.company_id AS record_id, o.name AS label,
    coalesce(o.domain, o.city) AS detail, (extract(epoch FROM o.deleted_at) * 1000000)::bigint AS deleted_us,
    coalesce(s.change_set_id, 0) AS change_set_id, s.kind, s.source, app.user_name(s.actor) AS who,
    coalesce(t.id, 0) AS holder_id, t.label AS holder
FROM company o
LEFT JOIN LATERAL (SELECT h.change_set_id FROM change h WHERE h.tenant_id = o.tenant_id
    AND h.entity = 1 AND h.record_id = o.company_id AND h.kind = 'd' ORDER BY h.at DESC LIMIT 1) AS d ON true
LEFT JOIN change_set s ON s.tenant_id = o.tenant_id AND s.change_set_id = d.change_set_id
LEFT JOIN LATERAL (
    SELECT h.company_id AS id, h.name AS label FROM company h
    WHERE o.duplicate_of IS NULL AND h.tenant_id = o.tenant_id AND h.domain = o.domain
        AND h.duplicate_of IS NULL AND h.deleted_at IS NULL
    LIMIT 1) AS t ON true
WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NOT NULL AND o.erased_at IS NULL
    AND o.merged_into IS NULL
    AND (o.deleted_at, o.company_id) < (to_timestamp($3::bigint / 1000000) + $3::bigint % 1000000 * interval '1 microsecond', $4)
    AND NOT EXISTS (SELECT FROM unnest($1::text[]) AS w WHERE strpos(o.search, w) = 0)
    AND ($2 = 0 OR d.change_set_id = $2)
ORDER BY o.deleted_at DESC, o.company_id DESC LIMIT $5;

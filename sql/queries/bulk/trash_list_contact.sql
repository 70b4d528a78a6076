-- Deleted contacts, the last deleted first, with who deleted them in which act, and who has their key by now.
-- $1 words text[], $2 change_set_id or 0 bigint, $3 deleted before (microseconds) bigint
-- $4 with ids below bigint, $5 limit bigint
SELECT o.contact_id AS record_id, coalesce(nullif(concat_ws(' ', o.first_name, o.last_name), ''), o.email, o.linkedin_key, 'No name') AS label,
    coalesce(o.email, o.job_title) AS detail, (extract(epoch FROM o.deleted_at) * 1000000)::bigint AS deleted_us,
    coalesce(s.change_set_id, 0) AS change_set_id, s.kind, s.source, app.user_name(s.actor) AS who,
    coalesce(t.id, 0) AS holder_id, t.label AS holder
FROM contact o
LEFT JOIN LATERAL (SELECT h.change_set_id FROM change h WHERE h.tenant_id = o.tenant_id
    AND h.entity = 2 AND h.record_id = o.contact_id AND h.kind = 'd' ORDER BY h.at DESC LIMIT 1) AS d ON true
LEFT JOIN change_set s ON s.tenant_id = o.tenant_id AND s.change_set_id = d.change_set_id
LEFT JOIN LATERAL (
    SELECT h.contact_id AS id, coalesce(nullif(concat_ws(' ', h.first_name, h.last_name), ''), h.email, h.linkedin_key, 'No name') AS label FROM contact h
    WHERE o.duplicate_of IS NULL AND h.tenant_id = o.tenant_id AND h.email_key = o.email_key
        AND h.duplicate_of IS NULL AND h.deleted_at IS NULL
    UNION ALL
    SELECT h.contact_id, coalesce(nullif(concat_ws(' ', h.first_name, h.last_name), ''), h.email, h.linkedin_key, 'No name') FROM contact h
    WHERE o.duplicate_of IS NULL AND h.tenant_id = o.tenant_id AND h.linkedin_key = o.linkedin_key
        AND h.duplicate_of IS NULL AND h.deleted_at IS NULL
    LIMIT 1) AS t ON true
WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NOT NULL AND o.erased_at IS NULL
    AND o.merged_into IS NULL
    AND (o.deleted_at, o.contact_id) < (to_timestamp($3::bigint / 1000000) + $3::bigint % 1000000 * interval '1 microsecond', $4)
    AND NOT EXISTS (SELECT FROM unnest($1::text[]) AS w WHERE strpos(o.search, w) = 0)
    AND ($2 = 0 OR d.change_set_id = $2)
ORDER BY o.deleted_at DESC, o.contact_id DESC LIMIT $5;

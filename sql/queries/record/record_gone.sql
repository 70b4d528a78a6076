-- A record in the trash: what it was called, who put it there and when; set_id 0: nobody wrote it down.
-- $1 entity smallint, $2 record_id bigint
SELECT g.label, coalesce(d.change_set_id, 0) AS set_id, app.user_name(s.actor) AS who,
    coalesce((extract(epoch FROM d.at) * 1000)::bigint, g.deleted_ms) AS at_ms,
    coalesce(s.kind, '') AS set_kind, coalesce(s.source, '') AS source
FROM (SELECT c.name AS label, (extract(epoch FROM c.deleted_at) * 1000)::bigint AS deleted_ms
        FROM company c WHERE $1::bigint = 1 AND c.tenant_id = app.tenant() AND c.company_id = $2
            AND c.deleted_at IS NOT NULL AND c.erased_at IS NULL
    UNION ALL
    SELECT coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.linkedin_key, 'No name'),
            (extract(epoch FROM c.deleted_at) * 1000)::bigint
        FROM contact c WHERE $1::bigint = 2 AND c.tenant_id = app.tenant() AND c.contact_id = $2
            AND c.deleted_at IS NOT NULL AND c.erased_at IS NULL) AS g
LEFT JOIN LATERAL (SELECT h.change_set_id, h.at FROM change h WHERE h.tenant_id = app.tenant()
    AND h.entity = $1::bigint::smallint AND h.record_id = $2 AND h.kind = 'd'
    ORDER BY h.at DESC LIMIT 1) AS d ON true
LEFT JOIN change_set s ON s.tenant_id = app.tenant() AND s.change_set_id = d.change_set_id;

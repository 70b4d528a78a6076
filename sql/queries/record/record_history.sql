-- The changes of a record, newest first, one row for each value that a change replaced; ids as names.
-- $1 entity smallint, $2 record_id bigint, $3 most changes bigint
SELECT c.change_set_id, c.kind, c.fields, c.voided, c.at_ms, s.kind AS set_kind, s.source,
    coalesce(s.undone_by, 0) AS undone_by, app.user_name(s.actor) AS who, b.key AS field,
    CASE b.key
        WHEN 'owner_id' THEN app.user_name(b.value::bigint)
        WHEN 'company_id' THEN (SELECT o.name FROM company o
            WHERE o.tenant_id = app.tenant() AND o.company_id = b.value::bigint)
        WHEN 'tag_ids' THEN (SELECT string_agg(t.name, ', ' ORDER BY t.name_key) FROM tag t
            WHERE t.tenant_id = app.tenant() AND t.tag_id = ANY (ARRAY(
                SELECT jsonb_array_elements_text(b.value::jsonb)::bigint)))
        WHEN 'list_ids' THEN (SELECT string_agg(l.name, ', ' ORDER BY l.name_key) FROM list l
            WHERE l.tenant_id = app.tenant() AND l.list_id = ANY (ARRAY(
                SELECT jsonb_array_elements_text(b.value::jsonb)::bigint)))
        ELSE b.value
    END AS before
FROM (SELECT h.change_set_id, ascii(h.kind::text)::bigint AS kind, h.fields, h.voided, h.at, h.previous,
        (extract(epoch FROM h.at) * 1000)::bigint AS at_ms
    FROM change h WHERE h.tenant_id = app.tenant() AND h.entity = $1::bigint::smallint
        AND h.record_id = $2
    ORDER BY h.at DESC LIMIT $3) AS c
JOIN change_set s ON s.tenant_id = app.tenant() AND s.change_set_id = c.change_set_id
LEFT JOIN LATERAL jsonb_each_text(c.previous) AS b ON true
ORDER BY c.at DESC;

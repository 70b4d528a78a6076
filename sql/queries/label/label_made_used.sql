-- What an import made, and what else uses it: "" when nothing does. Records that the undo $2 removed hold their
-- values for its redo; they do not count.
-- $1 import_id bigint, $2 undo's change_set_id bigint (NULL: none)
WITH since AS (
    SELECT coalesce((SELECT s.created_at FROM change_set s WHERE s.tenant_id = app.tenant()
        AND s.change_set_id = $2), 'infinity') AS at
), fields AS (
    SELECT custom_field_id AS id, entity, key, label AS name FROM custom_field
    WHERE tenant_id = app.tenant() AND import_id = $1 AND deleted_at IS NULL
), tags AS (
    SELECT tag_id AS id, name FROM tag WHERE tenant_id = app.tenant() AND import_id = $1 AND deleted_at IS NULL
), lists AS (
    SELECT list_id AS id, name FROM list WHERE tenant_id = app.tenant() AND import_id = $1 AND deleted_at IS NULL
), wanted AS (
    SELECT ARRAY(SELECT key FROM fields WHERE entity = 1) AS company_keys,
        ARRAY(SELECT key FROM fields WHERE entity = 2) AS contact_keys,
        ARRAY(SELECT id FROM tags) AS tag_ids, ARRAY(SELECT id FROM lists) AS list_ids
), holding AS (
    SELECT 1 AS entity, c.custom, c.tag_ids, c.list_ids
    FROM company c CROSS JOIN since CROSS JOIN wanted w
    WHERE c.tenant_id = app.tenant() AND (c.deleted_at IS NULL OR c.deleted_at < since.at)
      AND (c.custom ?| w.company_keys OR c.tag_ids && w.tag_ids OR c.list_ids && w.list_ids)
    UNION ALL
    SELECT 2, c.custom, c.tag_ids, c.list_ids
    FROM contact c CROSS JOIN since CROSS JOIN wanted w
    WHERE c.tenant_id = app.tenant() AND (c.deleted_at IS NULL OR c.deleted_at < since.at)
      AND (c.custom ?| w.contact_keys OR c.tag_ids && w.tag_ids OR c.list_ids && w.list_ids)
), held AS MATERIALIZED (
    SELECT DISTINCT 'field' AS kind, h.entity, k.key, 0::bigint AS id
    FROM holding h CROSS JOIN LATERAL jsonb_object_keys(h.custom) AS k(key)
    UNION SELECT 'tag', 0, '', u.id FROM holding h CROSS JOIN LATERAL unnest(h.tag_ids) AS u(id)
    UNION SELECT 'list', 0, '', u.id FROM holding h CROSS JOIN LATERAL unnest(h.list_ids) AS u(id)
), used AS (
    SELECT 'field' AS kind, f.id, f.entity, f.name,
        EXISTS (SELECT FROM held h WHERE h.kind = 'field' AND h.entity = f.entity AND h.key = f.key) AS records,
        (SELECT min(s.name) FROM smart_list s WHERE s.tenant_id = app.tenant() AND s.entity = f.entity
            AND s.filter ~ ('(^|&)field[.]' || f.key || '([.][a-z]+)?=')) AS smart_list,
        (SELECT min(i.filename) FROM import i WHERE i.tenant_id = app.tenant() AND i.import_id <> $1
            AND i.state IN ('uploaded', 'previewing', 'previewed', 'running')
            AND i.mapping -> 'columns' @> jsonb_build_array(jsonb_build_object('target',
                CASE f.entity WHEN 1 THEN 'company' ELSE 'contact' END || '.custom.' || f.key))) AS import
    FROM fields f
    UNION ALL
    SELECT o.kind, o.id, 0, o.name,
        EXISTS (SELECT FROM held h WHERE h.kind = o.kind AND h.id = o.id),
        (SELECT min(s.name) FROM smart_list s WHERE s.tenant_id = app.tenant()
            AND s.filter ~ ('(^|&)' || o.kind || '=' || o.id || '(&|$)')),
        -- one that runs has looked up its tags already; one that waits will look them up
        (SELECT min(i.filename) FROM import i WHERE i.tenant_id = app.tenant() AND i.import_id <> $1
            AND i.state = 'running')
    FROM (SELECT 'tag' AS kind, id, name FROM tags UNION ALL SELECT 'list', id, name FROM lists) AS o
)
SELECT kind, id, entity, name,
    CASE WHEN records THEN 'records' WHEN smart_list IS NOT NULL THEN 'smart_list'
        WHEN import IS NOT NULL THEN 'import' ELSE '' END AS used,
    CASE WHEN records THEN '' ELSE coalesce(smart_list, import, '') END AS used_by
FROM used ORDER BY kind, name, id

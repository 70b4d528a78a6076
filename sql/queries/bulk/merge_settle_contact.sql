-- The end of a merge: duplicates kept of the record that went are those of the one that stays, which is
-- nobody's duplicate any more unless a third one has its key. Notes what changed beside the fields.
-- $1 change_set_id bigint, $2 the one that stays bigint, $3 the one that went bigint
-- $4 when the facts of the one that stays were checked before (microseconds) bigint
WITH pointing AS (
    UPDATE contact o SET duplicate_of = $2, updated_at = now(), version = o.version + 1
    WHERE o.tenant_id = app.tenant() AND o.duplicate_of = $3 AND o.contact_id <> $2
    RETURNING o.contact_id AS id, jsonb_build_object('duplicate_of',
        jsonb_build_array($3::bigint, $2::bigint)) AS beside
), stays AS (
    SELECT s.contact_id, s.checked_at, (SELECT h.id FROM (
        SELECT h.contact_id AS id FROM contact h
        WHERE h.tenant_id = s.tenant_id AND h.email_key = s.email_key AND h.contact_id <> s.contact_id
            AND h.duplicate_of IS NULL AND h.deleted_at IS NULL
        UNION ALL
        SELECT h.contact_id FROM contact h
        WHERE h.tenant_id = s.tenant_id AND h.linkedin_key = s.linkedin_key
            AND h.contact_id <> s.contact_id AND h.duplicate_of IS NULL AND h.deleted_at IS NULL) AS h LIMIT 1) AS holder, s.duplicate_of = $3 AS pointed,
        to_timestamp($4::bigint / 1000000) + $4::bigint % 1000000 * interval '1 microsecond' AS checked_before
    FROM contact s WHERE s.tenant_id = app.tenant() AND s.contact_id = $2
), freed AS (
    UPDATE contact o SET duplicate_of = s.holder, updated_at = now()
    FROM stays s
    WHERE o.tenant_id = app.tenant() AND o.contact_id = s.contact_id AND s.pointed
    RETURNING o.contact_id
), notes AS (
    SELECT p.id, p.beside FROM pointing p
    UNION ALL
    SELECT s.contact_id, CASE WHEN s.pointed THEN jsonb_build_object('duplicate_of',
            jsonb_build_array($3::bigint, s.holder)) ELSE '{}' END
        || CASE WHEN s.checked_at <> s.checked_before THEN jsonb_build_object('checked_at',
            jsonb_build_array(s.checked_before, s.checked_at)) ELSE '{}' END
    FROM stays s WHERE s.pointed OR s.checked_at <> s.checked_before
), noted AS (
    UPDATE change c SET previous = coalesce(c.previous, '{}') || jsonb_build_object('beside', n.beside)
    FROM notes n
    WHERE c.tenant_id = app.tenant() AND c.entity = 2 AND c.record_id = n.id AND c.change_set_id = $1
    RETURNING c.record_id
)
INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
SELECT app.tenant(), 2, n.id, $1, 'u', 0, jsonb_build_object('beside', n.beside), clock_timestamp()
FROM notes n WHERE n.id NOT IN (SELECT d.record_id FROM noted d);

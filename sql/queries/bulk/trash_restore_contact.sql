-- Brings contacts back from the trash and writes the log. One whose key belongs to another record by now, or to
-- one that comes back before it, stays, or comes back as its duplicate.
-- $1 change_set_id bigint, $2 record ids bigint[], $3 as duplicates boolean
WITH locked AS MATERIALIZED (
    SELECT o.tenant_id, o.contact_id, o.duplicate_of, o.email_key, o.linkedin_key
    FROM contact o
    WHERE o.tenant_id = app.tenant() AND o.contact_id = ANY ($2::bigint[]) AND o.deleted_at IS NOT NULL
        AND o.erased_at IS NULL AND o.merged_into IS NULL
    ORDER BY o.contact_id FOR UPDATE
), gone AS (
    SELECT o.*,
        CASE WHEN o.duplicate_of IS NULL THEN least(
            CASE WHEN o.email_key IS NOT NULL
                THEN min(o.contact_id) OVER (PARTITION BY o.email_key, o.duplicate_of IS NULL) END,
            CASE WHEN o.linkedin_key IS NOT NULL
                THEN min(o.contact_id) OVER (PARTITION BY o.linkedin_key, o.duplicate_of IS NULL) END) END AS first_id
    FROM locked o
), wanted AS MATERIALIZED (
    SELECT o.*, coalesce(t.id, nullif(o.first_id, o.contact_id)) AS holder_id
    FROM gone o
    LEFT JOIN LATERAL (
    SELECT h.contact_id AS id, coalesce(nullif(concat_ws(' ', h.first_name, h.last_name), ''), h.email, h.linkedin_key, 'No name') AS label FROM contact h
    WHERE o.duplicate_of IS NULL AND h.tenant_id = o.tenant_id AND h.email_key = o.email_key
        AND h.duplicate_of IS NULL AND h.deleted_at IS NULL
    UNION ALL
    SELECT h.contact_id, coalesce(nullif(concat_ws(' ', h.first_name, h.last_name), ''), h.email, h.linkedin_key, 'No name') FROM contact h
    WHERE o.duplicate_of IS NULL AND h.tenant_id = o.tenant_id AND h.linkedin_key = o.linkedin_key
        AND h.duplicate_of IS NULL AND h.deleted_at IS NULL
    LIMIT 1) AS t ON true
), back AS (
    UPDATE contact o SET deleted_at = NULL, duplicate_of = coalesce(w.holder_id, o.duplicate_of),
        updated_at = now(), version = o.version + 1
    FROM wanted w
    WHERE o.tenant_id = app.tenant() AND o.contact_id = w.contact_id AND (w.holder_id IS NULL OR $3)
    RETURNING o.contact_id, w.holder_id, w.duplicate_of
), logged AS (
    INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
    SELECT app.tenant(), 2, b.contact_id, $1, 'r', 0, CASE WHEN b.holder_id IS NOT NULL
        THEN jsonb_build_object('beside', jsonb_build_object('duplicate_of',
            jsonb_build_array(b.duplicate_of, b.holder_id))) END, clock_timestamp()
    FROM back b
)
SELECT (SELECT count(*) FROM back) AS restored,
    (SELECT count(*) FROM wanted) - (SELECT count(*) FROM back) AS kept;

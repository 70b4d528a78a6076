-- Brings companies back from the trash and writes the log. One whose key belongs to another record by now, or to
-- one that comes back before it, stays, or comes back as its duplicate.
-- $1 change_set_id bigint, $2 record ids bigint[], $3 as duplicates boolean
WITH locked AS MATERIALIZED (
    SELECT o.tenant_id, o.company_id, o.duplicate_of, o.domain
    FROM company o
    WHERE o.tenant_id = app.tenant() AND o.company_id = ANY ($2::bigint[]) AND o.deleted_at IS NOT NULL
        AND o.erased_at IS NULL AND o.merged_into IS NULL
    ORDER BY o.company_id FOR UPDATE
), gone AS (
    SELECT o.*,
        CASE WHEN o.duplicate_of IS NULL AND o.domain IS NOT NULL THEN min(o.company_id) OVER (PARTITION BY o.domain, o.duplicate_of IS NULL) END AS first_id
    FROM locked o
), wanted AS MATERIALIZED (
    SELECT o.*, coalesce(t.id, nullif(o.first_id, o.company_id)) AS holder_id
    FROM gone o
    LEFT JOIN LATERAL (
    SELECT h.company_id AS id, h.name AS label FROM company h
    WHERE o.duplicate_of IS NULL AND h.tenant_id = o.tenant_id AND h.domain = o.domain
        AND h.duplicate_of IS NULL AND h.deleted_at IS NULL
    LIMIT 1) AS t ON true
), back AS (
    UPDATE company o SET deleted_at = NULL, duplicate_of = coalesce(w.holder_id, o.duplicate_of),
        updated_at = now(), version = o.version + 1
    FROM wanted w
    WHERE o.tenant_id = app.tenant() AND o.company_id = w.company_id AND (w.holder_id IS NULL OR $3)
    RETURNING o.company_id, w.holder_id, w.duplicate_of
), logged AS (
    INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
    SELECT app.tenant(), 1, b.company_id, $1, 'r', 0, CASE WHEN b.holder_id IS NOT NULL
        THEN jsonb_build_object('beside', jsonb_build_object('duplicate_of',
            jsonb_build_array(b.duplicate_of, b.holder_id))) END, clock_timestamp()
    FROM back b
)
SELECT (SELECT count(*) FROM back) AS restored,
    (SELECT count(*) FROM wanted) - (SELECT count(*) FROM back) AS kept;

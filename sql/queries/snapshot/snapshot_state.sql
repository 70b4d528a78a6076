-- Whether the tenant is large, and what was touched since a moment ('': there is none).
-- $1 more records than this are large bigint, $2 the moment as text pg_snapshot
SELECT (SELECT count(*) FROM (SELECT FROM contact o WHERE o.tenant_id = app.tenant()
            AND o.deleted_at IS NULL LIMIT $1::bigint + 1) AS c)
        + (SELECT count(*) FROM (SELECT FROM company o WHERE o.tenant_id = app.tenant()
            AND o.deleted_at IS NULL LIMIT $1::bigint + 1) AS c) > $1::bigint AS large,
    app.incarnation() AS incarnation, (date_part('epoch', clock_timestamp()) * 1000000)::bigint AS now_us,
    CASE WHEN $2::text <> '' THEN (SELECT coalesce(sum(cardinality(r.ids)), 0) FROM record_touch r
        WHERE r.tenant_id = app.tenant()
            AND r.xid >= pg_snapshot_xmin($2::text::pg_snapshot)
            AND NOT pg_visible_in_snapshot(r.xid, $2::text::pg_snapshot)) ELSE 0 END::bigint AS touched;

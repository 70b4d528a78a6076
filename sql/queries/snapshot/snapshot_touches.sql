-- What was touched since a moment, as far as this transaction sees it; one row at least. forward: this
-- moment is not before that one. Too many ids to take up come without them.
-- $1 xmin of the moment, $2 the moment as text pg_snapshot, $3 most ids bigint
SELECT pg_current_snapshot()::text AS seen, pg_snapshot_xmin(pg_current_snapshot())::text AS xmin,
    pg_snapshot_xmax(pg_current_snapshot()) >= pg_snapshot_xmax($2::text::pg_snapshot) AS forward,
    coalesce(t.entity, 0)::bigint AS entity, coalesce(t.own, false) AS own,
    coalesce(t.total, 0)::bigint AS total, CASE WHEN t.total <= $3::bigint THEN t.ids::text END AS ids
FROM (SELECT) AS one
LEFT JOIN (SELECT r.entity, r.ids, r.xid = pg_current_xact_id_if_assigned() AS own,
        sum(cardinality(r.ids)) OVER () AS total
    FROM record_touch r
    -- parameters in subselects and an end for the range: one plan serves always, and it expects few rows
    WHERE r.tenant_id = app.tenant() AND r.xid >= (SELECT $1::text::xid8)
        AND r.xid <= '18446744073709551615'::xid8
        AND NOT pg_visible_in_snapshot(r.xid, (SELECT $2::text::pg_snapshot))) AS t ON true;

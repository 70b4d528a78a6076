-- The latest imports with their sums.
-- $1 limit bigint
SELECT i.import_id, i.filename, i.state, app.user_name(i.created_by) AS who,
    (extract(epoch FROM coalesce(i.finished_at, i.started_at, i.created_at)) * 1000)::bigint AS at_ms,
    coalesce((i.totals ->> 'rows')::bigint, 0) AS rows,
    coalesce((i.totals ->> 'created')::bigint, 0) AS created,
    coalesce((i.totals ->> 'updated')::bigint, 0) AS updated,
    coalesce((i.totals ->> 'skipped')::bigint, 0) AS skipped,
    coalesce((i.totals ->> 'rejected')::bigint, 0) AS rejected
FROM import i
WHERE i.tenant_id = app.tenant() AND i.state NOT IN ('uploading', 'discarded')
ORDER BY i.import_id DESC LIMIT $1;

-- Imports, newest first.
-- $1 before bigint, $2 most bigint
SELECT i.import_id, i.state, i.filename, i.file, i.size, i.received, i.entity, i.dialect, i.mapping,
    i.options, i.version, i.preview_version, i.preview, i.totals, i.done_rows, i.job_id,
    i.change_set_id, i.repairs, i.mark, i.undo, i.error,
    app.user_name(i.created_by) AS created_by_name,
    (extract(epoch FROM i.created_at) * 1000)::bigint AS created_at,
    (extract(epoch FROM i.started_at) * 1000)::bigint AS started_at,
    (extract(epoch FROM i.finished_at) * 1000)::bigint AS finished_at
FROM import i WHERE i.tenant_id = app.tenant() AND i.import_id < $1
ORDER BY i.import_id DESC LIMIT $2

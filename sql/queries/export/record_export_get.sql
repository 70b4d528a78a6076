-- One export.
-- $1 export_id bigint, $2 of_all boolean: also one that somebody else asked for
SELECT e.export_id, e.entity, e.state, e.filter, coalesce(cardinality(e.picked), 0) AS n_picked, e.sort, e.descending, e.columns, e.format,
    e.bom, e.unguarded, e.total, e.written, e.cut, e.sheets, e.size, e.file, e.error, e.job_id,
    app.user_name(e.created_by) AS created_by_name, app.ms(e.created_at) AS created_at,
    app.ms(e.finished_at) AS finished_at,
    CASE WHEN e.file IS NOT NULL THEN app.ms(e.finished_at) + 7 * 86400000 END AS expires_at
FROM record_export e
WHERE e.tenant_id = app.tenant() AND e.export_id = $1 AND ($2 OR e.created_by = app.actor())

-- The next import of the tenant whose file and raw rows are past their time, and its last row.
-- $1 days bigint: how long they are kept after the import ended, or after the upload
SELECT i.import_id, coalesce((SELECT max(r.row_no) FROM import_row r
    WHERE r.tenant_id = i.tenant_id AND r.import_id = i.import_id AND r.phase = 1), 0) AS last_row,
    coalesce((SELECT max(r.row_no) FROM import_row r
    WHERE r.tenant_id = i.tenant_id AND r.import_id = i.import_id AND r.phase = 0), 0) AS last_preview
FROM import i
WHERE i.tenant_id = app.tenant() AND i.file IS NOT NULL
    AND i.state NOT IN ('previewing', 'running', 'undoing')
    AND coalesce(i.finished_at, i.created_at) < now() - make_interval(days => $1::integer)
ORDER BY i.import_id LIMIT 1

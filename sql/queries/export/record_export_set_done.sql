-- The file is there.
-- $1 export_id bigint, $2 total bigint, $3 written bigint, $4 cut bigint, $5 sheets bigint
-- $6 size bigint, $7 file text
UPDATE record_export SET state = 'done', total = $2, written = $3, cut = $4, sheets = $5, size = $6,
    file = $7, finished_at = now()
WHERE tenant_id = app.tenant() AND export_id = $1

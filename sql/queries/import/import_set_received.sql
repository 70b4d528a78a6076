-- How much of the file has arrived; the key of the kept file once it is whole.
-- $1 import_id bigint, $2 received bigint, $3 file text
UPDATE import SET received = $2, size = CASE WHEN $3::text IS NULL THEN size ELSE $2 END,
    file = coalesce($3, file)
WHERE tenant_id = app.tenant() AND import_id = $1 AND state = 'uploading'

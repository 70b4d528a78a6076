-- Forgets the file of an import, after its raw rows; one that never ran has expired.
-- $1 import_id bigint
UPDATE import SET file = NULL,
    state = CASE WHEN state IN ('uploading', 'uploaded', 'previewed') THEN 'expired' ELSE state END
WHERE tenant_id = app.tenant() AND import_id = $1

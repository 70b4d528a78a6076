-- Lets an import go that wrote nothing, once.
-- $1 import_id bigint
UPDATE import SET state = 'discarded', finished_at = now(), error = NULL
WHERE tenant_id = app.tenant() AND import_id = $1 AND change_set_id IS NULL
  AND state IN ('uploading', 'uploaded', 'previewing', 'previewed', 'cancelled', 'failed')
RETURNING import_id

-- Lets the undo begin, once.
-- $1 import_id bigint
UPDATE import SET state = 'undoing'
WHERE tenant_id = app.tenant() AND import_id = $1 AND state IN ('done', 'cancelled', 'failed')
  AND change_set_id IS NOT NULL
RETURNING import_id

-- How far the undo is, and its end.
-- $1 import_id bigint, $2 undo jsonb, $3 ended boolean
UPDATE import SET undo = $2::jsonb, state = CASE WHEN $3 THEN 'undone' ELSE state END
WHERE tenant_id = app.tenant() AND import_id = $1

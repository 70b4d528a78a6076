-- Ends an import with words for people; one that wrote records keeps its sums and can be undone.
-- $1 import_id bigint, $2 error text
UPDATE import SET state = 'failed', error = $2, finished_at = now()
WHERE tenant_id = app.tenant() AND import_id = $1 AND state NOT IN ('done', 'undone', 'discarded')

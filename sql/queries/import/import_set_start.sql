-- Lets the run begin, once, of what the preview showed.
-- $1 import_id bigint, $2 version bigint
UPDATE import SET state = 'running', done_rows = 0, totals = NULL, mark = NULL, started_at = now(),
    finished_at = NULL
WHERE tenant_id = app.tenant() AND import_id = $1 AND version = $2 AND state = 'previewed'
  AND preview_version = version
RETURNING import_id

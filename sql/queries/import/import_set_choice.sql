-- What the person chose; none when another tab was faster or the import is past choosing.
-- $1 import_id bigint, $2 version bigint, $3 entity bigint, $4 mapping jsonb, $5 options jsonb, $6 state text
UPDATE import SET state = $6, entity = $3::smallint, mapping = $4::jsonb,
    options = $5::jsonb, version = version + 1, preview = NULL, preview_version = NULL, done_rows = 0, totals = NULL, mark = NULL,
    started_at = now(), finished_at = NULL, error = NULL
WHERE tenant_id = app.tenant() AND import_id = $1 AND version = $2
  AND state IN ('uploaded', 'previewed', 'previewing', 'cancelled', 'failed') AND change_set_id IS NULL
RETURNING version

-- A preview begins: what is written behind this point of the log it does not know.
-- $1 import_id bigint
UPDATE import SET
    preview_set = (SELECT coalesce(max(s.change_set_id), 0) FROM change_set s WHERE s.tenant_id = app.tenant()),
    preview_open = ARRAY(
        SELECT i.change_set_id FROM import i
        WHERE i.tenant_id = app.tenant() AND i.state = 'running' AND i.change_set_id IS NOT NULL
        UNION SELECT (i.undo ->> 'set')::bigint FROM import i
        WHERE i.tenant_id = app.tenant() AND i.state = 'undoing' AND i.undo IS NOT NULL
        UNION SELECT s.change_set_id
        FROM (SELECT change_set_id, job_id FROM change_set WHERE tenant_id = app.tenant()
              ORDER BY change_set_id DESC LIMIT 1000) AS s
        WHERE s.job_id IS NOT NULL
          AND EXISTS (SELECT FROM app.job_read(s.job_id) AS j WHERE j.finished_at IS NULL))
WHERE tenant_id = app.tenant() AND import_id = $1

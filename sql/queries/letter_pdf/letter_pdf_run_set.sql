-- How far a run is; the words are for people.
-- $1 pdf_run_id bigint, $2 state text, $3 made bigint, $4 failed bigint, $5 error text
UPDATE pdf_run SET state = $2, made = $3, failed = $4, error = $5,
    finished_at = CASE WHEN $2 <> 'running' THEN now() END
WHERE tenant_id = app.tenant() AND pdf_run_id = $1

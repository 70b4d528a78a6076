-- Takes the chosen people of companies that a gate stopped out of the run.
-- $1 run bigint
-- $2 companies bigint[]
DELETE FROM stage_work
WHERE tenant_id = app.tenant() AND run_id = $1 AND company_id = ANY ($2::bigint[]) AND state = 'h'
RETURNING record_id, company_id

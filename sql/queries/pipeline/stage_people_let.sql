-- The chosen people of companies whose own stages have ended need wait no longer.
-- $1 run bigint
-- $2 companies bigint[]
UPDATE stage_work SET state = 'r', place = nextval('stage_place')
WHERE tenant_id = app.tenant() AND run_id = $1 AND company_id = ANY ($2::bigint[]) AND state = 'h'

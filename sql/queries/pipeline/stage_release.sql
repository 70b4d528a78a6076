-- Gives claims back as if they had not been.
-- $1 run bigint
-- $2 entity bigint
-- $3 records bigint[]
-- $4 attempts bigint: how many of them did not count
UPDATE stage_work w SET state = 'r', place = nextval('stage_place'),
    attempts = greatest(0, attempts - $4), lease_until = NULL, worker = NULL
WHERE w.tenant_id = app.tenant() AND w.run_id = $1 AND w.entity = $2::bigint
    AND w.record_id = ANY ($3::bigint[]) AND w.state = 'x'

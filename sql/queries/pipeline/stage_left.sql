-- What a worker of the release before claims left at work is ready again; counts it.
UPDATE stage_work SET state = 'r', place = nextval('stage_place'), lease_until = NULL, worker = NULL
WHERE (tenant_id, run_id, entity, record_id) IN (
    SELECT tenant_id, run_id, entity, record_id FROM stage_work
    WHERE state = 'x' AND lease_until < now() LIMIT 1000 FOR UPDATE SKIP LOCKED)

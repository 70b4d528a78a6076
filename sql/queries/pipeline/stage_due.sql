-- Once a second per worker: makes due attempts ready; counts them.
UPDATE stage_work SET state = 'r', next_at = NULL, place = nextval('stage_place')
WHERE (tenant_id, run_id, entity, record_id) IN (
    SELECT tenant_id, run_id, entity, record_id FROM stage_work
    WHERE state = 'w' AND next_at <= now() LIMIT 1000 FOR UPDATE SKIP LOCKED)

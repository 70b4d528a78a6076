-- Takes over the records of one batch whose lease has run out.
-- $1 worker text
-- $2 stages text[]: that this program knows
WITH one AS (
    SELECT tenant_id, run_id, stage, entity FROM stage_work
    WHERE state = 'x' AND lease_until < now() AND stage = ANY ($2::text[]) LIMIT 1
), picked AS (
    SELECT w.record_id FROM stage_work w JOIN one USING (tenant_id, run_id, stage, entity)
    WHERE w.state = 'x' AND w.lease_until < now() LIMIT 500 FOR UPDATE OF w SKIP LOCKED
)
UPDATE stage_work w SET place = nextval('stage_place'), worker = $1,
    lease_until = now() + interval '1 minute'
FROM one, picked p
WHERE w.tenant_id = one.tenant_id AND w.run_id = one.run_id AND w.entity = one.entity
    AND w.record_id = p.record_id
RETURNING w.tenant_id, w.run_id, w.stage, w.record_id, w.place, w.attempts::bigint AS attempts

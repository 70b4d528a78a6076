-- Claims ready records of a lane.
-- $1 tenant bigint
-- $2 run bigint
-- $3 stage text
-- $4 low bigint: no ready row of the lane has a smaller place
-- $5 most bigint
-- $6 lease bigint: seconds
-- $7 worker text
WITH picked AS (
    SELECT ctid FROM stage_work
    WHERE tenant_id = $1 AND run_id = $2 AND stage = $3 AND state = 'r' AND place >= $4
    ORDER BY place LIMIT $5 FOR UPDATE SKIP LOCKED
)
UPDATE stage_work w SET state = 'x', attempts = attempts + 1, worker = $7,
    lease_until = now() + make_interval(secs => $6::bigint)
WHERE w.ctid = ANY (ARRAY(SELECT ctid FROM picked))
RETURNING w.record_id, w.place, w.attempts::bigint AS attempts

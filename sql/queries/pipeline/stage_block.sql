-- Records that stages will not be worked on for records whose way has ended.
-- $1 run bigint
-- $2 entity bigint
-- $3 stages text[]
-- $4 records bigint[]
-- $5 cause text
-- $6 messages text[]: by record
WITH answered AS (
    INSERT INTO stage_result (tenant_id, run_id, entity, record_id, stage, result, cause, message,
        attempts, seconds, cost_micros)
    SELECT app.tenant(), $1, $2::bigint, i.record_id, s.stage, 'blocked', $5, i.message, 0, 0, 0
    FROM unnest($4::bigint[], $6::text[]) AS i(record_id, message)
    CROSS JOIN unnest($3::text[]) AS s(stage)
    ON CONFLICT DO NOTHING
    RETURNING stage
)
UPDATE run_stage r SET blocked = blocked + n, first_at = coalesce(first_at, now()), last_at = now()
FROM (SELECT stage, count(*) AS n FROM answered GROUP BY stage ORDER BY stage) AS a
WHERE r.tenant_id = app.tenant() AND r.run_id = $1 AND r.stage = a.stage

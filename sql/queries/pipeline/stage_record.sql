-- Records the answers of a stage and puts the records that go on into the queue; the fence took them out
-- of their claim before.
-- $1 run bigint
-- $2 entity bigint
-- $3 stage text
-- $4 next text: the stage of the entity that follows in this run; NULL: none
-- $5 seconds float8: what the work took, by record
-- $6 records bigint[]
-- $7 results text[]: of stage_result, or retry
-- $8 causes text[]
-- $9 messages text[]
-- $10 costs bigint[]
-- $11 attempts bigint[]
-- $12 pauses bigint[]: seconds, of retry
-- $13 ends text[]: '1' for records whose way ends here
-- $14 since text[]: when they came to this stage
-- $15 counts bigint[]: done, partial, no_match, stopped, blocked, skipped, failed
-- $16 cost bigint: all together
-- $17 worked bigint: how many were neither blocked nor skipped
WITH item AS MATERIALIZED (
    SELECT * FROM unnest($6::bigint[], $7::text[], $8::text[], $9::text[], $10::bigint[],
        $11::bigint[], $12::bigint[], $13::text[], $14::text[])
        AS i(record_id, result, cause, message, cost, attempts, pause, ends, since)
), answered AS (
    INSERT INTO stage_result (tenant_id, run_id, entity, record_id, stage, result, cause, message,
        attempts, seconds, cost_micros)
    SELECT app.tenant(), $1, $2::bigint, record_id, $3, result, cause, message, attempts, $5::float8, cost
    FROM item WHERE result <> 'retry'
), remembered AS (
    INSERT INTO stage_latest (tenant_id, entity, record_id, stage, result, cause, run_id, at)
    SELECT app.tenant(), $2::bigint, record_id, $3, result, cause, $1, now()
    FROM item WHERE result NOT IN ('retry', 'skipped', 'blocked')
    ORDER BY record_id
    ON CONFLICT (tenant_id, entity, record_id, stage) DO UPDATE
        SET result = excluded.result, cause = excluded.cause, run_id = excluded.run_id, at = excluded.at
), put AS (
    INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage, state, since, attempts, next_at)
    SELECT app.tenant(), $1, $2::bigint, record_id, CASE WHEN again THEN $3 ELSE $4 END,
        CASE WHEN again THEN 'w'::"char" ELSE 'r' END, CASE WHEN again THEN since::timestamptz ELSE now() END,
        CASE WHEN again THEN attempts ELSE 0 END,
        CASE WHEN again THEN now() + make_interval(secs => pause) END
    FROM item CROSS JOIN LATERAL (SELECT result = 'retry' AS again) AS x
    WHERE again OR ($4::text IS NOT NULL AND ends <> '1')
), spent AS (
    UPDATE pipeline_run r SET spent_micros = r.spent_micros + $16
    WHERE r.tenant_id = app.tenant() AND r.run_id = $1 AND $16::bigint > 0
)
UPDATE run_stage s SET done = s.done + n[1], partial = s.partial + n[2], no_match = s.no_match + n[3],
    stopped = s.stopped + n[4], blocked = s.blocked + n[5], skipped = s.skipped + n[6],
    failed = s.failed + n[7], worked = s.worked + $17::bigint, seconds = s.seconds + $17::bigint * $5::float8,
    cost_micros = s.cost_micros + $16, first_at = coalesce(s.first_at, now()), last_at = now()
FROM (SELECT $15::bigint[] AS n) AS x
WHERE s.tenant_id = app.tenant() AND s.run_id = $1 AND s.stage = $3

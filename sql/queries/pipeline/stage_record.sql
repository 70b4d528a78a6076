-- Records the answers of a stage and moves the records on; the claims were fenced before.
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
WITH item AS (
    SELECT * FROM unnest($6::bigint[], $7::text[], $8::text[], $9::text[], $10::bigint[],
        $11::bigint[], $12::bigint[], $13::text[])
        AS i(record_id, result, cause, message, cost, attempts, pause, ends)
), place AS (
    -- One by one by the key, whatever the planner thinks of how many there are.
    SELECT at.tid FROM item i CROSS JOIN LATERAL (SELECT w.ctid AS tid FROM stage_work w
        WHERE w.tenant_id = app.tenant() AND w.run_id = $1 AND w.entity = $2::bigint
            AND w.record_id = i.record_id OFFSET 0) AS at
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
), gone AS (
    DELETE FROM stage_work w USING item i
    WHERE w.ctid = ANY (ARRAY(SELECT tid FROM place)) AND w.record_id = i.record_id AND i.result <> 'retry' AND ($4::text IS NULL OR i.ends = '1')
), moved AS (
    UPDATE stage_work w SET stage = CASE WHEN i.result = 'retry' THEN w.stage ELSE $4 END,
        state = CASE WHEN i.result = 'retry' THEN 'w'::"char" ELSE 'r' END,
        place = nextval('stage_place'), since = CASE WHEN i.result = 'retry' THEN w.since ELSE now() END,
        attempts = CASE WHEN i.result = 'retry' THEN w.attempts ELSE 0 END,
        next_at = CASE WHEN i.result = 'retry' THEN now() + make_interval(secs => i.pause) END,
        lease_until = NULL, worker = NULL
    FROM item i
    WHERE w.ctid = ANY (ARRAY(SELECT tid FROM place)) AND w.record_id = i.record_id AND (i.result = 'retry' OR ($4::text IS NOT NULL AND i.ends <> '1'))
), counted AS (
    SELECT count(*) FILTER (WHERE result = 'done') AS done,
        count(*) FILTER (WHERE result = 'partial') AS partial,
        count(*) FILTER (WHERE result = 'no_match') AS no_match,
        count(*) FILTER (WHERE result = 'stopped') AS stopped,
        count(*) FILTER (WHERE result = 'blocked') AS blocked,
        count(*) FILTER (WHERE result = 'skipped') AS skipped,
        count(*) FILTER (WHERE result = 'failed') AS failed,
        count(*) FILTER (WHERE result NOT IN ('blocked', 'skipped')) AS worked,
        coalesce(sum(cost), 0) AS cost
    FROM item
), spent AS (
    UPDATE pipeline_run r SET spent_micros = r.spent_micros + c.cost FROM counted c
    WHERE r.tenant_id = app.tenant() AND r.run_id = $1 AND c.cost > 0
)
UPDATE run_stage s SET done = s.done + c.done, partial = s.partial + c.partial,
    no_match = s.no_match + c.no_match, stopped = s.stopped + c.stopped,
    blocked = s.blocked + c.blocked, skipped = s.skipped + c.skipped, failed = s.failed + c.failed,
    worked = s.worked + c.worked, seconds = s.seconds + c.worked * $5::float8,
    cost_micros = s.cost_micros + c.cost, first_at = coalesce(s.first_at, now()), last_at = now()
FROM counted c
WHERE s.tenant_id = app.tenant() AND s.run_id = $1 AND s.stage = $3

-- What the stages last said about a record.
-- $1 entity bigint
-- $2 record bigint
SELECT l.entity::bigint AS entity, l.record_id, coalesce(s.attempts, 0)::bigint AS attempts,
    extract(epoch FROM l.at)::bigint AS at, coalesce(s.seconds, 0)::float8 AS seconds, l.stage, l.result, l.cause,
    s.message, NULL::text AS label
FROM stage_latest l
LEFT JOIN stage_result s ON s.tenant_id = l.tenant_id AND s.run_id = l.run_id AND s.stage = l.stage
    AND s.entity = l.entity AND s.record_id = l.record_id
WHERE l.tenant_id = app.tenant() AND l.entity = $1 AND l.record_id = $2
ORDER BY l.at

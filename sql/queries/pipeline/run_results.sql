-- Results of a run at a stage.
-- $1 run bigint
-- $2 stage text
-- $3 result text: '' any
-- $4 cause text: '' any
-- $5 after bigint: a record
-- $6 most bigint
SELECT s.entity::bigint AS entity, s.record_id, s.attempts::bigint AS attempts,
    extract(epoch FROM s.at)::bigint AS at, s.seconds::float8 AS seconds, s.stage, s.result, s.cause, s.message,
    coalesce(c.name, concat_ws(' ', p.first_name, p.last_name)) AS label
FROM stage_result s
LEFT JOIN company c ON c.tenant_id = s.tenant_id AND s.entity = 1 AND c.company_id = s.record_id
LEFT JOIN contact p ON p.tenant_id = s.tenant_id AND s.entity = 2 AND p.contact_id = s.record_id
WHERE s.tenant_id = app.tenant() AND s.run_id = $1 AND s.stage = $2 AND s.record_id > $5
    AND ($3 = '' OR s.result = $3) AND ($4 = '' OR s.cause = $4)
ORDER BY s.record_id LIMIT $6

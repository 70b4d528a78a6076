-- Why records of a run did not get further, by cause; the most frequent first.
-- $1 run bigint
SELECT stage, result, coalesce(cause, '') AS cause, max(message) AS message, count(*) AS n
FROM stage_result
WHERE tenant_id = app.tenant() AND run_id = $1 AND result IN ('failed', 'stopped', 'no_match') -- blocks follow from these
GROUP BY stage, result, coalesce(cause, ''),
    CASE WHEN result = 'stopped' THEN message END -- a gate tells its reasons apart by words
ORDER BY result = 'failed' DESC, n DESC, stage LIMIT 100

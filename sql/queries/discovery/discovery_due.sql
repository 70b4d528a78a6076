-- Queries that are due again wait now; those that a busy service failed get another chance. Counts them.
WITH due AS (
    UPDATE discovery_query SET state = 'pending', next_at = NULL, cause = NULL, message = NULL
    WHERE tenant_id = app.tenant() AND state IN ('done', 'dry', 'failed')
        AND (next_at <= now() OR (state = 'failed' AND cause IN ('throttled', 'down', 'garbage', 'timeout', 'busy')
            AND ended_at < now() - interval '6 hours' AND ended_at > now() - interval '3 days'))
        AND (source <> 'list' OR body IS NOT NULL)
    RETURNING 1
)
SELECT count(*) FROM due;

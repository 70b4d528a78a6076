-- A run has ended: its yield from what it found. Dry: nothing new.
-- $1 query_id bigint, $2 run bigint, $3 cause text (NULL: it went well), $4 message text, $5 pending boolean
WITH y AS (
    SELECT count(*) AS results, count(*) FILTER (WHERE f.verdict = 'created') AS created,
        count(*) FILTER (WHERE f.verdict = 'known') AS known,
        count(*) FILTER (WHERE f.verdict = 'blocked') AS blocked,
        count(*) FILTER (WHERE f.verdict = 'suppressed') AS suppressed,
        count(*) FILTER (WHERE f.verdict = 'no_company') AS no_company
    FROM discovery_find f WHERE f.tenant_id = app.tenant() AND f.query_id = $1 AND f.run = $2
)
UPDATE discovery_query q SET results = y.results, created = y.created, known = y.known,
    blocked = y.blocked, suppressed = y.suppressed, no_company = y.no_company,
    total_created = q.total_created + y.created,
    dry_runs = CASE WHEN y.created > 0 THEN 0 WHEN $3::text IS NULL THEN q.dry_runs + 1 ELSE q.dry_runs END,
    state = CASE WHEN $5::boolean THEN 'pending' WHEN $3::text IS NOT NULL THEN 'failed'
        WHEN y.created > 0 THEN 'done' ELSE 'dry' END,
    cause = $3, message = $4, ended_at = now(),
    next_at = CASE WHEN q.repeat_days > 0
        THEN now() + q.repeat_days * interval '1 day' * (1 + least(q.dry_runs, 3)) END,
    body = CASE WHEN q.source = 'list' AND $3::text IS NULL AND NOT $5::boolean THEN NULL ELSE q.body END
FROM y WHERE q.tenant_id = app.tenant() AND q.query_id = $1;

-- A new run that writes to those of a campaign to whom nothing is written yet; who is left for later says why.
-- $1 campaign bigint
-- $2 title text
-- $3 skip boolean: those whose research is missing are left for later
-- $4 each bigint: micro-dollars that a person may cost at most
WITH person AS MATERIALIZED (
    SELECT r.contact_id, $3::boolean AND r.ready = 2 AS skipped, x.reason FROM app.campaign_readiness($1, NULL) r
    CROSS JOIN LATERAL (SELECT x.state, x.reason FROM campaign_person x WHERE x.tenant_id = app.tenant()
        AND x.campaign_id = $1 AND x.contact_id = r.contact_id OFFSET 0) AS x
    WHERE x.state IN ('waiting', 'failed')
), said AS (
    UPDATE campaign_person x SET reason = CASE WHEN p.skipped
        THEN 'Left for later: research is missing.' END
    FROM person p WHERE x.tenant_id = app.tenant() AND x.campaign_id = $1 AND x.contact_id = p.contact_id
        AND (p.skipped OR p.reason IS NOT NULL)
), made AS (
    INSERT INTO pipeline_run (tenant_id, title, entity, filter, ids, stages, estimate_micros, created_by,
        campaign_id, cost_micros)
    SELECT app.tenant(), left($2, 200), 2, '', array_agg(p.contact_id ORDER BY p.contact_id), '{write}',
        count(*) * $4, app.actor(), $1, $4
    FROM person p WHERE NOT p.skipped
    RETURNING tenant_id, run_id
), listed AS (
    INSERT INTO run_stage (tenant_id, run_id, stage) SELECT tenant_id, run_id, 'write' FROM made
), noted AS (
    UPDATE campaign c SET run_id = m.run_id FROM made m
    WHERE c.tenant_id = m.tenant_id AND c.campaign_id = $1
)
SELECT run_id FROM made

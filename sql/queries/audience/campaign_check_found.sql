-- The facts of what a check found.
-- $1 check bigint
SELECT conflict_id, kind, severity::bigint AS severity, facts->>'who' AS who, facts->>'way' AS way,
    facts->>'tone' AS tone, facts->>'basis' AS basis, facts->>'country' AS country, facts->>'campaign' AS campaign,
    facts->>'on' AS day, facts->>'until' AS until, facts->>'name' AS name, facts->>'step' AS step,
    facts->>'position' AS position, facts->>'reason' AS reason, facts->>'hours' AS hours
FROM campaign_conflict WHERE tenant_id = app.tenant() AND check_id = $1

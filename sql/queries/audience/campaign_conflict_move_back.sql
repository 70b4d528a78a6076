-- Gives the steps their days back.
-- $1 conflict bigint
-- $2 campaign bigint
UPDATE campaign_step s SET day_offset = (b.value #>> '{}')::integer
FROM campaign_conflict f CROSS JOIN LATERAL jsonb_each(f.facts->'before') AS b(key, value)
WHERE f.tenant_id = app.tenant() AND f.conflict_id = $1 AND s.tenant_id = app.tenant() AND s.campaign_id = $2
    AND s.step_id = b.key::bigint

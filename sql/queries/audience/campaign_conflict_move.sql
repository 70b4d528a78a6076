-- Moves a step, and those behind it that would come before it.
-- $1 campaign bigint
-- $2 step bigint
-- $3 until text: the day
UPDATE campaign_step s SET day_offset = greatest(s.day_offset, $3::date - g.starts_on)
FROM campaign g, campaign_step m
WHERE g.tenant_id = app.tenant() AND g.campaign_id = $1 AND g.starts_on IS NOT NULL AND m.tenant_id = app.tenant()
    AND m.step_id = $2 AND s.tenant_id = app.tenant() AND s.campaign_id = $1 AND s.position >= m.position
    AND $3::date - g.starts_on BETWEEN 0 AND 365

-- A check has ended and counts.
-- $1 check bigint
-- $2 campaign bigint
WITH ended AS (
    UPDATE campaign_check SET finished_at = now() WHERE tenant_id = app.tenant() AND check_id = $1
)
UPDATE campaign SET check_id = $1 WHERE tenant_id = app.tenant() AND campaign_id = $2

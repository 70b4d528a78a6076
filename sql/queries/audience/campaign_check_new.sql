-- A check begins.
-- $1 campaign bigint
INSERT INTO campaign_check (tenant_id, campaign_id, people, checked_by)
SELECT app.tenant(), $1, n.people, app.actor() FROM campaign_count n
WHERE n.tenant_id = app.tenant() AND n.campaign_id = $1
RETURNING check_id

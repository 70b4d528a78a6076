-- The campaign of an export.
-- $1 campaign_id bigint
SELECT c.name, c.state, n.people, n.approved FROM campaign c
JOIN campaign_count n ON n.tenant_id = c.tenant_id AND n.campaign_id = c.campaign_id
WHERE c.tenant_id = app.tenant() AND c.campaign_id = $1 AND c.deleted_at IS NULL

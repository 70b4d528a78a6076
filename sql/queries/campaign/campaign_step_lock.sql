-- Keeps others from changing the steps meanwhile; the campaign's state and whether there is one.
-- $1 campaign_id bigint
SELECT c.state FROM campaign c
WHERE c.tenant_id = app.tenant() AND c.campaign_id = $1 AND c.deleted_at IS NULL
FOR UPDATE;

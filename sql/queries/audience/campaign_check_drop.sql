-- A check that did not end is none.
-- $1 check bigint
DELETE FROM campaign_check WHERE tenant_id = app.tenant() AND check_id = $1 AND finished_at IS NULL

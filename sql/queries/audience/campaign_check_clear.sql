-- A check that was broken off begins anew.
-- $1 check bigint
DELETE FROM campaign_conflict WHERE tenant_id = app.tenant() AND check_id = $1

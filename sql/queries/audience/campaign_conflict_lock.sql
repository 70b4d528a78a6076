-- Nobody else decides a conflict meanwhile.
-- $1 conflict bigint
SELECT conflict_id FROM campaign_conflict WHERE tenant_id = app.tenant() AND conflict_id = $1 FOR UPDATE

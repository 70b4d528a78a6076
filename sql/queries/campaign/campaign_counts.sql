-- How many people and messages a campaign has, by state.
-- $1 campaign_id bigint
SELECT people, written, failed, excluded, draft, approved, rejected, set_aside, sent
FROM campaign_count WHERE tenant_id = app.tenant() AND campaign_id = $1;

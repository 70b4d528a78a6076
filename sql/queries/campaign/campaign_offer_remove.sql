-- Takes the offer of a language away.
-- $1 campaign_id bigint, $2 language text
DELETE FROM campaign_offer WHERE tenant_id = app.tenant() AND campaign_id = $1 AND language = $2;

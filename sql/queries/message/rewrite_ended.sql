-- A rewriting has ended: why it failed, and what it has cost the campaign.
-- $1 message bigint
-- $2 trouble text: NULL: it did not fail
-- $3 cost bigint
WITH ended AS (
    UPDATE message SET trouble = $2 WHERE tenant_id = app.tenant() AND message_id = $1 RETURNING tenant_id, campaign_id
), cost AS (
    UPDATE campaign c SET cost_micros = c.cost_micros + $3 FROM ended e
    WHERE c.tenant_id = e.tenant_id AND c.campaign_id = e.campaign_id AND $3 > 0
)
SELECT count(*) FROM ended

-- Copies the offers of a campaign to another.
-- $1 from bigint, $2 to bigint
INSERT INTO campaign_offer (tenant_id, campaign_id, language, does, outcome, proof, proof_url, ask)
SELECT tenant_id, $2, language, does, outcome, proof, proof_url, ask
FROM campaign_offer WHERE tenant_id = app.tenant() AND campaign_id = $1;

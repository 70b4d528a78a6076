-- What a campaign has to say, its own language first.
-- $1 campaign_id bigint
SELECT o.language, o.does, o.outcome, o.proof, o.proof_url, o.ask
FROM campaign_offer o JOIN campaign c ON c.tenant_id = o.tenant_id AND c.campaign_id = o.campaign_id
WHERE o.tenant_id = app.tenant() AND o.campaign_id = $1 ORDER BY o.language <> c.language, o.language;

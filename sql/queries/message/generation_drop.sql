-- Takes those who are gone out of a campaign.
-- $1 campaign bigint
UPDATE campaign_person x SET state = 'excluded', reason = 'The contact has been deleted.'
FROM app.campaign_people($1, NULL) p
WHERE p.gone AND x.tenant_id = app.tenant() AND x.campaign_id = $1 AND x.contact_id = p.contact_id
    AND x.state IN ('waiting', 'failed')

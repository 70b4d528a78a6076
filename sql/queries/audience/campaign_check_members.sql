-- The people of a campaign who are not left out.
-- $1 campaign bigint
SELECT contact_id AS id FROM campaign_person
WHERE tenant_id = app.tenant() AND campaign_id = $1 AND state <> 'excluded' ORDER BY contact_id

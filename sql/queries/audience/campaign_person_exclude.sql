-- Leaves people of a campaign out.
-- $1 campaign bigint
-- $2 ids bigint[]
-- $3 reason text
UPDATE campaign_person SET state = 'excluded', reason = $3
WHERE tenant_id = app.tenant() AND campaign_id = $1 AND contact_id = ANY ($2::bigint[]) AND state <> 'excluded'

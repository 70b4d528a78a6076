-- For which reasons people are left out.
-- $1 campaign bigint
-- $2 ids bigint[]
SELECT DISTINCT reason FROM campaign_person
WHERE tenant_id = app.tenant() AND campaign_id = $1 AND contact_id = ANY ($2::bigint[]) AND state = 'excluded'
    AND reason IS NOT NULL

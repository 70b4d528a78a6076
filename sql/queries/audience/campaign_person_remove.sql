-- Takes people out of a campaign to whom nothing was written.
-- $1 campaign bigint
-- $2 ids bigint[]
DELETE FROM campaign_person p
WHERE p.tenant_id = app.tenant() AND p.campaign_id = $1 AND p.contact_id = ANY ($2::bigint[])
    AND NOT EXISTS (SELECT FROM message m WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1
        AND m.contact_id = p.contact_id)

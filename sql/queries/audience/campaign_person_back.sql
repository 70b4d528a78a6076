-- Puts people back who were left out; with a reason only those left out for it.
-- $1 campaign bigint
-- $2 ids bigint[]
-- $3 barred bigint[]: who may not come back
-- $4 reason text, or NULL
UPDATE campaign_person p SET reason = NULL, state = CASE WHEN EXISTS (SELECT FROM message m
        WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1 AND m.contact_id = p.contact_id)
    THEN 'written' ELSE 'waiting' END
WHERE p.tenant_id = app.tenant() AND p.campaign_id = $1 AND p.contact_id = ANY ($2::bigint[])
    AND p.state = 'excluded' AND p.contact_id <> ALL ($3::bigint[]) AND ($4::text IS NULL OR p.reason = $4)

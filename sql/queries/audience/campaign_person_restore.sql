-- Messages that were withdrawn for a reason wait for review again.
-- $1 campaign bigint
-- $2 ids bigint[]
-- $3 reasons text[]
UPDATE message m SET state = 'draft', reject_reason = NULL, decided_by = NULL, decided_at = NULL, updated_at = now()
FROM campaign_person p
WHERE m.tenant_id = app.tenant() AND m.campaign_id = $1 AND m.contact_id = ANY ($2::bigint[])
    AND m.state = 'rejected' AND m.reject_reason = ANY ($3::text[])
    AND p.tenant_id = app.tenant() AND p.campaign_id = $1 AND p.contact_id = m.contact_id AND p.state <> 'excluded'

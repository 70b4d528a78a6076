-- What a fix is about to replace.
-- $1 conflict bigint
-- $2 campaign bigint
UPDATE campaign_conflict_person f SET changed = true, was_not_before = p.not_before, was_channels = p.skip_channels
FROM campaign_person p
WHERE f.tenant_id = app.tenant() AND f.conflict_id = $1 AND p.tenant_id = app.tenant() AND p.campaign_id = $2
    AND p.contact_id = f.contact_id AND p.state <> 'excluded'

-- Gives people back what a fix replaced.
-- $1 conflict bigint
-- $2 campaign bigint
WITH back AS (
    UPDATE campaign_person p SET not_before = f.was_not_before, skip_channels = coalesce(f.was_channels, '{}')
    FROM campaign_conflict_person f
    WHERE f.tenant_id = app.tenant() AND f.conflict_id = $1 AND f.changed AND p.tenant_id = app.tenant()
        AND p.campaign_id = $2 AND p.contact_id = f.contact_id
)
UPDATE campaign_conflict_person SET changed = false WHERE tenant_id = app.tenant() AND conflict_id = $1

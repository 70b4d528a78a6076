-- These people get no steps by some channels.
-- $1 conflict bigint
-- $2 campaign bigint
-- $3 channels text[]
UPDATE campaign_person p SET skip_channels =
    (SELECT array_agg(DISTINCT c ORDER BY c) FROM unnest(p.skip_channels || $3::text[]) AS c)
FROM campaign_conflict_person f
WHERE f.tenant_id = app.tenant() AND f.conflict_id = $1 AND f.changed AND p.tenant_id = app.tenant()
    AND p.campaign_id = $2 AND p.contact_id = f.contact_id

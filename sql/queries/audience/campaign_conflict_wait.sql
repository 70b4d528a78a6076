-- These people wait until a day.
-- $1 conflict bigint
-- $2 campaign bigint
-- $3 until text
UPDATE campaign_person p SET not_before = greatest(p.not_before, $3::date)
FROM campaign_conflict_person f
WHERE f.tenant_id = app.tenant() AND f.conflict_id = $1 AND f.changed AND p.tenant_id = app.tenant()
    AND p.campaign_id = $2 AND p.contact_id = f.contact_id

-- People of a campaign to whom a run writes: which ways lead to them.
-- $1 campaign bigint
-- $2 contacts bigint[]
SELECT p.contact_id, p.address::bigint AS address, p.linkedin, p.phone, p.skip_channels,
    coalesce(x.variant, 0)::bigint AS variant
FROM app.campaign_people($1, $2) p
JOIN campaign_person x ON x.tenant_id = app.tenant() AND x.campaign_id = $1 AND x.contact_id = p.contact_id

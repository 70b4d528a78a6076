-- Adds those who may be in a campaign.
-- $1 campaign bigint
-- $2 ids bigint[]
-- $3 suppressed bigint[]
-- $4 skip_busy bool
-- $5 how text
-- $6 adding bigint, or NULL
INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, how, rank, adding_id, added_by)
SELECT app.tenant(), $1, c.contact_id, $5, greatest(-100, least(100, coalesce(c.score, 0))), $6, app.actor()
FROM app.campaign_candidates($1, $2::bigint[], $3::bigint[]) c
WHERE c.why IS NULL AND NOT ($4 AND c.busy) ORDER BY c.contact_id
ON CONFLICT DO NOTHING

-- Adds those who may be in a campaign.
-- $1 campaign bigint
-- $2 ids bigint[]
-- $3 barred bigint[]
-- $4 bars text[]
-- $5 skip_busy bool
-- $6 how text
-- $7 adding bigint, or NULL
INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, how, rank, adding_id, added_by)
SELECT app.tenant(), $1, c.contact_id, $6, greatest(-100, least(100, coalesce(c.score, 0))), $7, app.actor()
FROM app.campaign_candidates($1, $2::bigint[], $3::bigint[], $4::text[]) c
WHERE c.why IS NULL AND NOT ($5 AND c.busy) ORDER BY c.contact_id
ON CONFLICT DO NOTHING

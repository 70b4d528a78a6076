-- Takes a campaign to a state; a trigger keeps the gates.
-- $1 campaign_id bigint, $2 state text
UPDATE campaign SET state = $2, version = version + 1, updated_at = now(),
    approved_by = CASE WHEN $2 = 'approved' THEN app.actor() WHEN $2 IN ('review', 'ready') THEN NULL ELSE approved_by END,
    approved_at = CASE WHEN $2 = 'approved' THEN now() WHEN $2 IN ('review', 'ready') THEN NULL ELSE approved_at END
WHERE tenant_id = app.tenant() AND campaign_id = $1;

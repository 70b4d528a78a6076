-- What became of a conflict.
-- $1 conflict bigint
-- $2 state text
-- $3 reason text, or NULL
UPDATE campaign_conflict SET state = $2, accepted_reason = $3,
    decided_by = CASE WHEN $2 = 'open' THEN NULL ELSE app.actor() END,
    decided_at = CASE WHEN $2 = 'open' THEN NULL ELSE now() END
WHERE tenant_id = app.tenant() AND conflict_id = $1

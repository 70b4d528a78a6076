-- Notes what the present actor did with an insight.
-- $1 campaign_id bigint, $2 code text, $3 action text, $4 before text (JSON)
INSERT INTO campaign_insight (tenant_id, campaign_id, code, action, before, decided_by)
VALUES (app.tenant(), $1, $2, $3, $4::jsonb, app.actor())
ON CONFLICT (tenant_id, campaign_id, code) DO UPDATE
    SET action = excluded.action, before = excluded.before, decided_by = excluded.decided_by, decided_at = now();

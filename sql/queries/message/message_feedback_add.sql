-- What the present actor did with messages, for learning.
-- $1 message_ids bigint[], $2 action text, $3 reasons text[], $4 reason_text text
INSERT INTO message_feedback (tenant_id, campaign_id, message_id, step_id, action, version, reasons, reason_text,
    tone, language, variant, user_id)
SELECT app.tenant(), m.campaign_id, m.message_id, m.step_id, $2, m.version, coalesce($3::text[], '{}'), $4, m.tone,
    m.language, m.variant, app.actor()
FROM message m WHERE m.tenant_id = app.tenant() AND m.message_id = ANY ($1::bigint[]);

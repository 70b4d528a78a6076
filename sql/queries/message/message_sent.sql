-- Notes that an approved message was sent by hand.
-- $1 message_id bigint, $2 channel text
WITH sent AS (
    UPDATE message SET state = 'sent', sent_at = now(), sent_by = app.actor(), sent_via = $2, updated_at = now()
    WHERE tenant_id = app.tenant() AND message_id = $1
    RETURNING contact_id, campaign_id
)
INSERT INTO contact_touch (tenant_id, contact_id, channel, campaign_id, message_id, by_user)
SELECT app.tenant(), s.contact_id, $2, s.campaign_id, $1, app.actor() FROM sent s;

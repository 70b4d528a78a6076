-- The draft that is kept for the present actor; the newest where there are several.
-- $1 campaign_id bigint (NULL: all in review)
SELECT m.message_id FROM message m
JOIN campaign g ON g.tenant_id = app.tenant() AND g.campaign_id = m.campaign_id AND g.deleted_at IS NULL
WHERE m.tenant_id = app.tenant() AND m.state = 'draft' AND m.held_by IS NOT NULL AND m.held_by = app.actor() AND m.held_until > now()
    AND CASE WHEN $1::bigint IS NULL THEN g.state = 'review' ELSE m.campaign_id = $1 END
ORDER BY m.held_until DESC, m.position, m.variant, m.message_id LIMIT 1;

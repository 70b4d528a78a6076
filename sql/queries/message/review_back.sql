-- What the present actor decided last, or last before another decision of theirs.
-- $1 campaign_id bigint (NULL: all), $2 at message_id bigint
SELECT f.message_id FROM message_feedback f
JOIN message m ON m.tenant_id = app.tenant() AND m.message_id = f.message_id
    AND m.state IN ('approved', 'rejected') AND m.decided_by = app.actor()
WHERE f.tenant_id = app.tenant() AND f.user_id = app.actor() AND f.action IN ('approved', 'rejected')
    AND ($1::bigint IS NULL OR f.campaign_id = $1) AND f.at > now() - interval '30 days'
    AND f.feedback_id = (SELECT max(l.feedback_id) FROM message_feedback l
        WHERE l.tenant_id = app.tenant() AND l.message_id = f.message_id AND l.action IN ('approved', 'rejected'))
    AND f.feedback_id < coalesce((SELECT max(b.feedback_id) FROM message_feedback b
        JOIN message x ON x.tenant_id = app.tenant() AND x.message_id = b.message_id AND x.state <> 'draft'
        WHERE b.tenant_id = app.tenant() AND b.message_id = $2 AND b.user_id = app.actor()
            AND b.action IN ('approved', 'rejected')), 9223372036854775807)
ORDER BY f.feedback_id DESC LIMIT 1;

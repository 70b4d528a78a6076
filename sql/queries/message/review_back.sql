-- What the present actor decided last, or last before another decision of theirs.
-- $1 campaign_id bigint (NULL: all), $2 at message_id bigint
SELECT m.message_id FROM message m
WHERE m.tenant_id = app.tenant() AND m.decided_by = app.actor() AND m.state IN ('approved', 'rejected')
    AND ($1::bigint IS NULL OR m.campaign_id = $1) AND m.decided_at > now() - interval '30 days'
    AND (m.decided_at, m.message_id) < (coalesce((SELECT x.decided_at FROM message x
        WHERE x.tenant_id = app.tenant() AND x.message_id = $2 AND x.decided_by = app.actor()
            AND x.state IN ('approved', 'rejected')), 'infinity'), $2::bigint)
ORDER BY m.decided_at DESC, m.message_id DESC LIMIT 1;

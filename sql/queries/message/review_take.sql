-- The first draft of the queue that nobody else looks at, kept for the present actor with its variants.
-- later_at stands in the inner order, though it is NULL: the order of the index message_queue.
-- $1 campaign_id bigint (NULL: all in review), $2 but message_id bigint (0: none)
WITH taken AS (
    SELECT n.message_id, n.campaign_id, n.contact_id, n.step_id
    FROM campaign g
    CROSS JOIN LATERAL (
        SELECT m.message_id, m.campaign_id, m.contact_id, m.step_id, m.rank, m.position, m.variant, m.later_at
        FROM message m
        WHERE m.tenant_id = app.tenant() AND m.campaign_id = g.campaign_id AND m.state = 'draft'
            AND m.later_at IS NULL AND m.message_id <> $2
            AND (m.held_by IS NULL OR m.held_by = app.actor() OR m.held_until < now())
        ORDER BY m.later_at, m.rank DESC, m.contact_id, m.position, m.variant, m.message_id
        LIMIT 1 FOR UPDATE SKIP LOCKED
    ) n
    WHERE g.tenant_id = app.tenant() AND g.deleted_at IS NULL
        AND CASE WHEN $1::bigint IS NULL THEN g.state = 'review'
            ELSE g.campaign_id = $1 AND g.state IN ('ready', 'generating', 'review') END
    ORDER BY n.rank DESC, n.contact_id, n.position, n.variant, n.message_id LIMIT 1
)
UPDATE message o SET held_by = app.actor(), held_until = now() + interval '2 minutes'
FROM taken t
WHERE o.tenant_id = app.tenant() AND o.campaign_id = t.campaign_id AND o.contact_id = t.contact_id
    AND o.step_id = t.step_id AND o.state = 'draft'
RETURNING t.message_id, o.message_id AS kept;

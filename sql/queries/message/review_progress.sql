-- How far review is, and who else reviews now.
-- $1 campaign_id bigint (NULL: all in review)
WITH c AS (
    SELECT g.campaign_id, n.draft, n.approved + n.sent AS approved, n.rejected, n.set_aside
    FROM campaign g
    JOIN campaign_count n ON n.tenant_id = app.tenant() AND n.campaign_id = g.campaign_id
    WHERE g.tenant_id = app.tenant() AND g.deleted_at IS NULL
        AND CASE WHEN $1::bigint IS NULL THEN g.state = 'review' ELSE g.campaign_id = $1 END
), h AS (
    SELECT m.held_by, count(*) AS n FROM message m
    WHERE m.tenant_id = app.tenant() AND m.state = 'draft' AND m.held_by IS NOT NULL AND m.held_until > now() AND m.held_by <> app.actor()
        AND m.campaign_id IN (SELECT c.campaign_id FROM c)
    GROUP BY 1
)
SELECT coalesce(sum(c.draft + c.approved + c.rejected + c.set_aside), 0)::bigint AS total,
    coalesce(sum(c.draft), 0)::bigint AS left, coalesce(sum(c.approved), 0)::bigint AS approved,
    coalesce(sum(c.rejected), 0)::bigint AS rejected, coalesce(sum(c.set_aside), 0)::bigint AS set_aside,
    (SELECT coalesce(sum(h.n), 0)::bigint FROM h) AS kept,
    (SELECT string_agg(app.user_name(h.held_by), ', ' ORDER BY h.held_by) FROM h) AS others
FROM c;

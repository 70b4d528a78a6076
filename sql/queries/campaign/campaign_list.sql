-- Campaigns with how far each is.
-- $1 folded part of the name text, $2 owner_id bigint (0: any, -1: nobody), $3 channel text ('': any)
-- $4 states text[], $5 order text, $6 limit bigint, $7 offset bigint
WITH found AS (
    SELECT c.campaign_id, c.name, c.state, c.owner_id, c.cost_micros, c.updated_at,
        bool_or(s.channel = 'email') AS email, bool_or(s.channel LIKE 'linkedin%') AS linkedin,
        bool_or(s.channel = 'call') AS call, count(s.step_id) AS steps
    FROM campaign c LEFT JOIN campaign_step s
        ON s.tenant_id = c.tenant_id AND s.campaign_id = c.campaign_id AND s.is_on
    WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND c.state = ANY ($4::text[])
        AND strpos(c.name_key, $1) > 0 AND ($2::bigint = 0 OR coalesce(c.owner_id, -1) = $2)
    GROUP BY c.tenant_id, c.campaign_id
)
SELECT f.campaign_id, f.name, f.state, f.owner_id, app.user_name(f.owner_id) AS owner, f.email, f.linkedin, f.call,
    f.steps, n.people, n.written, n.failed, n.excluded, n.draft, n.approved, n.rejected, n.set_aside, n.sent,
    f.cost_micros, (extract(epoch FROM f.updated_at) * 1000)::bigint AS updated_ms, count(*) OVER () AS total
FROM found f JOIN campaign_count n ON n.tenant_id = app.tenant() AND n.campaign_id = f.campaign_id
WHERE $3 = '' OR ($3 = 'email' AND f.email) OR ($3 = 'linkedin' AND f.linkedin) OR ($3 = 'call' AND f.call)
ORDER BY CASE $5 WHEN 'people' THEN n.people WHEN '-people' THEN -n.people
        WHEN 'messages' THEN n.draft + n.approved + n.rejected + n.sent
        WHEN '-messages' THEN -(n.draft + n.approved + n.rejected + n.sent)
        WHEN 'cost' THEN f.cost_micros WHEN '-cost' THEN -f.cost_micros END,
    CASE $5 WHEN 'updated' THEN f.updated_at END, CASE $5 WHEN '-updated' THEN f.updated_at END DESC,
    CASE $5 WHEN 'name' THEN f.name END COLLATE "und-x-icu",
    CASE $5 WHEN '-name' THEN f.name END COLLATE "und-x-icu" DESC, f.campaign_id DESC
LIMIT $6 OFFSET $7;

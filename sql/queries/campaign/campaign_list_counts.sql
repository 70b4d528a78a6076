-- How many campaigns there are in each state.
-- $1 folded part of the name text, $2 owner_id bigint (0: any, -1: nobody), $3 channel text ('': any)
SELECT c.state, count(*) AS n
FROM campaign c
WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL AND strpos(c.name_key, $1) > 0
    AND ($2::bigint = 0 OR coalesce(c.owner_id, -1) = $2)
    AND ($3 = '' OR EXISTS (SELECT FROM campaign_step s WHERE s.tenant_id = c.tenant_id
        AND s.campaign_id = c.campaign_id AND s.is_on AND starts_with(s.channel, $3)))
GROUP BY c.state;

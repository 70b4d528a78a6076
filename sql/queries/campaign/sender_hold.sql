-- The senders of a workspace, held while one of them is changed; gives how many others there are.
-- $1 sender_id bigint
SELECT count(*) FILTER (WHERE sender_id IS DISTINCT FROM $1::bigint) AS others
FROM (SELECT sender_id FROM campaign_sender WHERE tenant_id = app.tenant() AND deleted_at IS NULL
      ORDER BY sender_id FOR UPDATE) AS s;

-- Whether a sender can belong to somebody: a member, the caller, or whose it is already.
-- $1 user_id bigint, $2 sender_id bigint
SELECT coalesce($1::bigint = app.actor() OR EXISTS (SELECT FROM app.members() AS m WHERE m.user_id = $1)
    OR EXISTS (SELECT FROM campaign_sender s
        WHERE s.tenant_id = app.tenant() AND s.sender_id = $2 AND s.user_id = $1), false)::integer AS may;

-- Withdraws an invitation; true when there was one.
-- $1 tenant_id bigint
-- $2 link_id bigint
SELECT app.invitation_withdraw($1, $2)::integer;

-- Invites a person to a workspace; the invitation.
-- $1 tenant_id bigint
-- $2 email text
-- $3 email_key text
-- $4 role text
-- $5 token_hash text
SELECT app.invite($1, $2, $3, $4, $5);

-- API tokens of a workspace that were not revoked.
-- $1 tenant_id bigint
SELECT api_token_id, name, scope, user_name, created_at, expires_at, used_at, state
FROM app.api_token_list($1);

-- Revokes an API token; true when there was one.
-- $1 tenant_id bigint
-- $2 api_token_id bigint
SELECT app.api_token_revoke($1, $2)::integer;

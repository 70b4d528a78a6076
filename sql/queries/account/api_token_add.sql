-- Makes an API token; its id.
-- $1 tenant_id bigint
-- $2 name text
-- $3 scope text
-- $4 token_hash text
-- $5 days bigint: 0 for ever
SELECT app.api_token_add($1, $2, $3, $4, $5);

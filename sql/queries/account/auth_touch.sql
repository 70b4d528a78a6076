-- Notes that a session or API token is in use.
-- $1 token_hash text
SELECT app.auth_touch($1);

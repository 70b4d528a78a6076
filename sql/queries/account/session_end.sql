-- Ends the session of a token.
-- $1 token_hash text
SELECT app.session_end($1);

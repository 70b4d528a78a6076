-- Ends a session by its id; true when there was one.
-- $1 session_id bigint
SELECT app.session_revoke($1)::integer;

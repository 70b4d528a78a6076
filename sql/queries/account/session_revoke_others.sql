-- Ends the caller's sessions but one; how many.
-- $1 session_id bigint: the one that stays
SELECT app.session_revoke_others($1);

-- The live sessions of the caller.
SELECT session_id, user_id, user_name, user_email, created_at, seen_at, ends_at, user_agent, address
FROM app.session_list_own();

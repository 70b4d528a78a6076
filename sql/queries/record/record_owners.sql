-- The people of this workspace, by name.
SELECT user_id, name FROM app.members() ORDER BY lower(name), user_id;

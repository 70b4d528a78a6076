-- What an invitation or reset link is about.
-- $1 token_hash text
SELECT kind, user_id, email, name, tenant_slug, tenant_name, role, invited_by, has_account,
    has_second_factor
FROM app.link_read($1);

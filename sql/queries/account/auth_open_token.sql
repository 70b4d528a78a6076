-- Identifies the API token of a request and sets its tenant for the transaction.
-- $1 token_hash text
-- $2 slug text: the tenant of the path, or ''
SELECT user_id, tenant_id, session_id, user_name, user_email, tenant_slug, tenant_name, role, theme,
       density, timezone, locale, role_rank, is_super, shortcuts_off, touch_due
FROM app.auth_open_token($1, $2);

-- Whether the account behind a reset link has a second factor: setting a password is no way around it.
DROP FUNCTION app.link_read(text);
CREATE FUNCTION app.link_read(token text) RETURNS TABLE (kind text, user_id bigint, email text, name text,
    tenant_slug text, tenant_name text, role text, invited_by text, has_account boolean,
    has_second_factor boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.kind, u.user_id, coalesce(u.email, l.email), coalesce(u.name, ''), coalesce(t.slug, ''),
        coalesce(t.name, ''), coalesce(l.role, ''), coalesce(i.name, ''),
        l.kind = 'invitation' AND u.user_id IS NOT NULL,
        EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.user_id AND f.confirmed_at IS NOT NULL)
    FROM one_time_link l
    LEFT JOIN user_account u ON u.user_id = l.user_id OR (l.kind = 'invitation' AND u.email_key = l.email_key)
    LEFT JOIN tenant t ON t.tenant_id = l.tenant_id
    LEFT JOIN user_account i ON i.user_id = l.created_by
    WHERE l.token_hash = token AND l.kind IN ('invitation', 'reset') AND l.used_at IS NULL
        AND l.expires_at > now() AND u.deactivated_at IS NULL AND t.deactivated_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION app.link_read(text) TO leadgen_app;

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

-- The same as before, with one type for what is counted and what is not.
CREATE OR REPLACE FUNCTION app.second_step_try(token text, counted boolean) RETURNS TABLE (user_id bigint,
    email text, secret text, last_step bigint, keep boolean, wait bigint, tries_left bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    r record;
    pause bigint := 0;
    others bigint := 5;
BEGIN
    SELECT u.user_id, u.email, f.secret, f.last_step, l.keep INTO r
    FROM one_time_link l
    JOIN user_account u ON u.user_id = l.user_id AND u.deactivated_at IS NULL
    JOIN second_factor f ON f.user_id = u.user_id AND f.confirmed_at IS NOT NULL
    WHERE l.token_hash = token AND l.kind = 'second_step' AND l.used_at IS NULL AND l.expires_at > now();
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF counted THEN
        SELECT c.wait, c.tries_left INTO pause, others FROM app.login_count('second ' || r.user_id, 5) c;
    END IF;
    RETURN QUERY SELECT r.user_id, r.email, r.secret, r.last_step, r.keep, pause, others;
END $$;

-- An invitation is worth what the person who made it may still do. Whoever was removed, is no admin
-- any more or is switched off could otherwise come back, as an admin, through a link they kept.

-- False: an invitation whose maker may not invite any more. The command line is nobody and always may.
CREATE FUNCTION app.link_stands(l one_time_link) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.kind <> 'invitation' OR l.created_by IS NULL OR EXISTS (SELECT FROM user_account u
        LEFT JOIN membership m ON m.user_id = u.user_id AND m.tenant_id = l.tenant_id
        WHERE u.user_id = l.created_by AND u.deactivated_at IS NULL AND (u.is_super OR m.role = 'admin'))
$$;

-- The same as before, asking that too.
CREATE OR REPLACE FUNCTION app.link_read(token text) RETURNS TABLE (kind text, user_id bigint, email text, name text,
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
        AND l.expires_at > now() AND app.link_stands(l) AND u.deactivated_at IS NULL AND t.deactivated_at IS NULL
$$;

CREATE OR REPLACE FUNCTION app.link_take(token text, wanted text) RETURNS one_time_link
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l one_time_link;
BEGIN
    UPDATE one_time_link o SET used_at = now() WHERE token_hash = token AND kind = wanted
        AND used_at IS NULL AND expires_at > now() AND app.link_stands(o) RETURNING * INTO l;
    IF NOT FOUND THEN
        PERFORM app.fail('LG002', 'This link was used already, or is too old. Ask for a new one.');
    END IF;
    RETURN l;
END $$;

CREATE OR REPLACE FUNCTION app.invitation_list(of_tenant bigint) RETURNS TABLE (link_id bigint, email text, role text,
    invited_by text, created_at bigint, expires_at bigint, expired boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_admin(of_tenant);
    RETURN QUERY SELECT l.link_id, l.email, l.role, coalesce(u.name, ''), app.ms(l.created_at),
        app.ms(l.expires_at), l.expires_at <= now() OR NOT app.link_stands(l)
    FROM one_time_link l LEFT JOIN user_account u ON u.user_id = l.created_by
    WHERE l.tenant_id = of_tenant AND l.kind = 'invitation' AND l.used_at IS NULL
    ORDER BY l.email_key LIMIT 500;
END $$;

-- What super admins do, on the admin pages and by leadgen-batch: workspaces, people, audit.

-- The checks of earlier migrations, now with the limit of API tokens and the audit log.
CREATE OR REPLACE FUNCTION app.is_super() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT app.acting_super() $$;
CREATE OR REPLACE FUNCTION app.tenant_add(new_slug text, new_name text, new_zone text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE id bigint;
BEGIN
    PERFORM app.need_super();
    INSERT INTO tenant (slug, name, time_zone) VALUES (new_slug, new_name, new_zone)
    RETURNING tenant_id INTO id;
    PERFORM app.audit_write(id, 'tenant_add', NULL, new_slug, jsonb_build_object('name', new_name));
    RETURN id;
END $$;

CREATE FUNCTION app.tenant_set_active(of_tenant bigint, active boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t tenant;
BEGIN
    PERFORM app.need_super();
    UPDATE tenant SET deactivated_at = CASE WHEN NOT active THEN now() END
    WHERE tenant_id = of_tenant AND (deactivated_at IS NULL) <> active RETURNING * INTO t;
    IF t.tenant_id IS NOT NULL THEN
        PERFORM app.audit_write(of_tenant, CASE WHEN active THEN 'tenant_on' ELSE 'tenant_off' END,
            NULL, t.slug, NULL);
    ELSIF NOT EXISTS (SELECT FROM tenant WHERE tenant_id = of_tenant) THEN
        PERFORM app.fail('LG002', 'This workspace does not exist.');
    END IF;
END $$;

-- Workspaces by slug, active or not; of the page after or before one slug.
CREATE FUNCTION app.tenant_list(wanted text, after text, before text, most integer)
RETURNS TABLE (tenant_id bigint, slug text, name text, members bigint, is_demo boolean, active boolean,
    created_at bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT t.tenant_id, t.slug, t.name, (SELECT count(*) FROM membership m
            JOIN user_account u USING (user_id)
            WHERE m.tenant_id = t.tenant_id AND u.deactivated_at IS NULL),
        t.is_demo, t.deactivated_at IS NULL, app.ms(t.created_at)
    FROM (
        (SELECT * FROM tenant p WHERE before = '' AND p.slug > after
            AND (wanted = '' OR strpos(p.slug || ' ' || lower(p.name), lower(wanted)) > 0)
            ORDER BY p.slug LIMIT most)
        UNION ALL
        (SELECT * FROM tenant p WHERE before <> '' AND p.slug < before
            AND (wanted = '' OR strpos(p.slug || ' ' || lower(p.name), lower(wanted)) > 0)
            ORDER BY p.slug DESC LIMIT most)
    ) t ORDER BY t.slug;
END $$;

CREATE FUNCTION app.user_add(new_email text, new_key text, new_name text, hash text, super boolean)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE id bigint;
BEGIN
    PERFORM app.need_super();
    INSERT INTO user_account (email, email_key, name, password_hash, is_super)
    VALUES (new_email, new_key, new_name, hash, super) RETURNING user_id INTO id;
    PERFORM app.audit_write(NULL, 'user_add', id, new_email, jsonb_build_object('super', super));
    RETURN id;
END $$;

-- Sets somebody's role in a workspace, '' takes it away.
CREATE FUNCTION app.user_set_role(of_user bigint, of_tenant bigint, new_role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE was text;
BEGIN
    PERFORM app.need_super();
    IF NOT EXISTS (SELECT FROM user_account WHERE user_id = of_user)
            OR NOT EXISTS (SELECT FROM tenant WHERE tenant_id = of_tenant) THEN
        PERFORM app.fail('LG002', 'This person or workspace does not exist.');
    END IF;
    PERFORM FROM tenant WHERE tenant_id = of_tenant FOR NO KEY UPDATE;
    SELECT role INTO was FROM membership WHERE tenant_id = of_tenant AND user_id = of_user;
    IF was IS NOT DISTINCT FROM nullif(new_role, '') THEN
        RETURN;
    ELSIF new_role = '' THEN
        DELETE FROM membership WHERE tenant_id = of_tenant AND user_id = of_user;
        UPDATE api_token SET revoked_at = now()
        WHERE tenant_id = of_tenant AND user_id = of_user AND revoked_at IS NULL;
    ELSE
        INSERT INTO membership (tenant_id, user_id, role, created_by)
        VALUES (of_tenant, of_user, new_role, app.actor())
        ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = new_role;
    END IF;
    IF was = 'admin' THEN
        PERFORM app.member_check(of_tenant);
    END IF;
    PERFORM app.audit_write(of_tenant, CASE WHEN was IS NULL THEN 'member_add'
            WHEN new_role = '' THEN 'member_remove' ELSE 'member_role' END, of_user,
        (SELECT email FROM user_account WHERE user_id = of_user),
        jsonb_strip_nulls(jsonb_build_object('role', nullif(new_role, ''), 'was', was)));
END $$;

-- The id of an account by its address, 0 when there is none.
CREATE FUNCTION app.user_id(key text) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM app.need_super();
    RETURN coalesce((SELECT user_id FROM user_account WHERE email_key = key), 0);
END $$;

CREATE VIEW user_shown AS
    SELECT u.user_id, u.name, u.email, u.email_key, u.is_super, u.deactivated_at IS NULL AS active,
        u.password_hash IS NOT NULL AS has_password,
        EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.user_id AND f.confirmed_at IS NOT NULL)
            AS has_second_factor,
        app.ms((SELECT max(s.seen_at) FROM session s WHERE s.user_id = u.user_id)) AS seen_at,
        (SELECT count(*) FROM session_shown s WHERE s.user_id = u.user_id) AS sessions,
        coalesce((SELECT string_agg(t.name || ': ' || m.role, ', ' ORDER BY t.name)
            FROM membership m JOIN tenant t USING (tenant_id)
            WHERE m.user_id = u.user_id AND t.deactivated_at IS NULL), '') AS roles,
        app.ms(u.created_at) AS created_at
    FROM user_account u;

-- People by address; of the page after or before one address. state: '', active, off or super.
CREATE FUNCTION app.user_list(wanted text, state text, after text, before text, most integer)
RETURNS SETOF user_shown
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT v.* FROM (
        (SELECT user_id FROM user_account u WHERE before = '' AND u.email_key > after
            AND app.user_fits(u, wanted, state) ORDER BY u.email_key LIMIT most)
        UNION ALL
        (SELECT user_id FROM user_account u WHERE before <> '' AND u.email_key < before
            AND app.user_fits(u, wanted, state) ORDER BY u.email_key DESC LIMIT most)
    ) page JOIN user_shown v USING (user_id) ORDER BY v.email_key;
END $$;
CREATE FUNCTION app.user_fits(u user_account, wanted text, state text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT (wanted = '' OR strpos(u.email_key || ' ' || lower(u.name), lower(wanted)) > 0)
        AND CASE state WHEN 'active' THEN u.deactivated_at IS NULL WHEN 'off' THEN u.deactivated_at IS NOT NULL
            WHEN 'super' THEN u.is_super ELSE true END
$$;

CREATE FUNCTION app.user_read(of_user bigint) RETURNS SETOF user_shown
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT * FROM user_shown v WHERE v.user_id = of_user;
END $$;

-- Every workspace that somebody has a role in.
CREATE FUNCTION app.user_roles(of_user bigint) RETURNS TABLE (tenant_id bigint, slug text, name text,
    role text, active boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT t.tenant_id, t.slug, t.name, m.role, t.deactivated_at IS NULL
    FROM membership m JOIN tenant t USING (tenant_id) WHERE m.user_id = of_user ORDER BY t.slug;
END $$;

CREATE FUNCTION app.user_check(of_user bigint) RETURNS user_account
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE u user_account;
BEGIN
    PERFORM app.need_super();
    SELECT * INTO u FROM user_account WHERE user_id = of_user FOR NO KEY UPDATE;
    IF u.user_id IS NULL THEN
        PERFORM app.fail('LG002', 'This person does not exist.');
    END IF;
    RETURN u;
END $$;

-- Nobody switches off or demotes themselves, so a super admin is always left.
CREATE FUNCTION app.user_set_active(of_user bigint, active boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE u user_account;
BEGIN
    LOCK TABLE user_account IN SHARE ROW EXCLUSIVE MODE;
    u := app.user_check(of_user);
    IF of_user = app.actor() THEN
        PERFORM app.fail('LG003', 'You cannot switch off your own account. Another super admin can.');
    END IF;
    UPDATE user_account SET deactivated_at = CASE WHEN NOT active THEN now() END
    WHERE user_id = of_user AND (deactivated_at IS NULL) <> active;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    UPDATE session SET revoked_at = now() WHERE user_id = of_user AND revoked_at IS NULL;
    UPDATE one_time_link SET used_at = now() WHERE user_id = of_user AND used_at IS NULL;
    PERFORM app.audit_write(NULL, CASE WHEN active THEN 'user_on' ELSE 'user_off' END, of_user, u.email, NULL);
END $$;

CREATE FUNCTION app.user_set_super(of_user bigint, super boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE u user_account;
BEGIN
    LOCK TABLE user_account IN SHARE ROW EXCLUSIVE MODE;
    u := app.user_check(of_user);
    IF of_user = app.actor() THEN
        PERFORM app.fail('LG003', 'You cannot take this right from yourself. Another super admin can.');
    END IF;
    UPDATE user_account SET is_super = super WHERE user_id = of_user AND is_super <> super;
    IF FOUND THEN
        PERFORM app.audit_write(NULL, CASE WHEN super THEN 'super_on' ELSE 'super_off' END, of_user, u.email, NULL);
    END IF;
END $$;

CREATE FUNCTION app.user_sessions_end(of_user bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    u user_account := app.user_check(of_user);
    n bigint;
BEGIN
    UPDATE session SET revoked_at = now() WHERE user_id = of_user AND revoked_at IS NULL;
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM app.audit_write(NULL, 'session_end', of_user, u.email, jsonb_build_object('sessions', n));
    RETURN n;
END $$;

CREATE FUNCTION app.user_second_factor_remove(of_user bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM app.user_check(of_user);
    RETURN app.second_factor_drop(of_user);
END $$;

-- A link with which somebody sets a password: for two hours, or 72 when it is their first.
CREATE FUNCTION app.reset_link_add(of_user bigint, token text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    u user_account := app.user_check(of_user);
    hours integer := CASE WHEN u.password_hash IS NULL THEN 72 ELSE 2 END;
BEGIN
    IF u.deactivated_at IS NOT NULL THEN
        PERFORM app.fail('LG003', 'This account is switched off. Switch it on first.');
    END IF;
    UPDATE one_time_link SET used_at = now() WHERE user_id = of_user AND kind = 'reset' AND used_at IS NULL;
    INSERT INTO one_time_link (token_hash, kind, user_id, created_by, expires_at)
    VALUES (token, 'reset', of_user, app.actor(), now() + make_interval(hours => hours));
    PERFORM app.audit_write(NULL, 'reset_link', of_user, u.email, NULL);
    RETURN hours;
END $$;

-- The audit log, newest first: of one workspace for its admins, of everything (0) for super admins.
-- what: an action or ''; who: part of a name or address of the person who did it or had it done.
CREATE FUNCTION app.audit_list(of_tenant bigint, what text, who text, after bigint, before bigint, most integer)
RETURNS TABLE (audit_id bigint, at bigint, tenant_name text, tenant_slug text, actor_name text,
    actor_email text, action text, subject text, detail text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE people bigint[];
BEGIN
    IF of_tenant = 0 OR NOT EXISTS (SELECT FROM tenant WHERE tenant_id = of_tenant AND deactivated_at IS NULL) THEN
        PERFORM app.need_super();
    ELSE
        PERFORM app.need_admin(of_tenant);
    END IF;
    IF who <> '' THEN
        SELECT coalesce(array_agg(user_id), '{}') INTO people FROM (SELECT user_id FROM user_account u
            WHERE strpos(u.email_key || ' ' || lower(u.name), lower(who)) > 0 LIMIT 500) found;
    END IF;
    RETURN QUERY SELECT a.audit_id, app.ms(a.at), coalesce(t.name, ''), coalesce(t.slug, ''),
        coalesce(u.name, ''), coalesce(u.email, ''), a.action, a.subject, a.detail::text
    FROM (
        (SELECT * FROM audit x WHERE before = 0 AND (after = 0 OR x.audit_id < after)
            AND (of_tenant = 0 OR x.tenant_id = of_tenant) AND (what = '' OR x.action = what)
            AND (who = '' OR x.actor = ANY (people) OR x.user_id = ANY (people)
                OR strpos(lower(x.subject), lower(who)) > 0)
            ORDER BY x.audit_id DESC LIMIT most)
        UNION ALL
        (SELECT * FROM audit x WHERE before <> 0 AND x.audit_id > before
            AND (of_tenant = 0 OR x.tenant_id = of_tenant) AND (what = '' OR x.action = what)
            AND (who = '' OR x.actor = ANY (people) OR x.user_id = ANY (people)
                OR strpos(lower(x.subject), lower(who)) > 0)
            ORDER BY x.audit_id LIMIT most)
    ) a
    LEFT JOIN tenant t ON t.tenant_id = a.tenant_id
    LEFT JOIN user_account u ON u.user_id = a.actor
    ORDER BY a.audit_id DESC;
END $$;

-- What no longer matters: sessions and links a month after their end, counts of tries after a day.
CREATE FUNCTION app.account_sweep() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    n bigint;
    gone bigint := 0;
BEGIN
    DELETE FROM session WHERE least(coalesce(revoked_at, expires_at), expires_at, seen_at + idle)
        < now() - interval '30 days';
    GET DIAGNOSTICS n = ROW_COUNT;
    gone := gone + n;
    DELETE FROM one_time_link WHERE coalesce(used_at, expires_at) < now() - interval '30 days';
    GET DIAGNOSTICS n = ROW_COUNT;
    gone := gone + n;
    DELETE FROM login_attempt WHERE greatest(began_at, until) < now() - interval '1 day';
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN gone + n;
END $$;

GRANT EXECUTE ON FUNCTION app.tenant_add(text, text, text), app.tenant_list(text, text, text, integer),
    app.tenant_set_active(bigint, boolean), app.user_add(text, text, text, text, boolean),
    app.user_set_role(bigint, bigint, text), app.user_id(text), app.user_read(bigint),
    app.user_list(text, text, text, text, integer), app.reset_link_add(bigint, text)
    TO leadgen_app, leadgen_batch;
GRANT EXECUTE ON FUNCTION app.user_roles(bigint), app.user_set_active(bigint, boolean),
    app.user_set_super(bigint, boolean), app.user_sessions_end(bigint),
    app.user_second_factor_remove(bigint), app.audit_list(bigint, text, text, bigint, bigint, integer)
    TO leadgen_app;
GRANT EXECUTE ON FUNCTION app.account_sweep() TO leadgen_batch;

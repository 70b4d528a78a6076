-- What people do with their own account, and what the admins of a workspace do with its members.

-- Own account ---------------------------------------------------------------------------------

CREATE FUNCTION app.profile_read() RETURNS TABLE (name text, email text, theme text, density text,
    time_zone text, shortcuts boolean, is_super boolean, has_second_factor boolean, codes_left bigint,
    created_at bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.name, u.email, u.theme, u.density, coalesce(u.time_zone, ''), u.shortcuts, u.is_super,
        EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.user_id AND f.confirmed_at IS NOT NULL),
        (SELECT count(*) FROM recovery_code c WHERE c.user_id = u.user_id AND c.used_at IS NULL),
        app.ms(u.created_at)
    FROM user_account u WHERE u.user_id = app.need_user()
$$;

CREATE FUNCTION app.profile_change(new_name text, new_theme text, new_density text, new_zone text,
    new_shortcuts boolean) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE user_account SET name = new_name, theme = new_theme, density = new_density,
        time_zone = nullif(new_zone, ''), shortcuts = new_shortcuts
    WHERE user_id = app.need_user()
$$;

-- The workspaces of the actor; a super admin may enter every one. 500 at most.
CREATE FUNCTION app.my_tenants() RETURNS TABLE (tenant_id bigint, slug text, name text, role text,
    is_demo boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.tenant_id, t.slug, t.name, coalesce(m.role, 'admin'), t.is_demo
    FROM tenant t
    LEFT JOIN membership m ON m.tenant_id = t.tenant_id AND m.user_id = app.need_user()
    WHERE t.deactivated_at IS NULL AND (m.role IS NOT NULL OR app.acting_super())
    ORDER BY m.role IS NULL, t.is_demo, t.name COLLATE "und-x-icu", t.tenant_id LIMIT 500
$$;

-- Sets the actor's password and ends all their sessions but one.
CREATE FUNCTION app.password_change(hash text, keep_session bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE u user_account;
BEGIN
    UPDATE user_account SET password_hash = hash WHERE user_id = app.need_user() RETURNING * INTO u;
    UPDATE session SET revoked_at = now()
    WHERE user_id = u.user_id AND session_id <> keep_session AND revoked_at IS NULL;
    UPDATE one_time_link SET used_at = now()
    WHERE user_id = u.user_id AND used_at IS NULL;
    PERFORM app.audit_write(NULL, 'password_change', u.user_id, u.email, NULL);
END $$;

-- Second factor -------------------------------------------------------------------------------

CREATE FUNCTION app.second_factor_begin(sealed text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO second_factor AS f (user_id, secret) VALUES (app.need_user(), sealed)
    ON CONFLICT (user_id) DO UPDATE SET secret = sealed, created_at = now(), last_step = 0
        WHERE f.confirmed_at IS NULL;
    IF NOT FOUND THEN
        PERFORM app.fail('LG003', 'A second factor is in force already. Switch it off first.');
    END IF;
END $$;

CREATE FUNCTION app.second_factor_own() RETURNS TABLE (secret text, confirmed_at bigint, last_step bigint,
    codes_left bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.secret, app.ms(f.confirmed_at), f.last_step, (SELECT count(*) FROM recovery_code c
        WHERE c.user_id = f.user_id AND c.used_at IS NULL)
    FROM second_factor f WHERE f.user_id = app.need_user()
$$;

CREATE FUNCTION app.recovery_codes_put(of_user bigint, hashes text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM recovery_code WHERE user_id = of_user;
    INSERT INTO recovery_code (user_id, code_hash) SELECT of_user, unnest(hashes);
$$;

-- Puts the begun factor in force. False: none was begun, or the code was used before.
CREATE FUNCTION app.second_factor_confirm(step bigint, hashes text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE u user_account;
BEGIN
    UPDATE second_factor SET confirmed_at = now(), last_step = step
    WHERE user_id = app.need_user() AND confirmed_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    SELECT * INTO u FROM user_account WHERE user_id = app.actor();
    PERFORM app.recovery_codes_put(u.user_id, hashes);
    PERFORM app.audit_write(NULL, 'second_factor_on', u.user_id, u.email, NULL);
    RETURN true;
END $$;

CREATE FUNCTION app.recovery_codes_renew(hashes text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE u user_account;
BEGIN
    SELECT a.* INTO u FROM user_account a JOIN second_factor f USING (user_id)
    WHERE a.user_id = app.need_user() AND f.confirmed_at IS NOT NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM app.recovery_codes_put(u.user_id, hashes);
    PERFORM app.audit_write(NULL, 'recovery_codes_new', u.user_id, u.email, NULL);
    RETURN true;
END $$;

CREATE FUNCTION app.second_factor_drop(of_user bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM second_factor WHERE user_id = of_user;
    IF FOUND THEN
        PERFORM app.audit_write(NULL, 'second_factor_off', of_user,
            (SELECT email FROM user_account WHERE user_id = of_user), NULL);
    END IF;
    RETURN FOUND;
END $$;
CREATE FUNCTION app.second_factor_remove() RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT app.second_factor_drop(app.need_user()) $$;

-- The second step of signing in: begun after the password, good for ten minutes and five tries.
CREATE FUNCTION app.second_step_begin(of_user bigint, token text, stay boolean) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO one_time_link (token_hash, kind, user_id, keep, expires_at)
    VALUES (token, 'second_step', of_user, stay, now() + interval '10 minutes')
$$;

-- Whose step it is; counts a try when `counted`. No row: the link is used or too old.
CREATE FUNCTION app.second_step_try(token text, counted boolean) RETURNS TABLE (user_id bigint,
    email text, secret text, last_step bigint, keep boolean, wait bigint, tries_left bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    r record;
    c record;
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
        SELECT * INTO c FROM app.login_count('second ' || r.user_id, 5);
    ELSE
        SELECT 0 AS wait, 5 AS tries_left INTO c;
    END IF;
    RETURN QUERY SELECT r.user_id, r.email, r.secret, r.last_step, r.keep, c.wait::bigint,
        c.tries_left::bigint;
END $$;

-- Ends the second step with a code that fitted (its step), or with a recovery code (its hash).
-- False: the code was used before.
CREATE FUNCTION app.second_step_done(token text, step bigint, code text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l one_time_link;
BEGIN
    SELECT * INTO l FROM one_time_link WHERE token_hash = token AND kind = 'second_step'
        AND used_at IS NULL AND expires_at > now() FOR UPDATE;
    IF code IS NULL THEN
        UPDATE second_factor SET last_step = step WHERE user_id = l.user_id AND last_step < step;
    ELSE
        UPDATE recovery_code SET used_at = now()
        WHERE user_id = l.user_id AND code_hash = code AND used_at IS NULL;
    END IF;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE one_time_link SET used_at = now() WHERE link_id = l.link_id;
    DELETE FROM login_attempt WHERE key = 'second ' || l.user_id;
    IF code IS NOT NULL THEN
        PERFORM app.audit_write(NULL, 'recovery_code_used', l.user_id,
            (SELECT email FROM user_account WHERE user_id = l.user_id), NULL);
    END IF;
    RETURN true;
END $$;

-- Links ---------------------------------------------------------------------------------------

-- What an invitation or reset link is about. No row: it is unknown, used or too old.
CREATE FUNCTION app.link_read(token text) RETURNS TABLE (kind text, user_id bigint, email text, name text,
    tenant_slug text, tenant_name text, role text, invited_by text, has_account boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.kind, u.user_id, coalesce(u.email, l.email), coalesce(u.name, ''), coalesce(t.slug, ''),
        coalesce(t.name, ''), coalesce(l.role, ''), coalesce(i.name, ''),
        l.kind = 'invitation' AND u.user_id IS NOT NULL
    FROM one_time_link l
    LEFT JOIN user_account u ON u.user_id = l.user_id OR (l.kind = 'invitation' AND u.email_key = l.email_key)
    LEFT JOIN tenant t ON t.tenant_id = l.tenant_id
    LEFT JOIN user_account i ON i.user_id = l.created_by
    WHERE l.token_hash = token AND l.kind IN ('invitation', 'reset') AND l.used_at IS NULL
        AND l.expires_at > now() AND u.deactivated_at IS NULL AND t.deactivated_at IS NULL
$$;

CREATE FUNCTION app.link_take(token text, wanted text) RETURNS one_time_link
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l one_time_link;
BEGIN
    UPDATE one_time_link SET used_at = now() WHERE token_hash = token AND kind = wanted
        AND used_at IS NULL AND expires_at > now() RETURNING * INTO l;
    IF NOT FOUND THEN
        PERFORM app.fail('LG002', 'This link was used already, or is too old. Ask for a new one.');
    END IF;
    RETURN l;
END $$;

-- Sets the password behind a reset link; every session of the account ends. Returns the account.
CREATE FUNCTION app.link_reset(token text, hash text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    l one_time_link := app.link_take(token, 'reset');
    u user_account;
BEGIN
    UPDATE user_account SET password_hash = hash WHERE user_id = l.user_id AND deactivated_at IS NULL
        RETURNING * INTO u;
    IF NOT FOUND THEN
        PERFORM app.fail('LG004', 'This account is switched off.');
    END IF;
    UPDATE session SET revoked_at = now() WHERE user_id = u.user_id AND revoked_at IS NULL;
    UPDATE one_time_link SET used_at = now() WHERE user_id = u.user_id AND used_at IS NULL;
    DELETE FROM login_attempt WHERE key = app.login_key(u.email_key);
    PERFORM set_config('app.actor', u.user_id::text, true);
    PERFORM app.audit_write(NULL, 'password_reset', u.user_id, u.email, NULL);
    RETURN u.user_id;
END $$;

-- A higher role that somebody has already is not lowered by an invitation.
CREATE FUNCTION app.member_join(of_tenant bigint, of_user bigint, new_role text, asked_by bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO membership AS m (tenant_id, user_id, role, created_by)
    VALUES (of_tenant, of_user, new_role, asked_by)
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = new_role
        WHERE app.rank_of(m.role) < app.rank_of(new_role);
    PERFORM set_config('app.actor', of_user::text, true);
    PERFORM app.audit_write(of_tenant, 'member_join', of_user,
        (SELECT email FROM user_account WHERE user_id = of_user), jsonb_build_object('role', new_role));
END $$;

-- Takes up an invitation with a new account. An account that exists is never touched by a link
-- that an admin of some workspace made: its owner signs in and accepts.
CREATE FUNCTION app.link_join_new(token text, new_name text, hash text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    l one_time_link := app.link_take(token, 'invitation');
    id bigint;
BEGIN
    INSERT INTO user_account (email, email_key, name, password_hash)
    VALUES (l.email, l.email_key, new_name, hash) RETURNING user_id INTO id;
    PERFORM app.member_join(l.tenant_id, id, l.role, l.created_by);
    RETURN id;
END $$;
CREATE FUNCTION app.link_join(token text, of_user bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l one_time_link := app.link_take(token, 'invitation');
BEGIN
    IF NOT EXISTS (SELECT FROM user_account WHERE user_id = of_user AND email_key = l.email_key
            AND deactivated_at IS NULL) THEN
        PERFORM app.fail('LG004', 'This invitation is for somebody else.');
    END IF;
    PERFORM app.member_join(l.tenant_id, of_user, l.role, l.created_by);
END $$;

-- Members of a workspace, by its admins ---------------------------------------------------------

CREATE FUNCTION app.member_list(of_tenant bigint) RETURNS TABLE (user_id bigint, name text, email text,
    role text, has_second_factor boolean, joined_at bigint, is_super boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_admin(of_tenant);
    RETURN QUERY SELECT u.user_id, u.name, u.email, m.role, EXISTS (SELECT FROM second_factor f
            WHERE f.user_id = u.user_id AND f.confirmed_at IS NOT NULL), app.ms(m.created_at), u.is_super
    FROM membership m JOIN user_account u USING (user_id)
    WHERE m.tenant_id = of_tenant AND u.deactivated_at IS NULL
    ORDER BY u.name COLLATE "und-x-icu", u.user_id LIMIT 1000;
END $$;

-- After a change: some admin must be left. The lock keeps two admins from demoting each other.
CREATE FUNCTION app.member_check(of_tenant bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM membership m JOIN user_account u USING (user_id)
            WHERE m.tenant_id = of_tenant AND m.role = 'admin' AND u.deactivated_at IS NULL) THEN
        PERFORM app.fail('LG003', 'A workspace keeps at least one admin. Make somebody else an admin first.');
    END IF;
END $$;

CREATE FUNCTION app.member_set_role(of_tenant bigint, of_user bigint, new_role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE was text;
BEGIN
    PERFORM app.need_admin(of_tenant);
    PERFORM FROM tenant WHERE tenant_id = of_tenant FOR NO KEY UPDATE;
    SELECT role INTO was FROM membership WHERE tenant_id = of_tenant AND user_id = of_user FOR UPDATE;
    IF was IS NULL THEN
        PERFORM app.fail('LG002', 'This person is not a member of the workspace.');
    END IF;
    IF was <> new_role THEN
        UPDATE membership SET role = new_role WHERE tenant_id = of_tenant AND user_id = of_user;
        PERFORM app.member_check(of_tenant);
        PERFORM app.audit_write(of_tenant, 'member_role', of_user,
            (SELECT email FROM user_account WHERE user_id = of_user),
            jsonb_build_object('role', new_role, 'was', was));
    END IF;
END $$;

CREATE FUNCTION app.member_remove(of_tenant bigint, of_user bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE was text;
BEGIN
    PERFORM app.need_admin(of_tenant);
    PERFORM FROM tenant WHERE tenant_id = of_tenant FOR NO KEY UPDATE;
    DELETE FROM membership WHERE tenant_id = of_tenant AND user_id = of_user RETURNING role INTO was;
    IF was IS NULL THEN
        PERFORM app.fail('LG002', 'This person is not a member of the workspace.');
    END IF;
    PERFORM app.member_check(of_tenant);
    UPDATE api_token SET revoked_at = now()
    WHERE tenant_id = of_tenant AND user_id = of_user AND revoked_at IS NULL;
    PERFORM app.audit_write(of_tenant, 'member_remove', of_user,
        (SELECT email FROM user_account WHERE user_id = of_user), jsonb_build_object('was', was));
END $$;

-- Invites a person to a workspace; an open invitation of the same person is replaced.
CREATE FUNCTION app.invite(of_tenant bigint, to_email text, to_key text, new_role text, token text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE id bigint;
BEGIN
    PERFORM app.need_admin(of_tenant);
    IF EXISTS (SELECT FROM membership m JOIN user_account u USING (user_id)
            WHERE m.tenant_id = of_tenant AND u.email_key = to_key AND u.deactivated_at IS NULL) THEN
        PERFORM app.fail('LG003', 'This person is a member already.');
    END IF;
    INSERT INTO one_time_link AS l (token_hash, kind, tenant_id, email, email_key, role, created_by, expires_at)
    VALUES (token, 'invitation', of_tenant, to_email, to_key, new_role, app.actor(), now() + interval '72 hours')
    ON CONFLICT (tenant_id, email_key) WHERE kind = 'invitation' AND used_at IS NULL
    DO UPDATE SET token_hash = token, role = new_role, created_by = app.actor(), created_at = now(),
        expires_at = now() + interval '72 hours'
    RETURNING link_id INTO id;
    PERFORM app.audit_write(of_tenant, 'member_invite', NULL, to_email, jsonb_build_object('role', new_role));
    RETURN id;
END $$;

CREATE FUNCTION app.invitation_list(of_tenant bigint) RETURNS TABLE (link_id bigint, email text, role text,
    invited_by text, created_at bigint, expires_at bigint, expired boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_admin(of_tenant);
    RETURN QUERY SELECT l.link_id, l.email, l.role, coalesce(u.name, ''), app.ms(l.created_at),
        app.ms(l.expires_at), l.expires_at <= now()
    FROM one_time_link l LEFT JOIN user_account u ON u.user_id = l.created_by
    WHERE l.tenant_id = of_tenant AND l.kind = 'invitation' AND l.used_at IS NULL
    ORDER BY l.email_key LIMIT 500;
END $$;

CREATE FUNCTION app.invitation_withdraw(of_tenant bigint, id bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE l one_time_link;
BEGIN
    PERFORM app.need_admin(of_tenant);
    UPDATE one_time_link SET used_at = now() WHERE link_id = id AND tenant_id = of_tenant
        AND kind = 'invitation' AND used_at IS NULL RETURNING * INTO l;
    IF l.link_id IS NOT NULL THEN
        PERFORM app.audit_write(of_tenant, 'invitation_withdraw', NULL, l.email, NULL);
    END IF;
    RETURN l.link_id IS NOT NULL;
END $$;

-- The workspace itself ------------------------------------------------------------------------

CREATE FUNCTION app.tenant_settings(of_tenant bigint) RETURNS TABLE (tenant_id bigint, slug text, name text,
    time_zone text, locale text, default_country text, created_at bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.tenant_id, t.slug, t.name, t.time_zone, t.locale, coalesce(t.default_country, ''), app.ms(t.created_at)
    FROM tenant t WHERE t.tenant_id = of_tenant AND (app.rank_in(of_tenant) > 0 OR app.is_command_line())
$$;

CREATE FUNCTION app.tenant_change(of_tenant bigint, new_name text, new_zone text, new_locale text,
    new_country text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t tenant;
BEGIN
    PERFORM app.need_admin(of_tenant);
    UPDATE tenant SET name = new_name, time_zone = new_zone, locale = new_locale,
        default_country = nullif(new_country, '')
    WHERE tenant_id = of_tenant RETURNING * INTO t;
    PERFORM app.audit_write(of_tenant, 'tenant_change', NULL, t.slug, jsonb_build_object('name', t.name,
        'time_zone', t.time_zone, 'locale', t.locale, 'default_country', t.default_country));
END $$;

-- API tokens ----------------------------------------------------------------------------------

CREATE FUNCTION app.api_token_add(of_tenant bigint, new_name text, new_scope text, token text, days bigint)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE id bigint;
BEGIN
    PERFORM app.need_user();
    PERFORM app.need_admin(of_tenant);
    INSERT INTO api_token (tenant_id, user_id, token_hash, name, scope, expires_at)
    VALUES (of_tenant, app.actor(), token, new_name, new_scope,
        CASE WHEN days > 0 THEN now() + make_interval(days => days::integer) END)
    RETURNING api_token_id INTO id;
    PERFORM app.audit_write(of_tenant, 'api_token_add', NULL, new_name,
        jsonb_build_object('scope', new_scope, 'days', nullif(days, 0)));
    RETURN id;
END $$;

-- Tokens that are good or have run out; revoked ones only show in the audit log.
CREATE FUNCTION app.api_token_list(of_tenant bigint) RETURNS TABLE (api_token_id bigint, name text,
    scope text, user_name text, created_at bigint, expires_at bigint, used_at bigint, state text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_admin(of_tenant);
    RETURN QUERY SELECT a.api_token_id, a.name, a.scope, u.name, app.ms(a.created_at),
        app.ms(a.expires_at), app.ms(a.used_at),
        CASE WHEN a.expires_at <= now() THEN 'expired'
            WHEN u.deactivated_at IS NOT NULL OR NOT (u.is_super OR EXISTS (SELECT FROM membership m
                WHERE m.tenant_id = a.tenant_id AND m.user_id = a.user_id)) THEN 'orphaned'
            ELSE 'good' END
    FROM api_token a JOIN user_account u USING (user_id)
    WHERE a.tenant_id = of_tenant AND a.revoked_at IS NULL
    ORDER BY a.api_token_id DESC LIMIT 500;
END $$;

CREATE FUNCTION app.api_token_revoke(of_tenant bigint, id bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE a api_token;
BEGIN
    PERFORM app.need_admin(of_tenant);
    UPDATE api_token SET revoked_at = now() WHERE api_token_id = id AND tenant_id = of_tenant
        AND revoked_at IS NULL RETURNING * INTO a;
    IF a.api_token_id IS NOT NULL THEN
        PERFORM app.audit_write(of_tenant, 'api_token_revoke', NULL, a.name, NULL);
    END IF;
    RETURN a.api_token_id IS NOT NULL;
END $$;

GRANT EXECUTE ON FUNCTION app.profile_read(), app.profile_change(text, text, text, text, boolean),
    app.my_tenants(), app.password_change(text, bigint), app.second_factor_begin(text),
    app.second_factor_own(), app.second_factor_confirm(bigint, text[]), app.recovery_codes_renew(text[]),
    app.second_factor_remove(), app.second_step_begin(bigint, text, boolean),
    app.second_step_try(text, boolean), app.second_step_done(text, bigint, text), app.link_read(text),
    app.link_reset(text, text), app.link_join_new(text, text, text), app.link_join(text, bigint),
    app.member_list(bigint), app.member_set_role(bigint, bigint, text), app.member_remove(bigint, bigint),
    app.invite(bigint, text, text, text, text), app.invitation_list(bigint),
    app.invitation_withdraw(bigint, bigint), app.tenant_settings(bigint),
    app.tenant_change(bigint, text, text, text, text), app.api_token_add(bigint, text, text, text, bigint),
    app.api_token_list(bigint), app.api_token_revoke(bigint, bigint) TO leadgen_app;
GRANT EXECUTE ON FUNCTION app.tenant_settings(bigint), app.member_list(bigint) TO leadgen_batch;

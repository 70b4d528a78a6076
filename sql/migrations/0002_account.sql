-- Accounts: sessions, links that work once, second factors, API tokens and the audit log.
-- None of these tables has grants: pages and jobs reach them through the functions in app, and each
-- function checks by itself what the caller may do in the very tenant it is about.

CREATE TABLE session (
    session_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash text NOT NULL CONSTRAINT session_token_unique UNIQUE, -- SHA-256, hex
    user_id bigint NOT NULL REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    idle interval NOT NULL,           -- without use for so long, it ends
    expires_at timestamptz NOT NULL,  -- it ends then in any case
    revoked_at timestamptz,
    user_agent text NOT NULL CONSTRAINT session_user_agent_form CHECK (length(user_agent) <= 200),
    address text NOT NULL CONSTRAINT session_address_form CHECK (length(address) <= 60)
);
CREATE INDEX session_by_user ON session (user_id, session_id) WHERE revoked_at IS NULL;

CREATE TABLE one_time_link (
    link_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash text NOT NULL CONSTRAINT one_time_link_token_unique UNIQUE,
    kind text NOT NULL CONSTRAINT one_time_link_kind CHECK (kind IN ('invitation', 'reset', 'second_step')),
    user_id bigint REFERENCES user_account,  -- reset, second_step: whose
    tenant_id bigint REFERENCES tenant,      -- invitation: to which workspace,
    email text,                              -- for whom,
    email_key text,
    role text CONSTRAINT one_time_link_role CHECK (role IN ('viewer', 'editor', 'admin')), -- as what
    keep boolean NOT NULL DEFAULT false,     -- second_step: "keep me signed in" was chosen
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by bigint REFERENCES user_account,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT one_time_link_shape CHECK (CASE WHEN kind = 'invitation'
        THEN tenant_id IS NOT NULL AND email IS NOT NULL AND email_key IS NOT NULL AND role IS NOT NULL
        ELSE user_id IS NOT NULL END)
);
CREATE UNIQUE INDEX one_time_link_invited ON one_time_link (tenant_id, email_key)
    WHERE kind = 'invitation' AND used_at IS NULL;
CREATE INDEX one_time_link_by_user ON one_time_link (user_id) WHERE used_at IS NULL;

-- Tries to sign in, counted per account, per second factor and per address. The key of an account is
-- a hash of the address that was typed, whether there is such an account or not.
CREATE TABLE login_attempt (
    key text PRIMARY KEY,
    tries integer NOT NULL DEFAULT 0,
    began_at timestamptz NOT NULL DEFAULT now(),
    until timestamptz -- refused before
);

CREATE TABLE second_factor (
    user_id bigint PRIMARY KEY REFERENCES user_account,
    secret text NOT NULL,              -- sealed under the key file
    confirmed_at timestamptz,          -- NULL: begun, not in force
    last_step bigint NOT NULL DEFAULT 0, -- of the newest code taken; older ones are refused
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE recovery_code (
    user_id bigint NOT NULL REFERENCES second_factor ON DELETE CASCADE,
    code_hash text NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (user_id, code_hash)
);

-- A token works in one tenant, as the person who made it, and never above its own scope.
CREATE TABLE api_token (
    api_token_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id bigint NOT NULL REFERENCES tenant,
    user_id bigint NOT NULL REFERENCES user_account,
    token_hash text NOT NULL CONSTRAINT api_token_token_unique UNIQUE,
    name text NOT NULL CONSTRAINT api_token_name_form CHECK (length(name) BETWEEN 1 AND 60),
    scope text NOT NULL CONSTRAINT api_token_scope CHECK (scope IN ('read', 'write', 'admin')),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz, -- NULL: never
    used_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX api_token_by_tenant ON api_token (tenant_id, api_token_id);

CREATE TABLE audit (
    audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    tenant_id bigint REFERENCES tenant,   -- NULL: about the whole system or a person's account
    actor bigint REFERENCES user_account, -- NULL: the command line, or nobody who signed in
    action text NOT NULL CONSTRAINT audit_action_form CHECK (action ~ '^[a-z_]{3,40}$'),
    user_id bigint REFERENCES user_account, -- the person it was done to, if any
    subject text NOT NULL,                -- name of what it was done to, as it was then
    detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_by_tenant ON audit (tenant_id, audit_id);
CREATE INDEX audit_by_actor ON audit (actor, audit_id);
CREATE INDEX audit_by_user ON audit (user_id, audit_id);
CREATE INDEX audit_by_action ON audit (action, audit_id);
CREATE FUNCTION app.audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit log is only ever added to'; END $$;
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION app.audit_stays();

-- Milliseconds since 1970, as the program counts time.
CREATE FUNCTION app.ms(at timestamptz) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (extract(epoch FROM at) * 1000)::bigint $$;

CREATE FUNCTION app.rank_of(role text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE role WHEN 'viewer' THEN 1 WHEN 'editor' THEN 2 WHEN 'admin' THEN 3 ELSE 0 END $$;

-- The highest rank of the session: that of an API token's scope, otherwise no limit.
CREATE FUNCTION app.cap() RETURNS integer LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('app.cap', true), '')::integer, 3) $$;

-- Rank of the actor in one tenant: what every function about that tenant asks first.
CREATE FUNCTION app.rank_in(wanted bigint) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT least(CASE WHEN u.is_super THEN 3 ELSE app.rank_of(m.role) END, app.cap())
        FROM tenant t
        JOIN user_account u ON u.user_id = app.actor() AND u.deactivated_at IS NULL
        LEFT JOIN membership m ON m.tenant_id = t.tenant_id AND m.user_id = u.user_id
        WHERE t.tenant_id = wanted AND t.deactivated_at IS NULL), 0)
$$;

-- Super admins act as such only in person, never through a token.
CREATE FUNCTION app.acting_super() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(current_setting('app.cap', true), '') = '' AND EXISTS (
        SELECT FROM user_account WHERE user_id = app.actor() AND is_super AND deactivated_at IS NULL)
$$;

-- leadgen-batch, started by the operator and working for nobody in particular.
CREATE FUNCTION app.is_command_line() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT session_user IN ('leadgen_batch', 'leadgen_owner') AND app.actor() IS NULL $$;

CREATE FUNCTION app.need_super() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (app.acting_super() OR app.is_command_line()) THEN
        PERFORM app.fail('LG004', 'Only a super admin may do this.');
    END IF;
END $$;
CREATE FUNCTION app.need_admin(wanted bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF app.rank_in(wanted) < 3 AND NOT app.is_command_line() THEN
        PERFORM app.fail('LG004', 'Only an admin of this workspace may do this.');
    END IF;
END $$;
CREATE FUNCTION app.need_user() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    IF app.actor() IS NULL OR current_setting('app.cap', true) <> '' THEN
        PERFORM app.fail('LG004', 'Only a person who is signed in may do this.');
    END IF;
    RETURN app.actor();
END $$;

CREATE FUNCTION app.audit_write(of_tenant bigint, what text, whom bigint, named text, more jsonb)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO audit (tenant_id, actor, action, user_id, subject, detail)
    VALUES (of_tenant, app.actor(), what, whom, named, coalesce(more, '{}'))
$$;

-- For every area: notes an act of the session's person in the session's tenant.
CREATE FUNCTION app.audit_add(what text, named text, more jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT app.audit_write(app.tenant(), what, NULL, named, more)
$$;

-- Who is calling. Sets tenant and actor for the transaction; no row: nobody, and nothing is set.
-- Works in a READ ONLY transaction.
CREATE FUNCTION app.auth_open(token text, wanted text)
RETURNS TABLE (user_id bigint, tenant_id bigint, session_id bigint, user_name text, user_email text,
    tenant_slug text, tenant_name text, role text, theme text, density text, timezone text,
    locale text, role_rank bigint, is_super boolean, shortcuts_off boolean, touch_due boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE r record;
BEGIN
    PERFORM set_config('app.tenant', '', true), set_config('app.actor', '', true),
        set_config('app.cap', '', true);
    SELECT s.session_id, s.seen_at, u.user_id, u.name, u.email, u.is_super, u.theme, u.density,
        u.time_zone, u.shortcuts, t.tenant_id, t.slug, t.name AS tenant_name, t.locale,
        t.time_zone AS tenant_zone, t.role
    INTO r
    FROM session s
    JOIN user_account u ON u.user_id = s.user_id AND u.deactivated_at IS NULL
    LEFT JOIN LATERAL (
        SELECT t.*, CASE WHEN u.is_super THEN 'admin' ELSE m.role END AS role
        FROM tenant t
        LEFT JOIN membership m ON m.tenant_id = t.tenant_id AND m.user_id = u.user_id
        WHERE t.slug = wanted AND t.deactivated_at IS NULL
    ) t ON t.role IS NOT NULL
    WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > now()
        AND s.seen_at + s.idle > now();
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM set_config('app.tenant', coalesce(r.tenant_id::text, ''), true),
        set_config('app.actor', r.user_id::text, true);
    RETURN QUERY SELECT r.user_id, r.tenant_id, r.session_id, r.name, r.email, coalesce(r.slug, ''),
        coalesce(r.tenant_name, ''), coalesce(r.role, ''), CASE r.theme WHEN 'auto' THEN '' ELSE r.theme END,
        CASE r.density WHEN 'normal' THEN '' ELSE r.density END,
        coalesce(r.time_zone, r.tenant_zone, 'UTC'), coalesce(r.locale, 'en'),
        app.rank_of(r.role)::bigint, r.is_super, NOT r.shortcuts, r.seen_at < now() - interval '1 minute';
END $$;

-- The same for an API token: it is good in its own tenant only, as long as its maker may work there,
-- and as a super admin nobody works through a token.
CREATE FUNCTION app.auth_open_token(token text, wanted text)
RETURNS TABLE (user_id bigint, tenant_id bigint, session_id bigint, user_name text, user_email text,
    tenant_slug text, tenant_name text, role text, theme text, density text, timezone text,
    locale text, role_rank bigint, is_super boolean, shortcuts_off boolean, touch_due boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE r record;
BEGIN
    PERFORM set_config('app.tenant', '', true), set_config('app.actor', '', true),
        set_config('app.cap', '', true);
    SELECT a.api_token_id, a.used_at, u.user_id, u.name, u.email, t.tenant_id, t.slug,
        t.name AS tenant_name, t.locale, coalesce(u.time_zone, t.time_zone) AS time_zone,
        least(CASE WHEN u.is_super THEN 3 ELSE app.rank_of(m.role) END,
            CASE a.scope WHEN 'read' THEN 1 WHEN 'write' THEN 2 ELSE 3 END) AS rank
    INTO r
    FROM api_token a
    JOIN user_account u ON u.user_id = a.user_id AND u.deactivated_at IS NULL
    JOIN tenant t ON t.tenant_id = a.tenant_id AND t.deactivated_at IS NULL
    LEFT JOIN membership m ON m.tenant_id = t.tenant_id AND m.user_id = u.user_id
    WHERE a.token_hash = token AND a.revoked_at IS NULL
        AND (a.expires_at IS NULL OR a.expires_at > now()) AND (u.is_super OR m.role IS NOT NULL);
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF r.slug IS DISTINCT FROM wanted THEN
        r.tenant_id := NULL;
        r.rank := 0;
    END IF;
    PERFORM set_config('app.tenant', coalesce(r.tenant_id::text, ''), true),
        set_config('app.actor', r.user_id::text, true), set_config('app.cap', r.rank::text, true);
    RETURN QUERY SELECT r.user_id, r.tenant_id, r.api_token_id, r.name, r.email,
        CASE WHEN r.rank > 0 THEN r.slug ELSE '' END, CASE WHEN r.rank > 0 THEN r.tenant_name ELSE '' END,
        (ARRAY['', 'viewer', 'editor', 'admin'])[r.rank + 1], '', '', r.time_zone, r.locale,
        r.rank::bigint, false, false, r.used_at IS NULL OR r.used_at < now() - interval '1 minute';
END $$;

-- Notes that a session or token is in use; at most once a minute, outside the page's transaction.
CREATE FUNCTION app.auth_touch(token text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE session SET seen_at = now() WHERE token_hash = token AND revoked_at IS NULL
        AND seen_at < now() - interval '1 minute' AND seen_at + idle > now();
    IF NOT FOUND THEN
        UPDATE api_token SET used_at = now() WHERE token_hash = token AND revoked_at IS NULL
            AND (used_at IS NULL OR used_at < now() - interval '1 minute');
    END IF;
END $$;

-- Counts a try under a key; from the one after the `most`-th within 15 minutes on, all are refused
-- for 15 minutes. The count comes before the password is looked at, so that many tries at once
-- are no way around it.
CREATE FUNCTION app.login_count(of_key text, most integer, OUT wait bigint, OUT tries_left integer)
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE a login_attempt;
BEGIN
    INSERT INTO login_attempt (key) VALUES (of_key) ON CONFLICT DO NOTHING;
    SELECT * INTO a FROM login_attempt WHERE key = of_key FOR UPDATE;
    IF a.until > now() THEN
        wait := ceil(extract(epoch FROM a.until - now()));
        tries_left := 0;
        RETURN;
    END IF;
    IF a.until IS NOT NULL OR a.began_at < now() - interval '15 minutes' THEN
        a.tries := 0;
        a.began_at := now();
    END IF;
    wait := 0;
    tries_left := most - a.tries - 1;
    UPDATE login_attempt SET tries = a.tries + 1, began_at = a.began_at,
        until = CASE WHEN tries_left <= 0 THEN now() + interval '15 minutes' END
    WHERE key = of_key;
END $$;

CREATE FUNCTION app.login_key(typed text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT 'account ' || encode(sha256(convert_to(typed, 'UTF8')), 'hex') $$;

-- A network of IPv6 is one household; what is no address counts as one.
CREATE FUNCTION app.address_key(address text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN 'address ' || CASE family(address::inet)
        WHEN 6 THEN network(set_masklen(address::inet, 64))::text ELSE host(address::inet) END;
EXCEPTION WHEN OTHERS THEN
    RETURN 'address unknown';
END $$;

-- Begins a try to sign in: counts it for the account and the address. One row always; for an
-- account that does not exist, is switched off or has no password yet, password_hash is NULL.
CREATE FUNCTION app.login_try(typed text, address text)
RETURNS TABLE (user_id bigint, password_hash text, user_name text, has_second_factor boolean, wait bigint,
    tries_left bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    one record;
    all_of record;
BEGIN
    SELECT * INTO one FROM app.login_count(app.login_key(typed), 5);
    IF one.wait > 0 THEN
        RETURN QUERY SELECT NULL::bigint, NULL::text, NULL::text, false, one.wait, 0::bigint;
        RETURN;
    END IF;
    SELECT * INTO all_of FROM app.login_count(app.address_key(address), 60);
    IF all_of.wait > 0 THEN
        RETURN QUERY SELECT NULL::bigint, NULL::text, NULL::text, false, all_of.wait, 0::bigint;
        RETURN;
    END IF;
    IF one.tries_left = 0 THEN
        PERFORM app.audit_write(NULL, 'sign_in_paused',
            (SELECT u.user_id FROM user_account u WHERE u.email_key = typed), left(typed, 254),
            jsonb_build_object('address', address));
    END IF;
    RETURN QUERY SELECT u.user_id, u.password_hash, u.name, EXISTS (SELECT FROM second_factor f
            WHERE f.user_id = u.user_id AND f.confirmed_at IS NOT NULL),
        0::bigint, one.tries_left::bigint
    FROM (SELECT 1) always
    LEFT JOIN user_account u ON u.email_key = typed AND u.deactivated_at IS NULL;
END $$;

-- A right password: the account's count starts anew, the address gets its try back.
CREATE FUNCTION app.login_forgive(typed text, address text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM login_attempt WHERE key = app.login_key(typed);
    UPDATE login_attempt SET tries = greatest(tries - 1, 0), until = NULL
    WHERE key = app.address_key(address);
$$;

-- Starts a session of a person who has shown who they are.
CREATE FUNCTION app.session_start(of_user bigint, token text, keep boolean, agent text, address text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    id bigint;
    u user_account;
BEGIN
    UPDATE user_account SET last_login_at = now() WHERE user_id = of_user AND deactivated_at IS NULL
        RETURNING * INTO u;
    IF NOT FOUND THEN
        PERFORM app.fail('LG004', 'This account is switched off.');
    END IF;
    INSERT INTO session (token_hash, user_id, idle, expires_at, user_agent, address)
    VALUES (token, of_user, CASE WHEN keep THEN interval '14 days' ELSE interval '12 hours' END,
        now() + interval '30 days', left(agent, 200), left(address, 60))
    RETURNING session_id INTO id;
    PERFORM set_config('app.actor', of_user::text, true);
    PERFORM app.audit_write(NULL, 'sign_in', of_user, u.email, jsonb_build_object('address', address));
    RETURN id;
END $$;

CREATE FUNCTION app.session_end(token text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE session SET revoked_at = now() WHERE token_hash = token AND revoked_at IS NULL
$$;

CREATE VIEW session_shown AS
    SELECT s.session_id, s.user_id, u.name AS user_name, u.email AS user_email,
        app.ms(s.created_at) AS created_at, app.ms(s.seen_at) AS seen_at,
        app.ms(least(s.expires_at, s.seen_at + s.idle)) AS ends_at, s.user_agent, s.address
    FROM session s JOIN user_account u USING (user_id)
    WHERE s.revoked_at IS NULL AND s.expires_at > now() AND s.seen_at + s.idle > now();

-- The live sessions of the actor, the latest first.
CREATE FUNCTION app.session_list_own() RETURNS SETOF session_shown
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM session_shown WHERE user_id = app.need_user() ORDER BY seen_at DESC LIMIT 200
$$;

-- All live sessions, or those of one person, below the id `before`: super admins.
CREATE FUNCTION app.session_list(of_user bigint, before bigint, most integer) RETURNS SETOF session_shown
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT * FROM session_shown s WHERE (of_user IS NULL OR s.user_id = of_user)
        AND s.session_id < before ORDER BY s.session_id DESC LIMIT most;
END $$;

-- Ends one session: one's own, or as a super admin anybody's. False: there is no such session.
CREATE FUNCTION app.session_revoke(id bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := app.need_user();
    s session;
BEGIN
    UPDATE session SET revoked_at = now() WHERE session_id = id AND revoked_at IS NULL
        AND (user_id = me OR app.acting_super()) RETURNING * INTO s;
    IF s.session_id IS NOT NULL THEN
        PERFORM app.audit_write(NULL, 'session_end', s.user_id,
            (SELECT email FROM user_account WHERE user_id = s.user_id),
            jsonb_build_object('address', s.address));
    END IF;
    RETURN s.session_id IS NOT NULL;
END $$;

-- Ends all sessions of the actor but one (0: all); returns how many.
CREATE FUNCTION app.session_revoke_others(keep bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := app.need_user();
    n bigint;
BEGIN
    UPDATE session SET revoked_at = now() WHERE user_id = me AND session_id <> keep AND revoked_at IS NULL;
    GET DIAGNOSTICS n = ROW_COUNT;
    IF n > 0 THEN
        PERFORM app.audit_write(NULL, 'session_end', me,
            (SELECT email FROM user_account WHERE user_id = me), jsonb_build_object('sessions', n));
    END IF;
    RETURN n;
END $$;

GRANT EXECUTE ON FUNCTION app.ms(timestamptz), app.acting_super(), app.audit_add(text, text, jsonb)
    TO leadgen_app, leadgen_batch;
GRANT EXECUTE ON FUNCTION app.auth_open(text, text), app.auth_open_token(text, text), app.auth_touch(text),
    app.login_try(text, text), app.login_forgive(text, text),
    app.session_start(bigint, text, boolean, text, text), app.session_end(text),
    app.session_list_own(), app.session_list(bigint, bigint, integer), app.session_revoke(bigint),
    app.session_revoke_others(bigint) TO leadgen_app;

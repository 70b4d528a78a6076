
CREATE SCHEMA app;

ALTER SCHEMA app OWNER TO leadgen_owner;

ALTER SCHEMA public OWNER TO leadgen_owner;

CREATE FUNCTION app.account_sweep() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.account_sweep() OWNER TO leadgen_owner;

CREATE FUNCTION app.acting_super() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(current_setting('app.cap', true), '') = '' AND EXISTS (
        SELECT FROM user_account WHERE user_id = app.actor() AND is_super AND deactivated_at IS NULL)
$$;

ALTER FUNCTION app.acting_super() OWNER TO leadgen_owner;

CREATE FUNCTION app.active_tenants() RETURNS TABLE(tenant_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT tenant_id FROM tenant WHERE deactivated_at IS NULL ORDER BY tenant_id
$$;

ALTER FUNCTION app.active_tenants() OWNER TO leadgen_owner;

CREATE FUNCTION app.actor() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.actor', true), '')::bigint $$;

ALTER FUNCTION app.actor() OWNER TO leadgen_owner;

CREATE FUNCTION app.address_key(address text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
BEGIN
    RETURN 'address ' || CASE family(address::inet)
        WHEN 6 THEN network(set_masklen(address::inet, 64))::text ELSE host(address::inet) END;
EXCEPTION WHEN OTHERS THEN
    RETURN 'address unknown';
END $$;

ALTER FUNCTION app.address_key(address text) OWNER TO leadgen_owner;

CREATE FUNCTION app.analyze_young() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF (SELECT reltuples < 20000 FROM pg_class WHERE oid = 'company'::regclass) THEN
        ANALYZE company;
    END IF;
    IF (SELECT reltuples < 20000 FROM pg_class WHERE oid = 'contact'::regclass) THEN
        ANALYZE contact;
    END IF;
END $$;

ALTER FUNCTION app.analyze_young() OWNER TO leadgen_owner;

CREATE FUNCTION app.api_token_add(of_tenant bigint, new_name text, new_scope text, token text, days bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.api_token_add(of_tenant bigint, new_name text, new_scope text, token text, days bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.api_token_list(of_tenant bigint) RETURNS TABLE(api_token_id bigint, name text, scope text, user_name text, created_at bigint, expires_at bigint, used_at bigint, state text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.api_token_list(of_tenant bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.api_token_revoke(of_tenant bigint, id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.api_token_revoke(of_tenant bigint, id bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.audit_add(what text, named text, more jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT app.audit_write(app.tenant(), what, NULL, named, more)
$$;

ALTER FUNCTION app.audit_add(what text, named text, more jsonb) OWNER TO leadgen_owner;

CREATE FUNCTION app.audit_list(of_tenant bigint, what text, who text, after bigint, before bigint, most integer) RETURNS TABLE(audit_id bigint, at bigint, tenant_name text, tenant_slug text, actor_name text, actor_email text, action text, subject text, detail text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.audit_list(of_tenant bigint, what text, who text, after bigint, before bigint, most integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.audit_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN RAISE EXCEPTION 'the audit log is only ever added to'; END $$;

ALTER FUNCTION app.audit_stays() OWNER TO leadgen_owner;

CREATE FUNCTION app.audit_write(of_tenant bigint, what text, whom bigint, named text, more jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO audit (tenant_id, actor, action, user_id, subject, detail)
    VALUES (of_tenant, app.actor(), what, whom, named, coalesce(more, '{}'))
$$;

ALTER FUNCTION app.audit_write(of_tenant bigint, what text, whom bigint, named text, more jsonb) OWNER TO leadgen_owner;

CREATE FUNCTION app.auth_open(token text, wanted text) RETURNS TABLE(user_id bigint, tenant_id bigint, session_id bigint, user_name text, user_email text, tenant_slug text, tenant_name text, role text, theme text, density text, timezone text, locale text, role_rank bigint, is_super boolean, shortcuts_off boolean, touch_due boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.auth_open(token text, wanted text) OWNER TO leadgen_owner;

CREATE FUNCTION app.auth_open_token(token text, wanted text) RETURNS TABLE(user_id bigint, tenant_id bigint, session_id bigint, user_name text, user_email text, tenant_slug text, tenant_name text, role text, theme text, density text, timezone text, locale text, role_rank bigint, is_super boolean, shortcuts_off boolean, touch_due boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.auth_open_token(token text, wanted text) OWNER TO leadgen_owner;

CREATE FUNCTION app.auth_touch(token text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE session SET seen_at = now() WHERE token_hash = token AND revoked_at IS NULL
        AND seen_at < now() - interval '1 minute' AND seen_at + idle > now();
    IF NOT FOUND THEN
        UPDATE api_token SET used_at = now() WHERE token_hash = token AND revoked_at IS NULL
            AND (used_at IS NULL OR used_at < now() - interval '1 minute');
    END IF;
END $$;

ALTER FUNCTION app.auth_touch(token text) OWNER TO leadgen_owner;

CREATE FUNCTION app.budget_list() RETURNS TABLE(slug text, name text, mode text, limit_micros bigint, topped_micros bigint, spent_micros bigint, reserved_micros bigint, spent_30 bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT t.slug, t.name, coalesce(b.mode, 'none'), coalesce(b.limit_micros, 0), coalesce(b.topped_micros, 0),
        coalesce(b.spent_micros, 0), coalesce(b.reserved_micros, 0),
        coalesce((SELECT sum(l.amount_micros) FROM ledger l WHERE l.tenant_id = t.tenant_id
            AND l.kind IN ('settle', 'overrun') AND l.at > now() - interval '30 days'), 0)::bigint
    FROM tenant t LEFT JOIN budget b USING (tenant_id)
    WHERE app.is_super() AND t.deactivated_at IS NULL
    ORDER BY coalesce(b.mode, 'none') = 'none', t.name, t.tenant_id LIMIT 500
$$;

ALTER FUNCTION app.budget_list() OWNER TO leadgen_owner;

CREATE FUNCTION app.budget_next(began timestamp with time zone, day integer) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE WHEN day > 0 THEN (
        SELECT min(least(month + make_interval(days => day - 1), month + interval '1 month - 1 day'))
        FROM generate_series(0, 1) AS n
        CROSS JOIN LATERAL (SELECT date_trunc('month', began AT TIME ZONE 'UTC')
            + make_interval(months => n) AS month) AS m
        WHERE least(month + make_interval(days => day - 1), month + interval '1 month - 1 day')
            > began AT TIME ZONE 'UTC'
    ) AT TIME ZONE 'UTC' END
$$;

ALTER FUNCTION app.budget_next(began timestamp with time zone, day integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.campaign_candidates(campaign bigint, ids bigint[], barred bigint[], bars text[]) RETURNS TABLE(contact_id bigint, why text, busy boolean, score integer)
    LANGUAGE sql STABLE
    AS $$
    SELECT i.id,
        CASE WHEN x.contact_id IS NOT NULL THEN 'already'
            WHEN b.bar IS NOT NULL THEN b.bar
            WHEN EXISTS (SELECT FROM contact o WHERE o.tenant_id = app.tenant()
                AND o.contact_id = p.duplicate_of AND o.deleted_at IS NULL) THEN 'duplicate' END,
        EXISTS (SELECT FROM campaign_person q JOIN campaign g ON g.tenant_id = q.tenant_id
                AND g.campaign_id = q.campaign_id
            WHERE q.tenant_id = app.tenant() AND q.contact_id = i.id AND q.campaign_id <> campaign
                AND q.state <> 'excluded' AND g.deleted_at IS NULL
                AND g.state IN ('ready', 'generating', 'review', 'approved', 'sending', 'paused')),
        c.score
    FROM (SELECT DISTINCT unnest(ids) AS id) i
    LEFT JOIN LATERAL (SELECT p.duplicate_of, p.company_id FROM contact p
        WHERE p.tenant_id = app.tenant() AND p.contact_id = i.id AND p.deleted_at IS NULL OFFSET 0) p ON true
    LEFT JOIN LATERAL (SELECT c.score FROM company c WHERE c.tenant_id = app.tenant()
        AND c.company_id = p.company_id AND c.deleted_at IS NULL OFFSET 0) c ON true
    LEFT JOIN LATERAL (SELECT x.contact_id FROM campaign_person x WHERE x.tenant_id = app.tenant()
        AND x.campaign_id = campaign AND x.contact_id = i.id OFFSET 0) x ON true
    LEFT JOIN (SELECT DISTINCT ON (u.id) u.id, u.bar FROM unnest(barred, bars) AS u(id, bar)) b ON b.id = i.id
$$;

ALTER FUNCTION app.campaign_candidates(campaign bigint, ids bigint[], barred bigint[], bars text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.campaign_gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE n campaign_count;
BEGIN
    IF NOT app.campaign_may(OLD.state, NEW.state) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_move',
            MESSAGE = format('a campaign cannot go from %s to %s', OLD.state, NEW.state);
    END IF;
    -- The lock makes writers of messages wait, or this wait for them.
    SELECT * INTO n FROM campaign_count c
        WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id FOR UPDATE;
    -- Not on the way back from writing or review: then people are added again.
    IF NEW.state IN ('ready', 'generating') AND OLD.state IN ('draft', 'ready') AND (n.people = 0 OR NOT EXISTS (SELECT FROM campaign_step s
            WHERE s.tenant_id = NEW.tenant_id AND s.campaign_id = NEW.campaign_id AND s.is_on)) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_ready',
            MESSAGE = 'a campaign needs people and a step';
    END IF;
    IF NEW.state = 'approved' AND (n.draft > 0 OR n.approved = 0) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_drafts',
            MESSAGE = 'every message must be decided, and one approved';
    END IF;
    IF NEW.state = 'approved' AND (NEW.check_id IS NULL OR EXISTS (SELECT FROM campaign_conflict f
            WHERE f.tenant_id = NEW.tenant_id AND f.check_id = NEW.check_id AND f.severity = 3
                AND f.state = 'open')) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_conflicts',
            MESSAGE = 'conflicts that block must be solved or accepted';
    END IF;
    RETURN NEW;
END $$;

ALTER FUNCTION app.campaign_gate() OWNER TO leadgen_owner;

CREATE FUNCTION app.campaign_may(before text, after text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT (before, after) IN (
        ('draft', 'ready'), ('draft', 'archived'),
        ('ready', 'draft'), ('ready', 'generating'), ('ready', 'archived'),
        ('generating', 'review'), ('generating', 'ready'),
        ('review', 'approved'), ('review', 'ready'), ('review', 'archived'),
        ('approved', 'review'), ('approved', 'sending'), ('approved', 'finished'), ('approved', 'archived'),
        ('sending', 'paused'), ('sending', 'finished'),
        ('paused', 'sending'), ('paused', 'finished'),
        ('finished', 'archived'))
$$;

ALTER FUNCTION app.campaign_may(before text, after text) OWNER TO leadgen_owner;

CREATE FUNCTION app.campaign_new() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO campaign_count (tenant_id, campaign_id) VALUES (NEW.tenant_id, NEW.campaign_id);
    RETURN NULL;
END $$;

ALTER FUNCTION app.campaign_new() OWNER TO leadgen_owner;

CREATE FUNCTION app.campaign_people(campaign bigint, ids bigint[]) RETURNS TABLE(contact_id bigint, company_id bigint, address integer, email_kind integer, linkedin boolean, phone boolean, country text, status integer, company_status integer, tier integer, verdict integer, employment integer, skip_channels text[], not_before date, domain text, gone boolean)
    LANGUAGE sql STABLE
    AS $$
    SELECT p.contact_id, o.company_id,
        CASE WHEN o.email IS NULL THEN 0 WHEN o.email_state = 6 THEN 2 ELSE 1 END,
        coalesce(o.codes[4], 0)::integer, o.linkedin_url IS NOT NULL,
        o.phone IS NOT NULL OR o.mobile_phone IS NOT NULL, coalesce(o.country, c.country),
        coalesce(o.codes[5], 0)::integer, coalesce(c.codes[6], 0)::integer, coalesce(c.codes[7], 0)::integer,
        coalesce(t.verdict, 0)::integer, coalesce(o.employment, 0)::integer, p.skip_channels, p.not_before,
        c.domain, o.contact_id IS NULL
    FROM campaign_person p
    LEFT JOIN LATERAL (SELECT o.* FROM contact o WHERE o.tenant_id = app.tenant() AND o.contact_id = p.contact_id
        AND o.deleted_at IS NULL AND o.erased_at IS NULL OFFSET 0) o ON true
    LEFT JOIN LATERAL (SELECT c.company_id, c.codes, c.country, c.domain FROM company c
        WHERE c.tenant_id = app.tenant() AND c.company_id = o.company_id AND c.deleted_at IS NULL OFFSET 0) c ON true
    LEFT JOIN LATERAL (SELECT t.verdict FROM triage t WHERE t.tenant_id = app.tenant()
        AND t.company_id = c.company_id OFFSET 0) t ON true
    WHERE p.tenant_id = app.tenant() AND p.campaign_id = campaign AND p.state <> 'excluded'
        AND (ids IS NULL OR p.contact_id = ANY (ids))
$$;

ALTER FUNCTION app.campaign_people(campaign bigint, ids bigint[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.campaign_readiness(campaign bigint, ids bigint[]) RETURNS TABLE(contact_id bigint, company_id bigint, of_company text[], of_person text[], ready integer)
    LANGUAGE sql STABLE
    AS $$
    WITH people AS MATERIALIZED (
        SELECT p.*, w.email AS by_email,
            (w.email AND p.address = 1) OR (w.linkedin AND p.linkedin) OR (w.phone AND p.phone) AS way
        FROM app.campaign_people(campaign, ids) p CROSS JOIN app.campaign_ways(campaign) w
    ), looked AS (
        SELECT p.contact_id, p.company_id, p.way,
            CASE WHEN p.domain IS NULL THEN '{}' ELSE ARRAY(SELECT s.stage
                FROM unnest('{crawl,facts,score}'::text[]) WITH ORDINALITY AS s(stage, n)
                WHERE NOT s.stage = ANY (k.there) ORDER BY s.n) END AS of_company,
            CASE WHEN NOT p.by_email THEN '{}'
                WHEN p.address = 0 AND p.domain IS NOT NULL AND NOT 'email_find' = ANY (l.there)
                    THEN '{email_find}'
                WHEN p.address = 1 AND NOT 'email_verify' = ANY (l.there) THEN '{email_verify}'
                ELSE '{}' END::text[] AS of_person
        FROM people p
        CROSS JOIN LATERAL (SELECT coalesce(array_agg(l.stage), '{}') AS there FROM stage_latest l
            WHERE l.tenant_id = app.tenant() AND l.entity = 1 AND l.record_id = p.company_id
                AND l.result <> 'failed') k
        CROSS JOIN LATERAL (SELECT coalesce(array_agg(l.stage), '{}') AS there FROM stage_latest l
            WHERE l.tenant_id = app.tenant() AND l.entity = 2 AND l.record_id = p.contact_id
                AND l.result <> 'failed') l
    )
    SELECT contact_id, company_id, of_company, of_person,
        CASE WHEN NOT way AND NOT 'email_find' = ANY (of_person) THEN 3
            WHEN cardinality(of_company) + cardinality(of_person) > 0 THEN 2 ELSE 1 END
    FROM looked
$$;

ALTER FUNCTION app.campaign_readiness(campaign bigint, ids bigint[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.campaign_ways(campaign bigint, OUT email boolean, OUT linkedin boolean, OUT phone boolean) RETURNS record
    LANGUAGE sql STABLE
    AS $$
    SELECT coalesce(bool_or(s.channel = 'email'), true),
        coalesce(bool_or(s.channel IN ('linkedin_connect', 'linkedin_message')), true),
        coalesce(bool_or(s.channel = 'call'), true)
    FROM campaign_step s WHERE s.tenant_id = app.tenant() AND s.campaign_id = campaign AND s.is_on
$$;

ALTER FUNCTION app.campaign_ways(campaign bigint, OUT email boolean, OUT linkedin boolean, OUT phone boolean) OWNER TO leadgen_owner;

CREATE FUNCTION app.cap() RETURNS integer
    LANGUAGE sql STABLE
    AS $$ SELECT coalesce(nullif(current_setting('app.cap', true), '')::integer, 3) $$;

ALTER FUNCTION app.cap() OWNER TO leadgen_owner;

CREATE FUNCTION app.change_shown(of_entity smallint, field text, value text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE field
        WHEN 'owner_id' THEN app.user_name(value::bigint)
        WHEN 'company_id' THEN (SELECT o.name FROM company o
            WHERE o.tenant_id = app.tenant() AND o.company_id = value::bigint)
        WHEN 'tag_ids' THEN (SELECT string_agg(t.name, ', ' ORDER BY t.name_key) FROM tag t
            WHERE t.tenant_id = app.tenant() AND t.tag_id = ANY (ARRAY(
                SELECT jsonb_array_elements_text(value::jsonb)::bigint)))
        WHEN 'list_ids' THEN (SELECT string_agg(l.name, ', ' ORDER BY l.name_key) FROM list l
            WHERE l.tenant_id = app.tenant() AND l.list_id = ANY (ARRAY(
                SELECT jsonb_array_elements_text(value::jsonb)::bigint)))
        WHEN 'custom' THEN (SELECT string_agg(coalesce(f.label, c.key) || ': ' || c.value, ', '
                ORDER BY coalesce(f.label, c.key))
            FROM jsonb_each_text(value::jsonb) AS c
            LEFT JOIN custom_field f ON f.tenant_id = app.tenant() AND f.entity = of_entity
                AND f.key = c.key)
        ELSE value
    END
$$;

ALTER FUNCTION app.change_shown(of_entity smallint, field text, value text) OWNER TO leadgen_owner;

CREATE FUNCTION app.change_values(record jsonb, bits bigint, names text[]) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT coalesce(jsonb_object_agg(n.name, record -> n.name), '{}')
    FROM unnest(names) WITH ORDINALITY AS n(name, place)
    WHERE (bits >> (n.place - 1)::int) & 1 = 1 AND jsonb_typeof(record -> n.name) <> 'null'
$$;

ALTER FUNCTION app.change_values(record jsonb, bits bigint, names text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.company_score() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.erased_at IS NOT NULL THEN
        NEW.score := NULL;
        DELETE FROM score WHERE tenant_id = NEW.tenant_id AND company_id = NEW.company_id;
        DELETE FROM score_evidence WHERE tenant_id = NEW.tenant_id AND company_id = NEW.company_id;
        DELETE FROM score_verdict WHERE tenant_id = NEW.tenant_id AND company_id = NEW.company_id;
        DELETE FROM score_history WHERE tenant_id = NEW.tenant_id AND company_id = NEW.company_id;
    END IF;
    NEW.codes[12] := app.score_code(NEW.score);
    RETURN NEW;
END $$;

ALTER FUNCTION app.company_score() OWNER TO leadgen_owner;

CREATE FUNCTION app.contact_bar(is_there boolean, status text, company_status text, verdict smallint) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE WHEN NOT is_there THEN 'gone' WHEN status = 'disqualified' THEN 'disqualified'
        WHEN company_status = 'disqualified' THEN 'company' WHEN verdict = 3 THEN 'triage' END
$$;

ALTER FUNCTION app.contact_bar(is_there boolean, status text, company_status text, verdict smallint) OWNER TO leadgen_owner;

CREATE FUNCTION app.contact_email_state() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.email IS DISTINCT FROM OLD.email AND NEW.email_state = OLD.email_state THEN
        NEW.email_state := 0;
    END IF;
    -- CONTACT_CODE_EMAIL_STATE; older rows have fewer codes, and a gap would be NULL
    NEW.codes := NEW.codes || array_fill(0::smallint, ARRAY[greatest(0, 10 - cardinality(NEW.codes))]);
    NEW.codes[11] := NEW.email_state;
    RETURN NEW;
END $$;

ALTER FUNCTION app.contact_email_state() OWNER TO leadgen_owner;

CREATE FUNCTION app.contact_employment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.company_id IS DISTINCT FROM OLD.company_id AND NEW.employment = OLD.employment THEN
        NEW.employment := 0;
        NEW.last_seen_at := NULL;
    END IF;
    -- CONTACT_CODE_EMPLOYMENT; older rows have fewer codes, and a gap would be NULL
    NEW.codes := NEW.codes || array_fill(0::smallint, ARRAY[greatest(0, 11 - cardinality(NEW.codes))]);
    NEW.codes[12] := NEW.employment;
    RETURN NEW;
END $$;

ALTER FUNCTION app.contact_employment() OWNER TO leadgen_owner;

CREATE FUNCTION app.day_start(day bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT (date '1970-01-01' + day::integer)::timestamp AT TIME ZONE t.time_zone
    FROM tenant t WHERE t.tenant_id = app.tenant()
$$;

ALTER FUNCTION app.day_start(day bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.ensure_partitions() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET lock_timeout TO '2s'
    AS $_$
DECLARE
    parent record;
    month date;
    part text;
    made integer := 0;
    dropped integer := 0;
BEGIN
    FOR parent IN SELECT name, keep_months FROM app.partitioned ORDER BY name LOOP
        FOR n IN 0..2 LOOP
            month := date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => n);
            part := parent.name || to_char(month, '_YYYY_MM');
            CONTINUE WHEN to_regclass(part) IS NOT NULL;
            BEGIN
                EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                    part, parent.name, month || ' 00:00+00',
                    (month + interval '1 month')::date || ' 00:00+00');
                made := made + 1;
            EXCEPTION WHEN check_violation THEN
                RAISE WARNING '% stays in the default partition', part;
            END;
        END LOOP;
        month := date_trunc('month', now() AT TIME ZONE 'UTC')
            - make_interval(months => parent.keep_months);
        FOR part IN
            SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = parent.name::regclass AND c.relname ~ '_[0-9]{4}_[0-9]{2}$'
                AND to_date(right(c.relname, 7), 'YYYY_MM') < month
        LOOP
            EXECUTE format('DROP TABLE %I', part);
            dropped := dropped + 1;
        END LOOP;
    END LOOP;
    RETURN format('%s made, %s dropped', made, dropped);
END $_$;

ALTER FUNCTION app.ensure_partitions() OWNER TO leadgen_owner;

CREATE FUNCTION app.enter(tenant bigint, actor bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE ignored text;
BEGIN
    ignored := set_config('app.tenant', tenant::text, true);
    ignored := set_config('app.actor', coalesce(actor::text, ''), true);
END $$;

ALTER FUNCTION app.enter(tenant bigint, actor bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.fail(code text, message text) RETURNS void
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = code, MESSAGE = message; END $$;

ALTER FUNCTION app.fail(code text, message text) OWNER TO leadgen_owner;

CREATE FUNCTION app.files_unused(keys text[]) RETURNS TABLE(key text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT k.key FROM unnest(keys) AS k(key)
    WHERE NOT EXISTS (SELECT FROM import i WHERE i.file = k.key)
        AND NOT EXISTS (SELECT FROM record_export e WHERE e.file = k.key)
        AND NOT EXISTS (SELECT FROM campaign_export e WHERE e.file = k.key)
        AND NOT EXISTS (SELECT FROM pdf_file f WHERE f.file = k.key)
$$;

ALTER FUNCTION app.files_unused(keys text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.generation_moved() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE became text;
BEGIN
    IF NEW.state = 'running' THEN
        PERFORM FROM campaign c WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id
            AND c.run_id = NEW.run_id AND c.state IN ('ready', 'generating', 'review');
        IF NOT FOUND THEN
            RAISE EXCEPTION 'The campaign takes no new messages in its state, or another run writes them.'
                USING ERRCODE = 'LG003';
        END IF;
        UPDATE campaign c SET state = 'generating'
        WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id AND c.state = 'ready';
        RETURN NULL;
    END IF;
    UPDATE campaign_person p SET state = CASE r.result WHEN 'failed' THEN 'failed' ELSE 'excluded' END,
        reason = r.message
    FROM stage_result r
    WHERE r.tenant_id = NEW.tenant_id AND r.run_id = NEW.run_id AND r.entity = 2 AND r.stage = 'write'
        AND r.result IN ('failed', 'skipped') AND p.tenant_id = r.tenant_id
        AND p.campaign_id = NEW.campaign_id AND p.contact_id = r.record_id
        AND p.state IN ('waiting', 'failed');
    SELECT CASE WHEN NEW.state = 'done' AND n.draft + n.approved + n.rejected + n.set_aside + n.sent > 0
        THEN 'review' ELSE 'ready' END INTO became
    FROM campaign_count n WHERE n.tenant_id = NEW.tenant_id AND n.campaign_id = NEW.campaign_id;
    UPDATE campaign c SET state = became, updated_at = now()
    WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id AND c.run_id = NEW.run_id
        AND c.state = 'generating';
    RETURN NULL;
END $$;

ALTER FUNCTION app.generation_moved() OWNER TO leadgen_owner;

CREATE FUNCTION app.generation_spent() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE campaign c SET cost_micros = c.cost_micros + NEW.spent_micros - OLD.spent_micros
    WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id;
    RETURN NULL;
END $$;

ALTER FUNCTION app.generation_spent() OWNER TO leadgen_owner;

CREATE FUNCTION app.icp_version_keep() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'This version has been active: its signals stay as they were. Start a new version.'
        USING ERRCODE = 'LG003';
END $$;

ALTER FUNCTION app.icp_version_keep() OWNER TO leadgen_owner;

CREATE FUNCTION app.incarnation() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT s.system_identifier || '.' || d.oid || '.' || c.timeline_id
    FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d
    WHERE d.datname = current_database() AND app.tenant() IS NOT NULL
$$;

ALTER FUNCTION app.incarnation() OWNER TO leadgen_owner;

CREATE FUNCTION app.invitation_list(of_tenant bigint) RETURNS TABLE(link_id bigint, email text, role text, invited_by text, created_at bigint, expires_at bigint, expired boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_admin(of_tenant);
    RETURN QUERY SELECT l.link_id, l.email, l.role, coalesce(u.name, ''), app.ms(l.created_at),
        app.ms(l.expires_at), l.expires_at <= now() OR NOT app.link_stands(l)
    FROM one_time_link l LEFT JOIN user_account u ON u.user_id = l.created_by
    WHERE l.tenant_id = of_tenant AND l.kind = 'invitation' AND l.used_at IS NULL
    ORDER BY l.email_key LIMIT 500;
END $$;

ALTER FUNCTION app.invitation_list(of_tenant bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.invitation_withdraw(of_tenant bigint, id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.invitation_withdraw(of_tenant bigint, id bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.invite(of_tenant bigint, to_email text, to_key text, new_role text, token text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.invite(of_tenant bigint, to_email text, to_key text, new_role text, token text) OWNER TO leadgen_owner;

CREATE FUNCTION app.is_command_line() RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ SELECT session_user IN ('leadgen_batch', 'leadgen_owner') AND app.actor() IS NULL $$;

ALTER FUNCTION app.is_command_line() OWNER TO leadgen_owner;

CREATE FUNCTION app.is_super() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ SELECT app.acting_super() $$;

ALTER FUNCTION app.is_super() OWNER TO leadgen_owner;

CREATE FUNCTION app.job_cancel(id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE was text;
BEGIN
    SELECT state INTO was FROM job WHERE job_id = id AND app.sees_jobs(tenant_id) FOR NO KEY UPDATE;
    IF was IS NULL THEN
        RETURN false;
    ELSIF was = 'dead' THEN
        PERFORM app.job_file(id, 'dead');
    ELSIF was = 'waiting' THEN
        UPDATE job SET cancel_at = now(), state = 'ready', next_at = NULL, place = nextval('job_place')
        WHERE job_id = id;
        PERFORM pg_notify('leadgen_job', '');
    ELSE
        UPDATE job SET cancel_at = coalesce(cancel_at, now()) WHERE job_id = id;
    END IF;
    RETURN true;
END $$;

ALTER FUNCTION app.job_cancel(id bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.job_claim(low bigint, kinds text[], leases bigint[], by_worker text) RETURNS TABLE(job_id bigint, place bigint, tenant_id bigint, actor bigint, kind_name text, subject bigint, payload jsonb, attempts integer, done bigint, total bigint, cancel_asked boolean)
    LANGUAGE plpgsql
    SET enable_bitmapscan TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
DECLARE ignored text;
BEGIN
    ignored := set_config('synchronous_commit', 'off', true);
    RETURN QUERY
    WITH picked AS (
        SELECT j.job_id FROM job j
        WHERE j.state = 'ready' AND j.place >= low AND j.kind = ANY (kinds)
        ORDER BY j.place LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE job j SET state = 'running', attempts = j.attempts + 1, worker = by_worker,
        lease_until = now() + make_interval(secs => leases[array_position(kinds, j.kind)]),
        started_at = coalesce(j.started_at, now()), claimed_at = now(), beat_at = now(),
        claimed_done = j.done
    FROM picked WHERE j.job_id = picked.job_id
    RETURNING j.job_id, j.place, j.tenant_id, j.actor, j.kind, j.subject, j.payload, j.attempts, j.done,
        j.total, j.cancel_at IS NOT NULL;
END $$;

ALTER FUNCTION app.job_claim(low bigint, kinds text[], leases bigint[], by_worker text) OWNER TO leadgen_owner;

CREATE FUNCTION app.job_enqueue(new_kind text, new_subject bigint, new_payload jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE id bigint;
BEGIN
    LOOP
        INSERT INTO job (tenant_id, actor, kind, subject, payload)
        VALUES (app.tenant(), app.actor(), new_kind, new_subject, new_payload)
        ON CONFLICT DO NOTHING RETURNING job_id INTO id;
        EXIT WHEN id IS NOT NULL;
        SELECT job_id INTO id FROM job WHERE tenant_id = app.tenant() AND kind = new_kind
            AND subject = new_subject AND state <> 'dead';
        EXIT WHEN id IS NOT NULL;
    END LOOP;
    PERFORM pg_notify('leadgen_job', '');
    RETURN id;
END $$;

ALTER FUNCTION app.job_enqueue(new_kind text, new_subject bigint, new_payload jsonb) OWNER TO leadgen_owner;

CREATE FUNCTION app.job_file(id bigint, how text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH gone AS (DELETE FROM job WHERE job_id = id RETURNING *)
    INSERT INTO job_history (job_id, tenant_id, actor, kind, subject, payload, state, attempts,
        worker, done, total, message, reason, created_at, started_at)
    SELECT job_id, tenant_id, actor, kind, subject, payload, how, attempts,
        worker, done, total, message, reason, created_at, started_at
    FROM gone
$$;

ALTER FUNCTION app.job_file(id bigint, how text) OWNER TO leadgen_owner;

CREATE SEQUENCE public.job_place
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.job_place OWNER TO leadgen_owner;

CREATE TABLE public.job (
    job_id bigint NOT NULL,
    place bigint DEFAULT nextval('public.job_place'::regclass) NOT NULL,
    tenant_id bigint NOT NULL,
    actor bigint,
    kind text NOT NULL,
    subject bigint,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    state text DEFAULT 'ready'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone,
    lease_until timestamp with time zone,
    worker text,
    done bigint DEFAULT 0 NOT NULL,
    total bigint DEFAULT 0 NOT NULL,
    message text,
    reason text,
    cancel_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    claimed_at timestamp with time zone,
    claimed_done bigint DEFAULT 0 NOT NULL,
    beat_at timestamp with time zone,
    CONSTRAINT job_state CHECK ((state = ANY (ARRAY['ready'::text, 'waiting'::text, 'running'::text, 'dead'::text])))
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.02');

ALTER TABLE public.job OWNER TO leadgen_owner;

CREATE TABLE public.job_history (
    job_id bigint NOT NULL,
    tenant_id bigint NOT NULL,
    actor bigint,
    kind text NOT NULL,
    subject bigint,
    payload jsonb NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    worker text,
    done bigint NOT NULL,
    total bigint NOT NULL,
    message text,
    reason text,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT job_history_state CHECK ((state = ANY (ARRAY['done'::text, 'cancelled'::text, 'dead'::text])))
)
PARTITION BY RANGE (finished_at);

ALTER TABLE public.job_history OWNER TO leadgen_owner;

CREATE VIEW public.job_shown AS
 SELECT job.job_id,
    job.tenant_id,
    job.kind,
    job.subject,
    job.state,
    job.attempts,
    job.done,
    job.total,
    job.message,
    job.reason,
    job.actor,
    (job.cancel_at IS NOT NULL) AS cancel_asked,
        CASE
            WHEN ((job.state = 'running'::text) AND (job.done > job.claimed_done) AND (job.beat_at > job.claimed_at)) THEN (((job.done - job.claimed_done))::double precision / (EXTRACT(epoch FROM (job.beat_at - job.claimed_at)))::double precision)
            ELSE NULL::double precision
        END AS rate,
    (EXTRACT(epoch FROM job.created_at))::bigint AS created_at,
    (EXTRACT(epoch FROM job.started_at))::bigint AS started_at,
    (EXTRACT(epoch FROM
        CASE
            WHEN (job.state = 'waiting'::text) THEN job.next_at
            ELSE NULL::timestamp with time zone
        END))::bigint AS next_at,
    NULL::bigint AS finished_at
   FROM public.job
UNION ALL
 SELECT job_history.job_id,
    job_history.tenant_id,
    job_history.kind,
    job_history.subject,
    job_history.state,
    job_history.attempts,
    job_history.done,
    job_history.total,
    job_history.message,
    job_history.reason,
    job_history.actor,
    false AS cancel_asked,
    NULL::double precision AS rate,
    (EXTRACT(epoch FROM job_history.created_at))::bigint AS created_at,
    (EXTRACT(epoch FROM job_history.started_at))::bigint AS started_at,
    NULL::bigint AS next_at,
    (EXTRACT(epoch FROM job_history.finished_at))::bigint AS finished_at
   FROM public.job_history;

ALTER TABLE public.job_shown OWNER TO leadgen_owner;

CREATE FUNCTION app.job_list(wanted text, before bigint, most integer) RETURNS SETOF public.job_shown
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT * FROM job_shown
    WHERE CASE WHEN app.tenant() IS NULL THEN app.is_super() ELSE tenant_id = app.tenant() END
        AND job_id < before AND (wanted IS NULL OR state = wanted)
    ORDER BY job_id DESC LIMIT most
$$;

ALTER FUNCTION app.job_list(wanted text, before bigint, most integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.job_open(of_kind text, of_subject bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM job WHERE tenant_id = app.tenant() AND kind = of_kind
        AND subject = of_subject AND state <> 'dead')
$$;

ALTER FUNCTION app.job_open(of_kind text, of_subject bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.job_read(id bigint) RETURNS SETOF public.job_shown
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT * FROM job_shown WHERE job_id = id AND app.sees_jobs(tenant_id) ORDER BY finished_at LIMIT 1
$$;

ALTER FUNCTION app.job_read(id bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.job_retry(id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE job SET state = 'ready', attempts = 0, next_at = NULL, cancel_at = NULL,
        place = nextval('job_place')
    WHERE job_id = id AND state IN ('dead', 'waiting') AND app.sees_jobs(tenant_id);
    IF FOUND THEN
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN FOUND;
END $$;

ALTER FUNCTION app.job_retry(id bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.job_retry_dead() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE n bigint;
BEGIN
    UPDATE job j SET state = 'ready', attempts = 0, next_at = NULL, cancel_at = NULL, place = nextval('job_place')
    WHERE state = 'dead' AND app.sees_jobs(tenant_id) AND (subject IS NULL OR NOT EXISTS (
        SELECT FROM job o WHERE o.tenant_id = j.tenant_id AND o.kind = j.kind AND o.subject = j.subject
            AND (o.state <> 'dead' OR o.job_id > j.job_id)));
    GET DIAGNOSTICS n = ROW_COUNT;
    IF n > 0 THEN
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN n;
END $$;

ALTER FUNCTION app.job_retry_dead() OWNER TO leadgen_owner;

CREATE FUNCTION app.link_join(token text, of_user bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE l one_time_link := app.link_take(token, 'invitation');
BEGIN
    IF NOT EXISTS (SELECT FROM user_account WHERE user_id = of_user AND email_key = l.email_key
            AND deactivated_at IS NULL) THEN
        PERFORM app.fail('LG004', 'This invitation is for somebody else.');
    END IF;
    PERFORM app.member_join(l.tenant_id, of_user, l.role, l.created_by);
END $$;

ALTER FUNCTION app.link_join(token text, of_user bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.link_join_new(token text, new_name text, hash text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    l one_time_link := app.link_take(token, 'invitation');
    id bigint;
BEGIN
    INSERT INTO user_account (email, email_key, name, password_hash)
    VALUES (l.email, l.email_key, new_name, hash) RETURNING user_id INTO id;
    PERFORM app.member_join(l.tenant_id, id, l.role, l.created_by);
    RETURN id;
END $$;

ALTER FUNCTION app.link_join_new(token text, new_name text, hash text) OWNER TO leadgen_owner;

CREATE FUNCTION app.link_read(token text) RETURNS TABLE(kind text, user_id bigint, email text, name text, tenant_slug text, tenant_name text, role text, invited_by text, has_account boolean, has_second_factor boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.link_read(token text) OWNER TO leadgen_owner;

CREATE FUNCTION app.link_reset(token text, hash text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.link_reset(token text, hash text) OWNER TO leadgen_owner;

CREATE TABLE public.one_time_link (
    link_id bigint NOT NULL,
    token_hash text NOT NULL,
    kind text NOT NULL,
    user_id bigint,
    tenant_id bigint,
    email text,
    email_key text,
    role text,
    keep boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by bigint,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT one_time_link_kind CHECK ((kind = ANY (ARRAY['invitation'::text, 'reset'::text, 'second_step'::text]))),
    CONSTRAINT one_time_link_role CHECK ((role = ANY (ARRAY['viewer'::text, 'editor'::text, 'admin'::text]))),
    CONSTRAINT one_time_link_shape CHECK (
CASE
    WHEN (kind = 'invitation'::text) THEN ((tenant_id IS NOT NULL) AND (email IS NOT NULL) AND (email_key IS NOT NULL) AND (role IS NOT NULL))
    ELSE (user_id IS NOT NULL)
END)
);

ALTER TABLE public.one_time_link OWNER TO leadgen_owner;

CREATE FUNCTION app.link_stands(l public.one_time_link) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT l.kind <> 'invitation' OR l.created_by IS NULL OR EXISTS (SELECT FROM user_account u
        LEFT JOIN membership m ON m.user_id = u.user_id AND m.tenant_id = l.tenant_id
        WHERE u.user_id = l.created_by AND u.deactivated_at IS NULL AND (u.is_super OR m.role = 'admin'))
$$;

ALTER FUNCTION app.link_stands(l public.one_time_link) OWNER TO leadgen_owner;

CREATE FUNCTION app.link_take(token text, wanted text) RETURNS public.one_time_link
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE l one_time_link;
BEGIN
    UPDATE one_time_link o SET used_at = now() WHERE token_hash = token AND kind = wanted
        AND used_at IS NULL AND expires_at > now() AND app.link_stands(o) RETURNING * INTO l;
    IF NOT FOUND THEN
        PERFORM app.fail('LG002', 'This link was used already, or is too old. Ask for a new one.');
    END IF;
    RETURN l;
END $$;

ALTER FUNCTION app.link_take(token text, wanted text) OWNER TO leadgen_owner;

CREATE FUNCTION app.login_count(of_key text, most integer, OUT wait bigint, OUT tries_left integer) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.login_count(of_key text, most integer, OUT wait bigint, OUT tries_left integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.login_forgive(typed text, address text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    DELETE FROM login_attempt WHERE key = app.login_key(typed);
    UPDATE login_attempt SET tries = greatest(tries - 1, 0), until = NULL
    WHERE key = app.address_key(address);
$$;

ALTER FUNCTION app.login_forgive(typed text, address text) OWNER TO leadgen_owner;

CREATE FUNCTION app.login_key(typed text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT 'account ' || encode(sha256(convert_to(typed, 'UTF8')), 'hex') $$;

ALTER FUNCTION app.login_key(typed text) OWNER TO leadgen_owner;

CREATE FUNCTION app.login_try(typed text, address text) RETURNS TABLE(user_id bigint, password_hash text, user_name text, has_second_factor boolean, wait bigint, tries_left bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.login_try(typed text, address text) OWNER TO leadgen_owner;

CREATE FUNCTION app.meet_tables() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE name text;
BEGIN
    FOR name IN SELECT c.relname FROM pg_class c
        WHERE c.oid IN ('company'::regclass, 'contact'::regclass, 'stage_work'::regclass) AND c.reltuples < 1
            AND pg_relation_size(c.oid) > 0
    LOOP
        EXECUTE format('ANALYZE %I', name);
    END LOOP;
END $$;

ALTER FUNCTION app.meet_tables() OWNER TO leadgen_owner;

CREATE FUNCTION app.member_check(of_tenant bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM membership m JOIN user_account u USING (user_id)
            WHERE m.tenant_id = of_tenant AND m.role = 'admin' AND u.deactivated_at IS NULL) THEN
        PERFORM app.fail('LG003', 'A workspace keeps at least one admin. Make somebody else an admin first.');
    END IF;
END $$;

ALTER FUNCTION app.member_check(of_tenant bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.member_join(of_tenant bigint, of_user bigint, new_role text, asked_by bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO membership AS m (tenant_id, user_id, role, created_by)
    VALUES (of_tenant, of_user, new_role, asked_by)
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = new_role
        WHERE app.rank_of(m.role) < app.rank_of(new_role);
    PERFORM set_config('app.actor', of_user::text, true);
    PERFORM app.audit_write(of_tenant, 'member_join', of_user,
        (SELECT email FROM user_account WHERE user_id = of_user), jsonb_build_object('role', new_role));
END $$;

ALTER FUNCTION app.member_join(of_tenant bigint, of_user bigint, new_role text, asked_by bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.member_list(of_tenant bigint) RETURNS TABLE(user_id bigint, name text, email text, role text, has_second_factor boolean, joined_at bigint, is_super boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_admin(of_tenant);
    RETURN QUERY SELECT u.user_id, u.name, u.email, m.role, EXISTS (SELECT FROM second_factor f
            WHERE f.user_id = u.user_id AND f.confirmed_at IS NOT NULL), app.ms(m.created_at), u.is_super
    FROM membership m JOIN user_account u USING (user_id)
    WHERE m.tenant_id = of_tenant AND u.deactivated_at IS NULL
    ORDER BY u.name COLLATE "und-x-icu", u.user_id LIMIT 1000;
END $$;

ALTER FUNCTION app.member_list(of_tenant bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.member_remove(of_tenant bigint, of_user bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.member_remove(of_tenant bigint, of_user bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.member_set_role(of_tenant bigint, of_user bigint, new_role text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.member_set_role(of_tenant bigint, of_user bigint, new_role text) OWNER TO leadgen_owner;

CREATE FUNCTION app.members() RETURNS TABLE(user_id bigint, name text, email text, role text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT u.user_id, u.name, u.email, m.role
    FROM membership m JOIN user_account u USING (user_id)
    WHERE m.tenant_id = app.tenant() AND u.deactivated_at IS NULL;
END $$;

ALTER FUNCTION app.members() OWNER TO leadgen_owner;

CREATE FUNCTION app.message_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) RETURNS void
    LANGUAGE sql
    AS $$
    UPDATE campaign_count c SET draft = c.draft + s.draft, approved = c.approved + s.approved,
        rejected = c.rejected + s.rejected, set_aside = c.set_aside + s.set_aside, sent = c.sent + s.sent
    FROM (SELECT t.tenant_id, t.campaign_id,
            sum(n * (state = 'draft')::integer) AS draft, sum(n * (state = 'approved')::integer) AS approved,
            sum(n * (state = 'rejected')::integer) AS rejected, sum(n * (state = 'set_aside')::integer) AS set_aside,
            sum(n * (state IN ('sent', 'delivered', 'replied'))::integer) AS sent
          FROM unnest(tenants, campaigns, states, signs) AS t(tenant_id, campaign_id, state, n) GROUP BY 1, 2) s
    WHERE c.tenant_id = s.tenant_id AND c.campaign_id = s.campaign_id
        AND (s.draft <> 0 OR s.approved <> 0 OR s.rejected <> 0 OR s.set_aside <> 0 OR s.sent <> 0)
$$;

ALTER FUNCTION app.message_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.message_counted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE closed bigint;
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM app.message_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(1)) FROM after;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM app.message_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(-1)) FROM before;
        RETURN NULL;
    ELSE
        PERFORM app.message_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(n))
        FROM (SELECT tenant_id, campaign_id, state, 1 AS n FROM after
              UNION ALL SELECT tenant_id, campaign_id, state, -1 FROM before) t;
    END IF;
    SELECT c.campaign_id INTO closed FROM campaign c
        WHERE (c.tenant_id, c.campaign_id) IN (SELECT a.tenant_id, a.campaign_id FROM after a WHERE a.state = 'draft')
            AND c.state NOT IN ('ready', 'generating', 'review') LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'message_closed',
            MESSAGE = 'the campaign takes no drafts in its state';
    END IF;
    RETURN NULL;
END $$;

ALTER FUNCTION app.message_counted() OWNER TO leadgen_owner;

CREATE FUNCTION app.message_gate() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT app.message_may(OLD.state, NEW.state) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'message_move',
            MESSAGE = format('a message cannot go from %s to %s', OLD.state, NEW.state);
    END IF;
    RETURN NEW;
END $$;

ALTER FUNCTION app.message_gate() OWNER TO leadgen_owner;

CREATE TABLE public.message (
    tenant_id bigint NOT NULL,
    message_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    step_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    variant smallint DEFAULT 1 NOT NULL,
    angle text DEFAULT 'pain'::text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    channel text NOT NULL,
    "position" smallint NOT NULL,
    rank smallint NOT NULL,
    language text NOT NULL,
    tone text NOT NULL,
    formality text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    subject_start text,
    provider text NOT NULL,
    rewrites integer DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    trouble text,
    approved_version integer,
    decided_by bigint,
    decided_at timestamp with time zone,
    reject_reason text,
    later_at timestamp with time zone,
    held_by bigint,
    held_until timestamp with time zone,
    sent_at timestamp with time zone,
    sent_by bigint,
    sent_via text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT message_angle CHECK ((angle = ANY (ARRAY['pain'::text, 'opportunity'::text, 'social_proof'::text]))),
    CONSTRAINT message_approval CHECK (((state <> ALL (ARRAY['approved'::text, 'sent'::text, 'delivered'::text, 'replied'::text])) OR ((approved_version IS NOT NULL) AND (decided_at IS NOT NULL)))),
    CONSTRAINT message_approved_text CHECK (((state <> 'approved'::text) OR (approved_version = version))),
    CONSTRAINT message_reject_reason CHECK (((length(reject_reason) >= 5) AND (length(reject_reason) <= 500))),
    CONSTRAINT message_rejection CHECK (((state <> 'rejected'::text) OR (reject_reason IS NOT NULL))),
    CONSTRAINT message_sent_via CHECK ((sent_via = ANY (ARRAY['email'::text, 'linkedin'::text, 'call'::text, 'other'::text]))),
    CONSTRAINT message_state CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'rejected'::text, 'set_aside'::text, 'sent'::text, 'delivered'::text, 'replied'::text]))),
    CONSTRAINT message_variant CHECK (((variant >= 1) AND (variant <= 3)))
)
WITH (fillfactor='80');
ALTER TABLE ONLY public.message ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.message OWNER TO leadgen_owner;

CREATE FUNCTION app.message_match(of_campaign bigint, states text[], steps bigint[], channels text[], languages text[], variants bigint[], words text, of_contact bigint, of_company bigint) RETURNS SETOF public.message
    LANGUAGE sql STABLE
    AS $$
    SELECT m.* FROM message m
    WHERE m.tenant_id = app.tenant()
        AND (of_campaign IS NULL OR m.campaign_id = of_campaign)
        AND (states IS NULL OR m.state = ANY (states))
        AND (steps IS NULL OR m.step_id = ANY (steps))
        AND (channels IS NULL OR m.channel = ANY (channels))
        AND (languages IS NULL OR m.language = ANY (languages))
        AND (variants IS NULL OR m.variant = ANY (variants))
        AND (of_contact IS NULL OR m.contact_id = of_contact)
        AND (of_company IS NULL OR m.contact_id IN (SELECT p.contact_id FROM contact p
            WHERE p.tenant_id = app.tenant() AND p.company_id = of_company))
        AND (words IS NULL OR position(words IN lower(m.subject_start)) > 0
            OR EXISTS (SELECT FROM contact p
                LEFT JOIN company f ON f.tenant_id = app.tenant() AND f.company_id = p.company_id
                WHERE p.tenant_id = app.tenant() AND p.contact_id = m.contact_id
                    AND (position(words IN p.search) > 0 OR position(words IN f.search) > 0)))
        AND NOT EXISTS (SELECT FROM campaign g
            WHERE g.tenant_id = app.tenant() AND g.campaign_id = m.campaign_id AND g.deleted_at IS NOT NULL)
$$;

ALTER FUNCTION app.message_match(of_campaign bigint, states text[], steps bigint[], channels text[], languages text[], variants bigint[], words text, of_contact bigint, of_company bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.message_may(before text, after text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT (before, after) IN (
        ('draft', 'approved'), ('draft', 'rejected'), ('draft', 'set_aside'),
        ('approved', 'draft'), ('approved', 'rejected'), ('approved', 'set_aside'), ('approved', 'sent'),
        ('rejected', 'draft'), ('set_aside', 'draft'), ('set_aside', 'rejected'),
        ('sent', 'approved'), ('sent', 'delivered'), ('sent', 'replied'), ('delivered', 'replied'))
$$;

ALTER FUNCTION app.message_may(before text, after text) OWNER TO leadgen_owner;

CREATE FUNCTION app.ms(at timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT (extract(epoch FROM at) * 1000)::bigint $$;

ALTER FUNCTION app.ms(at timestamp with time zone) OWNER TO leadgen_owner;

CREATE FUNCTION app.my_tenants() RETURNS TABLE(tenant_id bigint, slug text, name text, role text, is_demo boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT t.tenant_id, t.slug, t.name, coalesce(m.role, 'admin'), t.is_demo
    FROM tenant t
    LEFT JOIN membership m ON m.tenant_id = t.tenant_id AND m.user_id = app.need_user()
    WHERE t.deactivated_at IS NULL AND (m.role IS NOT NULL OR app.acting_super())
    ORDER BY m.role IS NULL, t.is_demo, t.name COLLATE "und-x-icu", t.tenant_id LIMIT 500
$$;

ALTER FUNCTION app.my_tenants() OWNER TO leadgen_owner;

CREATE FUNCTION app.need_admin(wanted bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF app.rank_in(wanted) < 3 AND NOT app.is_command_line() THEN
        PERFORM app.fail('LG004', 'Only an admin of this workspace may do this.');
    END IF;
END $$;

ALTER FUNCTION app.need_admin(wanted bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.need_super() RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT (app.acting_super() OR app.is_command_line()) THEN
        PERFORM app.fail('LG004', 'Only a super admin may do this.');
    END IF;
END $$;

ALTER FUNCTION app.need_super() OWNER TO leadgen_owner;

CREATE FUNCTION app.need_user() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF app.actor() IS NULL OR current_setting('app.cap', true) <> '' THEN
        PERFORM app.fail('LG004', 'Only a person who is signed in may do this.');
    END IF;
    RETURN app.actor();
END $$;

ALTER FUNCTION app.need_user() OWNER TO leadgen_owner;

CREATE FUNCTION app.next_run(after timestamp with time zone, every_seconds bigint, at_time time without time zone, zone text) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE WHEN every_seconds IS NOT NULL THEN after + make_interval(secs => every_seconds)
    ELSE (
        SELECT min(run.at)
        FROM generate_series(-1, 2) AS day(n)
        CROSS JOIN LATERAL (SELECT (after AT TIME ZONE zone)::date + day.n + at_time AS shown) AS wanted
        CROSS JOIN LATERAL (
            SELECT min(minute) AS at
            FROM generate_series((wanted.shown AT TIME ZONE zone) - interval '3 hours',
                (wanted.shown AT TIME ZONE zone) + interval '3 hours', interval '1 minute') AS minute
            WHERE minute AT TIME ZONE zone >= wanted.shown
        ) AS run
        WHERE run.at > after
    ) END
$$;

ALTER FUNCTION app.next_run(after timestamp with time zone, every_seconds bigint, at_time time without time zone, zone text) OWNER TO leadgen_owner;

CREATE FUNCTION app.partition_by_month(name text, keep_months integer) RETURNS void
    LANGUAGE sql
    AS $$
    INSERT INTO app.partitioned VALUES (name, keep_months);
    SELECT app.ensure_partitions();
$$;

ALTER FUNCTION app.partition_by_month(name text, keep_months integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.password_change(hash text, keep_session bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE u user_account;
BEGIN
    UPDATE user_account SET password_hash = hash WHERE user_id = app.need_user() RETURNING * INTO u;
    UPDATE session SET revoked_at = now()
    WHERE user_id = u.user_id AND session_id <> keep_session AND revoked_at IS NULL;
    UPDATE one_time_link SET used_at = now()
    WHERE user_id = u.user_id AND used_at IS NULL;
    PERFORM app.audit_write(NULL, 'password_change', u.user_id, u.email, NULL);
END $$;

ALTER FUNCTION app.password_change(hash text, keep_session bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.pdf_addressed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO pdf_address (token, tenant_id) VALUES (NEW.token, NEW.tenant_id);
    ELSE
        DELETE FROM pdf_address WHERE token = OLD.token;
    END IF;
    RETURN NULL;
END $$;

ALTER FUNCTION app.pdf_addressed() OWNER TO leadgen_owner;

CREATE FUNCTION app.pdf_open(token text) RETURNS TABLE(file text, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT f.file, t.name FROM pdf_address a
    JOIN tenant w ON w.tenant_id = a.tenant_id AND w.deactivated_at IS NULL
    JOIN pdf_file f ON f.tenant_id = a.tenant_id AND f.token = a.token
    JOIN pdf_template t ON t.tenant_id = f.tenant_id AND t.pdf_template_id = f.pdf_template_id
    JOIN contact c ON c.tenant_id = f.tenant_id AND c.contact_id = f.contact_id
    WHERE a.token = pdf_open.token AND c.erased_at IS NULL
$$;

ALTER FUNCTION app.pdf_open(token text) OWNER TO leadgen_owner;

CREATE FUNCTION app.person_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) RETURNS void
    LANGUAGE sql
    AS $$
    UPDATE campaign_count c SET people = c.people + s.people, written = c.written + s.written,
        failed = c.failed + s.failed, excluded = c.excluded + s.excluded
    FROM (SELECT t.tenant_id, t.campaign_id, sum(n * (state <> 'excluded')::integer) AS people,
            sum(n * (state = 'written')::integer) AS written, sum(n * (state = 'failed')::integer) AS failed,
            sum(n * (state = 'excluded')::integer) AS excluded
          FROM unnest(tenants, campaigns, states, signs) AS t(tenant_id, campaign_id, state, n) GROUP BY 1, 2) s
    WHERE c.tenant_id = s.tenant_id AND c.campaign_id = s.campaign_id
        AND (s.people <> 0 OR s.written <> 0 OR s.failed <> 0 OR s.excluded <> 0)
$$;

ALTER FUNCTION app.person_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.person_counted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM app.person_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(1)) FROM after;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM app.person_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(-1)) FROM before;
    ELSE
        PERFORM app.person_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(n))
        FROM (SELECT tenant_id, campaign_id, state, 1 AS n FROM after
              UNION ALL SELECT tenant_id, campaign_id, state, -1 FROM before) t;
    END IF;
    RETURN NULL;
END $$;

ALTER FUNCTION app.person_counted() OWNER TO leadgen_owner;

CREATE FUNCTION app.profile_change(new_name text, new_theme text, new_density text, new_zone text, new_shortcuts boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    UPDATE user_account SET name = new_name, theme = new_theme, density = new_density,
        time_zone = nullif(new_zone, ''), shortcuts = new_shortcuts
    WHERE user_id = app.need_user()
$$;

ALTER FUNCTION app.profile_change(new_name text, new_theme text, new_density text, new_zone text, new_shortcuts boolean) OWNER TO leadgen_owner;

CREATE FUNCTION app.profile_read() RETURNS TABLE(name text, email text, theme text, density text, time_zone text, shortcuts boolean, is_super boolean, has_second_factor boolean, codes_left bigint, created_at bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT u.name, u.email, u.theme, u.density, coalesce(u.time_zone, ''), u.shortcuts, u.is_super,
        EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.user_id AND f.confirmed_at IS NOT NULL),
        (SELECT count(*) FROM recovery_code c WHERE c.user_id = u.user_id AND c.used_at IS NULL),
        app.ms(u.created_at)
    FROM user_account u WHERE u.user_id = app.need_user()
$$;

ALTER FUNCTION app.profile_read() OWNER TO leadgen_owner;

CREATE FUNCTION app.protect(name regclass) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %s USING (tenant_id = app.tenant()) '
                   'WITH CHECK (tenant_id = app.tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO leadgen_app, leadgen_batch', name);
END $$;

ALTER FUNCTION app.protect(name regclass) OWNER TO leadgen_owner;

CREATE FUNCTION app.rank_in(wanted bigint) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce((
        SELECT least(CASE WHEN u.is_super THEN 3 ELSE app.rank_of(m.role) END, app.cap())
        FROM tenant t
        JOIN user_account u ON u.user_id = app.actor() AND u.deactivated_at IS NULL
        LEFT JOIN membership m ON m.tenant_id = t.tenant_id AND m.user_id = u.user_id
        WHERE t.tenant_id = wanted AND t.deactivated_at IS NULL
            AND (coalesce(current_setting('app.cap', true), '') = '' OR wanted = app.tenant())), 0)
$$;

ALTER FUNCTION app.rank_in(wanted bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.rank_of(role text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT CASE role WHEN 'viewer' THEN 1 WHEN 'editor' THEN 2 WHEN 'admin' THEN 3 ELSE 0 END $$;

ALTER FUNCTION app.rank_of(role text) OWNER TO leadgen_owner;

CREATE FUNCTION app.recovery_codes_put(of_user bigint, hashes text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    DELETE FROM recovery_code WHERE user_id = of_user;
    INSERT INTO recovery_code (user_id, code_hash) SELECT of_user, unnest(hashes);
$$;

ALTER FUNCTION app.recovery_codes_put(of_user bigint, hashes text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.recovery_codes_renew(hashes text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.recovery_codes_renew(hashes text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.reservation_close(of_tenant bigint, wanted bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE rest bigint;
BEGIN
    UPDATE reservation SET closed_at = now(), held_micros = 0
    WHERE tenant_id = of_tenant AND reservation_id = wanted AND closed_at IS NULL
    RETURNING amount_micros - used_micros INTO rest;
    IF rest > 0 THEN
        UPDATE budget SET reserved_micros = reserved_micros - rest WHERE tenant_id = of_tenant;
        INSERT INTO ledger (tenant_id, kind, amount_micros, reservation_id, run_id)
        SELECT of_tenant, 'release', rest, wanted, run_id FROM reservation
        WHERE tenant_id = of_tenant AND reservation_id = wanted;
    END IF;
END $$;

ALTER FUNCTION app.reservation_close(of_tenant bigint, wanted bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.reset_link_add(of_user bigint, token text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.reset_link_add(of_user bigint, token text) OWNER TO leadgen_owner;

CREATE FUNCTION app.run_busy(wanted bigint) RETURNS TABLE(stage text, working bigint, retrying bigint, next_at bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT b.stage, sum(b.working)::bigint, sum(b.retrying)::bigint, extract(epoch FROM min(b.next_at))::bigint
    FROM (
        SELECT w.stage, count(*) FILTER (WHERE w.state = 'x') AS working,
            count(*) FILTER (WHERE w.state = 'w') AS retrying, min(w.next_at) FILTER (WHERE w.state = 'w') AS next_at
        FROM stage_work w
        WHERE w.tenant_id = app.tenant() AND w.run_id = wanted AND w.state IN ('w', 'x') GROUP BY w.stage
        UNION ALL
        SELECT c.stage, cardinality(c.records), 0, NULL FROM stage_claim c
        WHERE c.tenant_id = app.tenant() AND c.run_id = wanted
    ) AS b
    GROUP BY b.stage
$$;

ALTER FUNCTION app.run_busy(wanted bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.run_need(wanted bigint, names text[], entities bigint[], costs bigint[]) RETURNS TABLE(need bigint, free bigint, reservation_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH run AS MATERIALIZED (
        SELECT r.tenant_id, r.run_id, r.entity, r.stages, r.redo_days, r.reservation_id, r.cost_micros
        FROM pipeline_run r WHERE r.tenant_id = app.tenant() AND r.run_id = wanted
    ), staged AS (
        SELECT s.name, s.entity, coalesce(run.cost_micros, s.cost) AS cost, s.at
        FROM run CROSS JOIN unnest(names, entities, costs) WITH ORDINALITY AS s(name, entity, cost, at)
        WHERE s.name = ANY (run.stages)
    ), way AS (
        SELECT p.name, w.entity::bigint AS entity, w.record_id, p.cost FROM run
        JOIN stage_way w ON w.tenant_id = run.tenant_id AND w.run_id = run.run_id
        JOIN staged here ON here.name = w.stage
        JOIN staged p ON p.entity = w.entity AND p.cost > 0
            AND (p.at > here.at OR (p.at = here.at AND w.state <> 'x'))
        UNION ALL
        SELECT p.name, 2, c.contact_id, p.cost FROM run
        JOIN stage_way w ON w.tenant_id = run.tenant_id AND w.run_id = run.run_id AND w.entity = 1
        JOIN contact c ON c.tenant_id = w.tenant_id AND c.company_id = w.record_id
            AND c.deleted_at IS NULL AND c.duplicate_of IS NULL
        JOIN staged p ON p.entity = 2 AND p.cost > 0
        WHERE run.entity = 1 AND NOT EXISTS (SELECT FROM stage_result d WHERE d.tenant_id = run.tenant_id
            AND d.run_id = run.run_id AND d.stage = p.name AND d.entity = 2 AND d.record_id = c.contact_id)
    )
    SELECT (SELECT coalesce(sum(w.cost), 0)::bigint FROM way w WHERE NOT EXISTS (
            SELECT FROM stage_latest l WHERE l.tenant_id = run.tenant_id AND l.entity = w.entity
                AND l.record_id = w.record_id AND l.stage = w.name
                AND l.result IN ('done', 'partial', 'no_match')
                AND l.at > now() - make_interval(days => run.redo_days))),
        coalesce(v.amount_micros - v.used_micros - v.held_micros, 0), coalesce(v.reservation_id, 0)
    FROM run LEFT JOIN reservation v ON v.tenant_id = run.tenant_id AND v.reservation_id = run.reservation_id
        AND v.closed_at IS NULL
$$;

ALTER FUNCTION app.run_need(wanted bigint, names text[], entities bigint[], costs bigint[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.run_pass(gate text, companies bigint[], company_stages text[], people_stages text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    one record;
    following text;
    n bigint := 0;
BEGIN
    FOR one IN SELECT l.record_id, r.run_id, r.stages, r.entity, r.state FROM stage_latest l
        JOIN pipeline_run r ON r.tenant_id = l.tenant_id AND r.run_id = l.run_id
        WHERE l.tenant_id = app.tenant() AND l.entity = 1 AND l.record_id = ANY (companies)
            AND l.stage = gate AND l.result = 'stopped'
        ORDER BY l.record_id FOR NO KEY UPDATE
    LOOP
        UPDATE stage_latest SET result = 'done', cause = 'by_hand', at = now()
        WHERE tenant_id = app.tenant() AND entity = 1 AND record_id = one.record_id AND stage = gate;
        n := n + 1;
        CONTINUE WHEN one.state NOT IN ('running', 'paused', 'done');
        UPDATE stage_result SET result = 'done', cause = 'by_hand', message = 'Passed by hand.'
        WHERE tenant_id = app.tenant() AND run_id = one.run_id AND entity = 1
            AND record_id = one.record_id AND stage = gate AND result = 'stopped';
        UPDATE run_stage SET stopped = stopped - 1, done = done + 1
        WHERE tenant_id = app.tenant() AND run_id = one.run_id AND stage = gate AND FOUND;
        SELECT s INTO following FROM unnest(one.stages) WITH ORDINALITY AS x(s, at)
        WHERE s = ANY (company_stages) AND at > array_position(one.stages, gate) ORDER BY at LIMIT 1;
        IF following IS NOT NULL THEN
            PERFORM app.run_reopen(one.run_id, 1::smallint, one.record_id, following, company_stages);
        ELSIF one.entity = 1 AND one.stages && people_stages THEN
            SELECT s INTO following FROM unnest(one.stages) WITH ORDINALITY AS x(s, at)
            WHERE s = ANY (people_stages) ORDER BY at LIMIT 1;
            WITH added AS (
                INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
                SELECT app.tenant(), one.run_id, 2, p.contact_id, following FROM contact p
                WHERE p.tenant_id = app.tenant() AND p.company_id = one.record_id
                    AND p.deleted_at IS NULL AND p.duplicate_of IS NULL
                ON CONFLICT DO NOTHING RETURNING 1
            )
            UPDATE run_stage SET total = total + (SELECT count(*) FROM added)
            WHERE tenant_id = app.tenant() AND run_id = one.run_id AND stage = ANY (one.stages)
                AND stage = ANY (people_stages);
        END IF;
        UPDATE pipeline_run SET state = 'running', finished_at = NULL
        WHERE tenant_id = app.tenant() AND run_id = one.run_id AND state = 'done';
    END LOOP;
    IF n > 0 THEN
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN n;
END $$;

ALTER FUNCTION app.run_pass(gate text, companies bigint[], company_stages text[], people_stages text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.run_reopen(wanted bigint, of_entity smallint, of_record bigint, from_stage text, known text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    WITH gone AS (
        DELETE FROM stage_result WHERE tenant_id = app.tenant() AND run_id = wanted
            AND entity = of_entity AND record_id = of_record
            AND array_position(known, stage) >= array_position(known, from_stage)
        RETURNING stage, result
    )
    UPDATE run_stage s SET done = done - (g.result = 'done')::integer,
        partial = partial - (g.result = 'partial')::integer,
        no_match = no_match - (g.result = 'no_match')::integer,
        stopped = stopped - (g.result = 'stopped')::integer,
        blocked = blocked - (g.result = 'blocked')::integer,
        skipped = skipped - (g.result = 'skipped')::integer,
        failed = failed - (g.result = 'failed')::integer
    FROM gone g WHERE s.tenant_id = app.tenant() AND s.run_id = wanted AND s.stage = g.stage;
    INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
    SELECT app.tenant(), wanted, of_entity, of_record, from_stage
    WHERE NOT EXISTS (SELECT FROM stage_way w WHERE w.tenant_id = app.tenant() AND w.run_id = wanted
        AND w.entity = of_entity AND w.record_id = of_record)
    ON CONFLICT (tenant_id, run_id, entity, record_id) DO NOTHING;
END $$;

ALTER FUNCTION app.run_reopen(wanted bigint, of_entity smallint, of_record bigint, from_stage text, known text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.run_retry(wanted bigint, of_stage text, of_cause text, known text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET enable_nestloop TO 'off'
    AS $$
DECLARE n bigint;
BEGIN
    PERFORM FROM pipeline_run WHERE tenant_id = app.tenant() AND run_id = wanted
        AND state IN ('running', 'paused', 'done') FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    WITH failing AS (
        SELECT DISTINCT ON (s.entity, s.record_id) s.entity, s.record_id, s.stage FROM stage_result s
        WHERE s.tenant_id = app.tenant() AND s.run_id = wanted AND s.result = 'failed'
            AND (of_stage = '' OR s.stage = of_stage) AND (of_cause = '' OR coalesce(s.cause, '') = of_cause)
        ORDER BY s.entity, s.record_id, array_position(known, s.stage)
    ), again AS MATERIALIZED (
        SELECT f.* FROM failing f WHERE NOT EXISTS (SELECT FROM stage_way w WHERE w.tenant_id = app.tenant()
            AND w.run_id = wanted AND w.entity = f.entity AND w.record_id = f.record_id)
    ), gone AS (
        DELETE FROM stage_result s USING again a
        WHERE s.tenant_id = app.tenant() AND s.run_id = wanted AND s.entity = a.entity
            AND s.record_id = a.record_id
            AND array_position(known, s.stage) >= array_position(known, a.stage)
        RETURNING s.stage, s.result
    ), counted AS (
        SELECT g.stage, count(*) FILTER (WHERE result = 'done') AS done,
            count(*) FILTER (WHERE result = 'partial') AS partial,
            count(*) FILTER (WHERE result = 'no_match') AS no_match,
            count(*) FILTER (WHERE result = 'stopped') AS stopped,
            count(*) FILTER (WHERE result = 'blocked') AS blocked,
            count(*) FILTER (WHERE result = 'skipped') AS skipped,
            count(*) FILTER (WHERE result = 'failed') AS failed
        FROM gone g GROUP BY g.stage
    ), taken AS (
        UPDATE run_stage s SET done = s.done - c.done, partial = s.partial - c.partial,
            no_match = s.no_match - c.no_match, stopped = s.stopped - c.stopped,
            blocked = s.blocked - c.blocked, skipped = s.skipped - c.skipped, failed = s.failed - c.failed
        FROM counted c WHERE s.tenant_id = app.tenant() AND s.run_id = wanted AND s.stage = c.stage
    ), put AS (
        INSERT INTO stage_work (tenant_id, run_id, entity, record_id, stage)
        SELECT app.tenant(), wanted, a.entity, a.record_id, a.stage FROM again a
    )
    SELECT count(*) INTO n FROM again;
    IF n > 0 THEN
        UPDATE pipeline_run SET state = CASE WHEN state = 'done' THEN 'running' ELSE state END,
            finished_at = CASE WHEN state = 'done' THEN NULL ELSE finished_at END
        WHERE tenant_id = app.tenant() AND run_id = wanted;
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN n;
END $$;

ALTER FUNCTION app.run_retry(wanted bigint, of_stage text, of_cause text, known text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.run_sweep() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ SELECT app.run_sweep('{}'::bigint[]) $$;

ALTER FUNCTION app.run_sweep() OWNER TO leadgen_owner;

CREATE FUNCTION app.run_sweep(busy bigint[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    ended record;
    n bigint := 0;
BEGIN
    FOR ended IN
        SELECT r.tenant_id, r.run_id, r.reservation_id FROM pipeline_run r
        WHERE r.state = 'running' AND r.run_id <> ALL (busy) AND CASE
            WHEN EXISTS (SELECT FROM stage_claim c WHERE c.tenant_id = r.tenant_id AND c.run_id = r.run_id) THEN false
            WHEN EXISTS (SELECT FROM stage_work w WHERE w.tenant_id = r.tenant_id AND w.run_id = r.run_id
                AND w.state IN ('w', 'x')) THEN false
            ELSE NOT EXISTS (SELECT FROM stage_work w WHERE w.tenant_id = r.tenant_id AND w.run_id = r.run_id) END
        FOR UPDATE SKIP LOCKED
    LOOP
        UPDATE pipeline_run r SET state = 'done', finished_at = now(), reason = NULL
        WHERE r.tenant_id = ended.tenant_id AND r.run_id = ended.run_id;
        PERFORM app.reservation_close(ended.tenant_id, ended.reservation_id);
        INSERT INTO job (tenant_id, kind, subject) VALUES (ended.tenant_id, 'health', 1)
        ON CONFLICT DO NOTHING;
        n := n + 1;
    END LOOP;
    RETURN n;
END $$;

ALTER FUNCTION app.run_sweep(busy bigint[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.run_workers(wanted bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT count(DISTINCT h.worker) FROM (
        SELECT w.worker FROM stage_work w
        WHERE w.tenant_id = app.tenant() AND w.run_id = wanted AND w.state = 'x'
        UNION ALL
        SELECT c.worker FROM stage_claim c WHERE c.tenant_id = app.tenant() AND c.run_id = wanted
    ) AS h
$$;

ALTER FUNCTION app.run_workers(wanted bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.schedule_change(wanted text, new_every bigint, new_at time without time zone, new_zone text, new_enabled boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE schedule SET every_seconds = new_every, at_time = new_at, zone = new_zone,
        enabled = new_enabled, next_at = app.next_run(coalesce(
            CASE WHEN new_every IS NOT NULL THEN started_at END, now()), new_every, new_at, new_zone)
    WHERE task = wanted AND app.is_super();
    RETURN FOUND;
END $$;

ALTER FUNCTION app.schedule_change(wanted text, new_every bigint, new_at time without time zone, new_zone text, new_enabled boolean) OWNER TO leadgen_owner;

CREATE TABLE public.schedule (
    task text NOT NULL,
    every_seconds bigint,
    at_time time without time zone,
    zone text DEFAULT 'UTC'::text NOT NULL,
    enabled boolean DEFAULT true NOT NULL,
    next_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    outcome text,
    message text,
    worker text,
    recent real[],
    CONSTRAINT schedule_at CHECK ((EXTRACT(second FROM at_time) = (0)::numeric)),
    CONSTRAINT schedule_every CHECK (((every_seconds >= 1) AND (every_seconds <= 31622400))),
    CONSTRAINT schedule_outcome CHECK ((outcome = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'lost'::text]))),
    CONSTRAINT schedule_when CHECK (((every_seconds IS NULL) <> (at_time IS NULL))),
    CONSTRAINT schedule_zone CHECK (((now() AT TIME ZONE zone) IS NOT NULL))
);

ALTER TABLE public.schedule OWNER TO leadgen_owner;

CREATE VIEW public.schedule_shown AS
 SELECT schedule.task,
    schedule.every_seconds,
    to_char((schedule.at_time)::interval, 'HH24:MI'::text) AS at_time,
    schedule.zone,
    schedule.enabled,
    (EXTRACT(epoch FROM schedule.next_at))::bigint AS next_at,
    (EXTRACT(epoch FROM schedule.started_at))::bigint AS started_at,
    (EXTRACT(epoch FROM (schedule.ended_at - schedule.started_at)))::double precision AS seconds,
    schedule.outcome,
    schedule.message,
    schedule.recent
   FROM public.schedule;

ALTER TABLE public.schedule_shown OWNER TO leadgen_owner;

CREATE FUNCTION app.schedule_list() RETURNS SETOF public.schedule_shown
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT * FROM schedule_shown WHERE app.is_super()
$$;

ALTER FUNCTION app.schedule_list() OWNER TO leadgen_owner;

CREATE FUNCTION app.schedule_now(wanted text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE schedule SET next_at = now() WHERE task = wanted AND app.is_super();
    IF FOUND THEN
        PERFORM pg_notify('leadgen_job', '');
    END IF;
    RETURN FOUND;
END $$;

ALTER FUNCTION app.schedule_now(wanted text) OWNER TO leadgen_owner;

CREATE FUNCTION app.score_code(score integer) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT CASE WHEN score IS NULL THEN 0 ELSE greatest(1, least(255, score + 101)) END::smallint
$$;

ALTER FUNCTION app.score_code(score integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.second_factor_begin(sealed text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO second_factor AS f (user_id, secret) VALUES (app.need_user(), sealed)
    ON CONFLICT (user_id) DO UPDATE SET secret = sealed, created_at = now(), last_step = 0
        WHERE f.confirmed_at IS NULL;
    IF NOT FOUND THEN
        PERFORM app.fail('LG003', 'A second factor is in force already. Switch it off first.');
    END IF;
END $$;

ALTER FUNCTION app.second_factor_begin(sealed text) OWNER TO leadgen_owner;

CREATE FUNCTION app.second_factor_confirm(step bigint, hashes text[]) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.second_factor_confirm(step bigint, hashes text[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.second_factor_drop(of_user bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    DELETE FROM second_factor WHERE user_id = of_user;
    IF FOUND THEN
        PERFORM app.audit_write(NULL, 'second_factor_off', of_user,
            (SELECT email FROM user_account WHERE user_id = of_user), NULL);
    END IF;
    RETURN FOUND;
END $$;

ALTER FUNCTION app.second_factor_drop(of_user bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.second_factor_own() RETURNS TABLE(secret text, confirmed_at bigint, last_step bigint, codes_left bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT f.secret, app.ms(f.confirmed_at), f.last_step, (SELECT count(*) FROM recovery_code c
        WHERE c.user_id = f.user_id AND c.used_at IS NULL)
    FROM second_factor f WHERE f.user_id = app.need_user()
$$;

ALTER FUNCTION app.second_factor_own() OWNER TO leadgen_owner;

CREATE FUNCTION app.second_factor_remove() RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ SELECT app.second_factor_drop(app.need_user()) $$;

ALTER FUNCTION app.second_factor_remove() OWNER TO leadgen_owner;

CREATE FUNCTION app.second_step_begin(of_user bigint, token text, stay boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO one_time_link (token_hash, kind, user_id, keep, expires_at)
    VALUES (token, 'second_step', of_user, stay, now() + interval '10 minutes')
$$;

ALTER FUNCTION app.second_step_begin(of_user bigint, token text, stay boolean) OWNER TO leadgen_owner;

CREATE FUNCTION app.second_step_done(token text, step bigint, code text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.second_step_done(token text, step bigint, code text) OWNER TO leadgen_owner;

CREATE FUNCTION app.second_step_try(token text, counted boolean) RETURNS TABLE(user_id bigint, email text, secret text, last_step bigint, keep boolean, wait bigint, tries_left bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.second_step_try(token text, counted boolean) OWNER TO leadgen_owner;

CREATE FUNCTION app.sees_jobs(of_tenant bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE WHEN app.tenant() IS NULL THEN app.is_super() ELSE of_tenant = app.tenant() END
$$;

ALTER FUNCTION app.sees_jobs(of_tenant bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.session_end(token text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    UPDATE session SET revoked_at = now() WHERE token_hash = token AND revoked_at IS NULL
$$;

ALTER FUNCTION app.session_end(token text) OWNER TO leadgen_owner;

CREATE TABLE public.session (
    session_id bigint NOT NULL,
    token_hash text NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    idle interval NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    user_agent text NOT NULL,
    address text NOT NULL,
    CONSTRAINT session_address_form CHECK ((length(address) <= 60)),
    CONSTRAINT session_user_agent_form CHECK ((length(user_agent) <= 200))
);

ALTER TABLE public.session OWNER TO leadgen_owner;

CREATE TABLE public.user_account (
    user_id bigint NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    name text NOT NULL,
    password_hash text,
    is_super boolean DEFAULT false NOT NULL,
    theme text DEFAULT 'auto'::text NOT NULL,
    density text DEFAULT 'normal'::text NOT NULL,
    shortcuts boolean DEFAULT true NOT NULL,
    time_zone text,
    deactivated_at timestamp with time zone,
    last_login_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT user_account_density_check CHECK ((density = ANY (ARRAY['compact'::text, 'normal'::text, 'roomy'::text]))),
    CONSTRAINT user_account_email_form CHECK (((length(email) >= 3) AND (length(email) <= 254))),
    CONSTRAINT user_account_name_form CHECK (((length(name) >= 1) AND (length(name) <= 120))),
    CONSTRAINT user_account_theme_check CHECK ((theme = ANY (ARRAY['auto'::text, 'light'::text, 'dark'::text])))
);

ALTER TABLE public.user_account OWNER TO leadgen_owner;

CREATE VIEW public.session_shown AS
 SELECT s.session_id,
    s.user_id,
    u.name AS user_name,
    u.email AS user_email,
    app.ms(s.created_at) AS created_at,
    app.ms(s.seen_at) AS seen_at,
    app.ms(LEAST(s.expires_at, (s.seen_at + s.idle))) AS ends_at,
    s.user_agent,
    s.address
   FROM (public.session s
     JOIN public.user_account u USING (user_id))
  WHERE ((s.revoked_at IS NULL) AND (s.expires_at > now()) AND ((s.seen_at + s.idle) > now()));

ALTER TABLE public.session_shown OWNER TO leadgen_owner;

CREATE FUNCTION app.session_list(of_user bigint, before bigint, most integer) RETURNS SETOF public.session_shown
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT * FROM session_shown s WHERE (of_user IS NULL OR s.user_id = of_user)
        AND s.session_id < before ORDER BY s.session_id DESC LIMIT most;
END $$;

ALTER FUNCTION app.session_list(of_user bigint, before bigint, most integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.session_list_own() RETURNS SETOF public.session_shown
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT * FROM session_shown WHERE user_id = app.need_user() ORDER BY seen_at DESC LIMIT 200
$$;

ALTER FUNCTION app.session_list_own() OWNER TO leadgen_owner;

CREATE FUNCTION app.session_revoke(id bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.session_revoke(id bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.session_revoke_others(keep bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.session_revoke_others(keep bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.session_start(of_user bigint, token text, keep boolean, agent text, address text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.session_start(of_user bigint, token text, keep boolean, agent text, address text) OWNER TO leadgen_owner;

CREATE FUNCTION app.site_claim(wanted text[], by_whom text, seconds integer) RETURNS SETOF text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO site_lease AS l (host, holder, until)
    SELECT h, by_whom, clock_timestamp() + make_interval(secs => seconds)
    FROM unnest(wanted) AS h GROUP BY h ORDER BY h
    ON CONFLICT (host) DO UPDATE SET holder = excluded.holder, until = excluded.until
    WHERE l.until < clock_timestamp() OR l.holder = excluded.holder
    RETURNING l.host
$$;

ALTER FUNCTION app.site_claim(wanted text[], by_whom text, seconds integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.site_keep(by_whom text, seconds integer) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    UPDATE site_lease SET until = clock_timestamp() + make_interval(secs => seconds)
    WHERE holder = by_whom
$$;

ALTER FUNCTION app.site_keep(by_whom text, seconds integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.site_lease_sweep() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH gone AS (DELETE FROM site_lease WHERE until < now() - interval '1 day' RETURNING 1)
    SELECT count(*) FROM gone
$$;

ALTER FUNCTION app.site_lease_sweep() OWNER TO leadgen_owner;

CREATE FUNCTION app.site_release(hosts text[], rests bigint[], by_whom text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    UPDATE site_lease l SET holder = NULL,
        until = clock_timestamp() + make_interval(secs => r.rest / 1000.0)
    FROM unnest(hosts, rests) AS r(host, rest)
    WHERE l.host = r.host AND l.holder = by_whom
$$;

ALTER FUNCTION app.site_release(hosts text[], rests bigint[], by_whom text) OWNER TO leadgen_owner;

CREATE FUNCTION app.stage_claim(of_tenant bigint, of_run bigint, of_entity bigint, of_stage text, low bigint, most bigint, lease bigint, by_worker text) RETURNS TABLE(claim_id bigint, record_id bigint, place bigint, attempts bigint, since text)
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_bitmapscan TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
DECLARE ignored text;
BEGIN
    ignored := set_config('synchronous_commit', 'off', true);
    RETURN QUERY
    WITH picked AS (
        SELECT w.ctid FROM stage_work w
        WHERE w.tenant_id = of_tenant AND w.run_id = of_run AND w.stage = of_stage AND w.state = 'r'
            AND w.place >= low
        ORDER BY w.place LIMIT most FOR UPDATE SKIP LOCKED
    ), taken AS (
        DELETE FROM stage_work w WHERE w.ctid = ANY (ARRAY(SELECT p.ctid FROM picked p))
        RETURNING w.record_id, w.place, w.attempts::bigint + 1 AS attempts, w.since
    ), claim AS (
        INSERT INTO stage_claim AS c (tenant_id, run_id, entity, stage, records, attempts, since, worker,
            lease_until)
        SELECT of_tenant, of_run, of_entity, of_stage, array_agg(t.record_id), array_agg(t.attempts),
            array_agg(t.since), by_worker, now() + make_interval(secs => lease)
        FROM taken t HAVING count(*) > 0
        RETURNING c.claim_id
    )
    SELECT c.claim_id, t.record_id, t.place, t.attempts, t.since::text FROM taken t CROSS JOIN claim c;
END $$;

ALTER FUNCTION app.stage_claim(of_tenant bigint, of_run bigint, of_entity bigint, of_stage text, low bigint, most bigint, lease bigint, by_worker text) OWNER TO leadgen_owner;

CREATE FUNCTION app.stage_lanes(known_runs bigint[], known_stages text[], known_low bigint[]) RETURNS TABLE(tenant_id bigint, run_id bigint, stage text, stages text[], entity bigint, redo_days bigint, priority bigint, actor bigint, cost bigint, low bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH known AS (
        SELECT run_id, stage, low FROM unnest(known_runs, known_stages, known_low) AS k(run_id, stage, low)
    ), lane AS MATERIALIZED ( -- else the walk for the smallest place is made twice
        SELECT r.tenant_id, r.run_id, s.stage, r.stages, r.entity, r.redo_days, r.priority, r.created_by,
            r.cost_micros,
            (SELECT min(w.place) FROM stage_work w
             WHERE w.tenant_id = r.tenant_id AND w.run_id = r.run_id AND w.stage = s.stage
                 AND w.state = 'r' AND w.place >= coalesce(k.low, 0)) AS low
        FROM pipeline_run r
        JOIN tenant t ON t.tenant_id = r.tenant_id AND t.deactivated_at IS NULL
        JOIN run_stage s ON s.tenant_id = r.tenant_id AND s.run_id = r.run_id
        LEFT JOIN known k ON k.run_id = r.run_id AND k.stage = s.stage
        WHERE r.state = 'running'
    )
    SELECT lane.tenant_id, lane.run_id, lane.stage, lane.stages, lane.entity::bigint,
        lane.redo_days::bigint, lane.priority::bigint, lane.created_by, lane.cost_micros, lane.low
    FROM lane WHERE lane.low IS NOT NULL
$$;

ALTER FUNCTION app.stage_lanes(known_runs bigint[], known_stages text[], known_low bigint[]) OWNER TO leadgen_owner;

CREATE FUNCTION app.system_health() RETURNS TABLE(postgresql text, database_bytes bigint, database_since bigint, connections bigint, connections_most bigint, ready bigint, waiting bigint, running bigint, dead bigint, oldest_ready bigint, beat_at bigint, failed bigint, migration text, users bigint, tenants bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT current_setting('server_version'), pg_database_size(current_database()),
        app.ms(pg_postmaster_start_time()),
        (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
        current_setting('max_connections')::bigint,
        (SELECT count(*) FROM job WHERE state = 'ready'),
        (SELECT count(*) FROM job WHERE state = 'waiting'),
        (SELECT count(*) FROM job WHERE state = 'running'),
        (SELECT count(*) FROM job WHERE state = 'dead'),
        (SELECT app.ms(created_at) FROM job WHERE state = 'ready' ORDER BY place LIMIT 1),
        app.ms(greatest((SELECT max(started_at) FROM schedule), (SELECT max(beat_at) FROM job))),
        (SELECT count(*) FROM schedule WHERE enabled AND outcome IN ('failed', 'lost')),
        (SELECT max(name) FROM migration),
        (SELECT count(*) FROM user_account WHERE deactivated_at IS NULL),
        (SELECT count(*) FROM tenant WHERE deactivated_at IS NULL);
END $$;

ALTER FUNCTION app.system_health() OWNER TO leadgen_owner;

CREATE FUNCTION app.system_pools() RETURNS TABLE(name text, processes bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT a.application_name, count(*) FROM pg_stat_activity a
    WHERE a.datname = current_database() AND a.usename IN ('leadgen_app', 'leadgen_batch')
        AND a.application_name <> ''
    GROUP BY a.application_name ORDER BY a.application_name LIMIT 50;
END $$;

ALTER FUNCTION app.system_pools() OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.tenant', true), '')::bigint $$;

ALTER FUNCTION app.tenant() OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant_add(new_slug text, new_name text, new_zone text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE id bigint;
BEGIN
    PERFORM app.need_super();
    INSERT INTO tenant (slug, name, time_zone) VALUES (new_slug, new_name, new_zone)
    RETURNING tenant_id INTO id;
    PERFORM app.audit_write(id, 'tenant_add', NULL, new_slug, jsonb_build_object('name', new_name));
    RETURN id;
END $$;

ALTER FUNCTION app.tenant_add(new_slug text, new_name text, new_zone text) OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant_change(of_tenant bigint, new_name text, new_zone text, new_locale text, new_country text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE t tenant;
BEGIN
    PERFORM app.need_admin(of_tenant);
    UPDATE tenant SET name = new_name, time_zone = new_zone, locale = new_locale,
        default_country = nullif(new_country, '')
    WHERE tenant_id = of_tenant RETURNING * INTO t;
    PERFORM app.audit_write(of_tenant, 'tenant_change', NULL, t.slug, jsonb_build_object('name', t.name,
        'time_zone', t.time_zone, 'locale', t.locale, 'default_country', t.default_country));
END $$;

ALTER FUNCTION app.tenant_change(of_tenant bigint, new_name text, new_zone text, new_locale text, new_country text) OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant_id(wanted text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT tenant_id FROM tenant WHERE slug = wanted AND deactivated_at IS NULL
$$;

ALTER FUNCTION app.tenant_id(wanted text) OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant_list(wanted text, after text, before text, most integer) RETURNS TABLE(tenant_id bigint, slug text, name text, members bigint, is_demo boolean, active boolean, created_at bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.tenant_list(wanted text, after text, before text, most integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant_mark_demo(wanted bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    UPDATE tenant SET is_demo = true WHERE tenant_id = wanted
$$;

ALTER FUNCTION app.tenant_mark_demo(wanted bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant_set_active(of_tenant bigint, active boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.tenant_set_active(of_tenant bigint, active boolean) OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant_settings(of_tenant bigint) RETURNS TABLE(tenant_id bigint, slug text, name text, time_zone text, locale text, default_country text, created_at bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT t.tenant_id, t.slug, t.name, t.time_zone, t.locale, coalesce(t.default_country, ''), app.ms(t.created_at)
    FROM tenant t WHERE t.tenant_id = of_tenant AND (app.rank_in(of_tenant) > 0 OR app.is_command_line())
$$;

ALTER FUNCTION app.tenant_settings(of_tenant bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.tenant_zone() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT time_zone FROM tenant WHERE tenant_id = app.tenant()
$$;

ALTER FUNCTION app.tenant_zone() OWNER TO leadgen_owner;

CREATE FUNCTION app.today() RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT (now() AT TIME ZONE t.time_zone)::date FROM tenant t WHERE t.tenant_id = app.tenant()
$$;

ALTER FUNCTION app.today() OWNER TO leadgen_owner;

CREATE FUNCTION app.touch_companies() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO record_touch (tenant_id, entity, ids)
    SELECT tenant_id, 1, array_agg(company_id) FROM touched GROUP BY tenant_id;
    RETURN NULL;
END $$;

ALTER FUNCTION app.touch_companies() OWNER TO leadgen_owner;

CREATE FUNCTION app.touch_contacts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO record_touch (tenant_id, entity, ids)
    SELECT tenant_id, 2, array_agg(contact_id) FROM touched GROUP BY tenant_id;
    RETURN NULL;
END $$;

ALTER FUNCTION app.touch_contacts() OWNER TO leadgen_owner;

CREATE FUNCTION app.user_add(new_email text, new_key text, new_name text, hash text, super boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE id bigint;
BEGIN
    PERFORM app.need_super();
    INSERT INTO user_account (email, email_key, name, password_hash, is_super)
    VALUES (new_email, new_key, new_name, hash, super) RETURNING user_id INTO id;
    PERFORM app.audit_write(NULL, 'user_add', id, new_email, jsonb_build_object('super', super));
    RETURN id;
END $$;

ALTER FUNCTION app.user_add(new_email text, new_key text, new_name text, hash text, super boolean) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_check(of_user bigint) RETURNS public.user_account
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE u user_account;
BEGIN
    PERFORM app.need_super();
    SELECT * INTO u FROM user_account WHERE user_id = of_user FOR NO KEY UPDATE;
    IF u.user_id IS NULL THEN
        PERFORM app.fail('LG002', 'This person does not exist.');
    END IF;
    RETURN u;
END $$;

ALTER FUNCTION app.user_check(of_user bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_fits(u public.user_account, wanted text, state text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT (wanted = '' OR strpos(u.email_key || ' ' || lower(u.name), lower(wanted)) > 0)
        AND CASE state WHEN 'active' THEN u.deactivated_at IS NULL WHEN 'off' THEN u.deactivated_at IS NOT NULL
            WHEN 'super' THEN u.is_super ELSE true END
$$;

ALTER FUNCTION app.user_fits(u public.user_account, wanted text, state text) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_id(key text) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM app.need_super();
    RETURN coalesce((SELECT user_id FROM user_account WHERE email_key = key), 0);
END $$;

ALTER FUNCTION app.user_id(key text) OWNER TO leadgen_owner;

CREATE TABLE public.membership (
    tenant_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by bigint,
    CONSTRAINT membership_role CHECK ((role = ANY (ARRAY['viewer'::text, 'editor'::text, 'admin'::text])))
);

ALTER TABLE public.membership OWNER TO leadgen_owner;

CREATE TABLE public.second_factor (
    user_id bigint NOT NULL,
    secret text NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.second_factor OWNER TO leadgen_owner;

CREATE TABLE public.tenant (
    tenant_id bigint NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    time_zone text DEFAULT 'UTC'::text NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    default_country text,
    is_demo boolean DEFAULT false NOT NULL,
    deactivated_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tenant_country_form CHECK ((default_country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT tenant_name_form CHECK (((length(name) >= 1) AND (length(name) <= 120))),
    CONSTRAINT tenant_slug_form CHECK (((slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'::text) AND (slug <> ALL (ARRAY['admin'::text, 'static'::text, 'api'::text, 'login'::text, 'logout'::text, 'account'::text, 'public'::text, 'healthz'::text, 'error'::text, 'setup'::text, 'link'::text]))))
);

ALTER TABLE public.tenant OWNER TO leadgen_owner;

CREATE VIEW public.user_shown AS
 SELECT u.user_id,
    u.name,
    u.email,
    u.email_key,
    u.is_super,
    (u.deactivated_at IS NULL) AS active,
    (u.password_hash IS NOT NULL) AS has_password,
    (EXISTS ( SELECT
           FROM public.second_factor f
          WHERE ((f.user_id = u.user_id) AND (f.confirmed_at IS NOT NULL)))) AS has_second_factor,
    app.ms(( SELECT max(s.seen_at) AS max
           FROM public.session s
          WHERE (s.user_id = u.user_id))) AS seen_at,
    ( SELECT count(*) AS count
           FROM public.session_shown s
          WHERE (s.user_id = u.user_id)) AS sessions,
    COALESCE(( SELECT string_agg(((t.name || ': '::text) || m.role), ', '::text ORDER BY t.name) AS string_agg
           FROM (public.membership m
             JOIN public.tenant t USING (tenant_id))
          WHERE ((m.user_id = u.user_id) AND (t.deactivated_at IS NULL))), ''::text) AS roles,
    app.ms(u.created_at) AS created_at
   FROM public.user_account u;

ALTER TABLE public.user_shown OWNER TO leadgen_owner;

CREATE FUNCTION app.user_list(wanted text, state text, after text, before text, most integer) RETURNS SETOF public.user_shown
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.user_list(wanted text, state text, after text, before text, most integer) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_name(id bigint) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN (SELECT u.name FROM user_account u WHERE u.user_id = user_name.id);
END $$;

ALTER FUNCTION app.user_name(id bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_read(of_user bigint) RETURNS SETOF public.user_shown
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT * FROM user_shown v WHERE v.user_id = of_user;
END $$;

ALTER FUNCTION app.user_read(of_user bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_roles(of_user bigint) RETURNS TABLE(tenant_id bigint, slug text, name text, role text, active boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
    PERFORM app.need_super();
    RETURN QUERY SELECT t.tenant_id, t.slug, t.name, m.role, t.deactivated_at IS NULL
    FROM membership m JOIN tenant t USING (tenant_id) WHERE m.user_id = of_user ORDER BY t.slug;
END $$;

ALTER FUNCTION app.user_roles(of_user bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_second_factor_remove(of_user bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM app.user_check(of_user);
    RETURN app.second_factor_drop(of_user);
END $$;

ALTER FUNCTION app.user_second_factor_remove(of_user bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_sessions_end(of_user bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    u user_account := app.user_check(of_user);
    n bigint;
BEGIN
    UPDATE session SET revoked_at = now() WHERE user_id = of_user AND revoked_at IS NULL;
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM app.audit_write(NULL, 'session_end', of_user, u.email, jsonb_build_object('sessions', n));
    RETURN n;
END $$;

ALTER FUNCTION app.user_sessions_end(of_user bigint) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_set_active(of_user bigint, active boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.user_set_active(of_user bigint, active boolean) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_set_email(of_user bigint, new_email text, new_key text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE u user_account;
BEGIN
    u := app.user_check(of_user);
    IF u.email = new_email THEN
        RETURN;
    END IF;
    UPDATE user_account SET email = new_email, email_key = new_key WHERE user_id = of_user;
    UPDATE one_time_link SET used_at = now() WHERE user_id = of_user AND used_at IS NULL;
    PERFORM app.audit_write(NULL, 'user_email', of_user, new_email, jsonb_build_object('was', u.email));
END $$;

ALTER FUNCTION app.user_set_email(of_user bigint, new_email text, new_key text) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_set_role(of_user bigint, of_tenant bigint, new_role text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.user_set_role(of_user bigint, of_tenant bigint, new_role text) OWNER TO leadgen_owner;

CREATE FUNCTION app.user_set_super(of_user bigint, super boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

ALTER FUNCTION app.user_set_super(of_user bigint, super boolean) OWNER TO leadgen_owner;

CREATE TABLE app.partitioned (
    name text NOT NULL,
    keep_months integer,
    CONSTRAINT partitioned_keep CHECK ((keep_months > 0))
);

ALTER TABLE app.partitioned OWNER TO leadgen_owner;

CREATE TABLE public.api_token (
    api_token_id bigint NOT NULL,
    tenant_id bigint NOT NULL,
    user_id bigint NOT NULL,
    token_hash text NOT NULL,
    name text NOT NULL,
    scope text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_token_name_form CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CONSTRAINT api_token_scope CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text, 'admin'::text])))
);

ALTER TABLE public.api_token OWNER TO leadgen_owner;

ALTER TABLE public.api_token ALTER COLUMN api_token_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.api_token_api_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit (
    audit_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id bigint,
    actor bigint,
    action text NOT NULL,
    user_id bigint,
    subject text NOT NULL,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT audit_action_form CHECK ((action ~ '^[a-z_]{3,40}$'::text))
);

ALTER TABLE public.audit OWNER TO leadgen_owner;

ALTER TABLE public.audit ALTER COLUMN audit_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.budget (
    tenant_id bigint NOT NULL,
    limit_micros bigint NOT NULL,
    mode text DEFAULT 'hard'::text NOT NULL,
    warn_percent integer DEFAULT 80 NOT NULL,
    reset_day integer DEFAULT 1 NOT NULL,
    topped_micros bigint DEFAULT 0 NOT NULL,
    spent_micros bigint DEFAULT 0 NOT NULL,
    reserved_micros bigint DEFAULT 0 NOT NULL,
    period_start timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT budget_limit CHECK ((limit_micros >= 0)),
    CONSTRAINT budget_mode CHECK ((mode = ANY (ARRAY['hard'::text, 'soft'::text, 'watch'::text]))),
    CONSTRAINT budget_reserved CHECK ((reserved_micros >= 0)),
    CONSTRAINT budget_reset_day CHECK (((reset_day >= 0) AND (reset_day <= 31))),
    CONSTRAINT budget_warn CHECK (((warn_percent >= 1) AND (warn_percent <= 100)))
);

ALTER TABLE public.budget OWNER TO leadgen_owner;

CREATE TABLE public.bulk (
    tenant_id bigint NOT NULL,
    bulk_id bigint NOT NULL,
    entity smallint NOT NULL,
    act text NOT NULL,
    filter text NOT NULL,
    everything boolean NOT NULL,
    counted bigint NOT NULL,
    absent bigint DEFAULT 0 NOT NULL,
    label_ids bigint[],
    owner_id bigint,
    choice text,
    what text,
    state text DEFAULT 'asked'::text NOT NULL,
    ids bigint[],
    matched bigint DEFAULT 0 NOT NULL,
    done bigint DEFAULT 0 NOT NULL,
    changed bigint DEFAULT 0 NOT NULL,
    change_set_id bigint,
    job_id bigint,
    error text,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    slices int8multirange,
    CONSTRAINT bulk_entity CHECK ((entity = ANY (ARRAY[1, 2]))),
    CONSTRAINT bulk_state CHECK ((state = ANY (ARRAY['asked'::text, 'waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);
ALTER TABLE ONLY public.bulk ALTER COLUMN ids SET STORAGE EXTERNAL;

ALTER TABLE public.bulk OWNER TO leadgen_owner;

ALTER TABLE public.bulk ALTER COLUMN bulk_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.bulk_bulk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.campaign (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    description text,
    state text DEFAULT 'draft'::text NOT NULL,
    owner_id bigint,
    sender_id bigint,
    language text DEFAULT 'en'::text NOT NULL,
    own_language boolean DEFAULT true NOT NULL,
    tone text DEFAULT 'professional'::text NOT NULL,
    formality text DEFAULT 'formal'::text NOT NULL,
    personalisation smallint DEFAULT 4 NOT NULL,
    instructions text,
    provider_id bigint,
    variant_mode text DEFAULT 'choose'::text NOT NULL,
    skip_unready boolean DEFAULT false NOT NULL,
    cooldown_days integer DEFAULT 30 NOT NULL,
    starts_on date,
    strategy_id bigint,
    run_id bigint,
    check_id bigint,
    people_changed_at timestamp with time zone DEFAULT now() NOT NULL,
    approved_by bigint,
    approved_at timestamp with time zone,
    cost_micros bigint DEFAULT 0 NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT campaign_cooldown CHECK (((cooldown_days >= 0) AND (cooldown_days <= 365))),
    CONSTRAINT campaign_description CHECK ((length(description) <= 1000)),
    CONSTRAINT campaign_formality CHECK ((formality = ANY (ARRAY['formal'::text, 'informal'::text]))),
    CONSTRAINT campaign_instructions CHECK ((length(instructions) <= 2000)),
    CONSTRAINT campaign_language CHECK ((language ~ '^[a-z]{2}$'::text)),
    CONSTRAINT campaign_name CHECK (((length(name) >= 1) AND (length(name) <= 120))),
    CONSTRAINT campaign_personalisation CHECK (((personalisation >= 1) AND (personalisation <= 4))),
    CONSTRAINT campaign_state CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'generating'::text, 'review'::text, 'approved'::text, 'sending'::text, 'paused'::text, 'finished'::text, 'archived'::text]))),
    CONSTRAINT campaign_tone CHECK ((tone = ANY (ARRAY['professional'::text, 'friendly'::text, 'casual'::text, 'bold'::text, 'authoritative'::text, 'empathetic'::text]))),
    CONSTRAINT campaign_variant_mode CHECK ((variant_mode = ANY (ARRAY['choose'::text, 'split'::text])))
);
ALTER TABLE ONLY public.campaign ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.campaign OWNER TO leadgen_owner;

CREATE TABLE public.campaign_adding (
    tenant_id bigint NOT NULL,
    adding_id bigint NOT NULL,
    campaign_id bigint,
    entity smallint NOT NULL,
    filter text NOT NULL,
    ids bigint[],
    how text NOT NULL,
    skip_busy boolean DEFAULT false NOT NULL,
    state text DEFAULT 'asked'::text NOT NULL,
    total bigint DEFAULT 0 NOT NULL,
    done bigint DEFAULT 0 NOT NULL,
    added bigint DEFAULT 0 NOT NULL,
    error text,
    job_id bigint,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT campaign_adding_entity CHECK ((entity = ANY (ARRAY[1, 2]))),
    CONSTRAINT campaign_adding_state CHECK ((state = ANY (ARRAY['asked'::text, 'waiting'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);

ALTER TABLE public.campaign_adding OWNER TO leadgen_owner;

ALTER TABLE public.campaign_adding ALTER COLUMN adding_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.campaign_adding_adding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.campaign ALTER COLUMN campaign_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.campaign_campaign_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.campaign_check (
    tenant_id bigint NOT NULL,
    check_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    people bigint NOT NULL,
    checked_by bigint,
    checked_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    job_id bigint
);

ALTER TABLE public.campaign_check OWNER TO leadgen_owner;

ALTER TABLE public.campaign_check ALTER COLUMN check_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.campaign_check_check_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.campaign_conflict (
    tenant_id bigint NOT NULL,
    conflict_id bigint NOT NULL,
    check_id bigint NOT NULL,
    kind text NOT NULL,
    severity smallint NOT NULL,
    step_id bigint,
    title text NOT NULL,
    detail text NOT NULL,
    facts jsonb NOT NULL,
    people bigint NOT NULL,
    fix text,
    state text DEFAULT 'open'::text NOT NULL,
    accepted_reason text,
    decided_by bigint,
    decided_at timestamp with time zone,
    CONSTRAINT campaign_conflict_accepted CHECK (((state = 'accepted'::text) = (accepted_reason IS NOT NULL))),
    CONSTRAINT campaign_conflict_kind CHECK ((kind = ANY (ARRAY['no_channel'::text, 'step_channel'::text, 'suppressed'::text, 'disqualified'::text, 'icp_mismatch'::text, 'overlap'::text, 'cooldown'::text, 'tone'::text, 'basis'::text, 'holiday'::text, 'time_zone'::text, 'left_company'::text, 'bad_address'::text]))),
    CONSTRAINT campaign_conflict_reason CHECK (((length(accepted_reason) >= 3) AND (length(accepted_reason) <= 500))),
    CONSTRAINT campaign_conflict_severity CHECK ((severity = ANY (ARRAY[1, 2, 3]))),
    CONSTRAINT campaign_conflict_state CHECK ((state = ANY (ARRAY['open'::text, 'fixed'::text, 'accepted'::text])))
);

ALTER TABLE public.campaign_conflict OWNER TO leadgen_owner;

ALTER TABLE public.campaign_conflict ALTER COLUMN conflict_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.campaign_conflict_conflict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.campaign_conflict_person (
    tenant_id bigint NOT NULL,
    conflict_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    changed boolean DEFAULT false NOT NULL,
    was_not_before date,
    was_channels text[]
);

ALTER TABLE public.campaign_conflict_person OWNER TO leadgen_owner;

CREATE TABLE public.campaign_count (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    people bigint DEFAULT 0 NOT NULL,
    written bigint DEFAULT 0 NOT NULL,
    failed bigint DEFAULT 0 NOT NULL,
    excluded bigint DEFAULT 0 NOT NULL,
    draft bigint DEFAULT 0 NOT NULL,
    approved bigint DEFAULT 0 NOT NULL,
    rejected bigint DEFAULT 0 NOT NULL,
    set_aside bigint DEFAULT 0 NOT NULL,
    sent bigint DEFAULT 0 NOT NULL
)
WITH (fillfactor='50');

ALTER TABLE public.campaign_count OWNER TO leadgen_owner;

CREATE TABLE public.campaign_export (
    tenant_id bigint NOT NULL,
    export_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    format text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    people bigint DEFAULT 0 NOT NULL,
    messages bigint DEFAULT 0 NOT NULL,
    left_out bigint DEFAULT 0 NOT NULL,
    file text,
    file_size bigint,
    error text,
    job_id bigint,
    asked_by bigint,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    expires_at timestamp with time zone,
    bom boolean DEFAULT false NOT NULL,
    CONSTRAINT campaign_export_format CHECK ((format = ANY (ARRAY['lemlist'::text, 'linkedin'::text, 'csv'::text, 'xlsx'::text]))),
    CONSTRAINT campaign_export_state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

ALTER TABLE public.campaign_export OWNER TO leadgen_owner;

ALTER TABLE public.campaign_export ALTER COLUMN export_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.campaign_export_export_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.campaign_export_left (
    tenant_id bigint NOT NULL,
    export_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    reason text NOT NULL
);

ALTER TABLE public.campaign_export_left OWNER TO leadgen_owner;

CREATE TABLE public.campaign_insight (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    code text NOT NULL,
    action text NOT NULL,
    before jsonb DEFAULT '{}'::jsonb NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT campaign_insight_action CHECK ((action = ANY (ARRAY['applied'::text, 'dismissed'::text])))
);

ALTER TABLE public.campaign_insight OWNER TO leadgen_owner;

CREATE TABLE public.campaign_offer (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    language text NOT NULL,
    does text NOT NULL,
    outcome text,
    proof text,
    proof_url text,
    ask text,
    CONSTRAINT campaign_offer_ask CHECK ((length(ask) <= 300)),
    CONSTRAINT campaign_offer_does CHECK (((length(does) >= 1) AND (length(does) <= 500))),
    CONSTRAINT campaign_offer_language CHECK ((language ~ '^[a-z]{2}$'::text)),
    CONSTRAINT campaign_offer_outcome CHECK ((length(outcome) <= 500)),
    CONSTRAINT campaign_offer_proof CHECK ((length(proof) <= 500)),
    CONSTRAINT campaign_offer_proof_url CHECK ((length(proof_url) <= 2048))
);

ALTER TABLE public.campaign_offer OWNER TO leadgen_owner;

CREATE TABLE public.campaign_person (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    reason text,
    how text DEFAULT 'picked'::text NOT NULL,
    rank smallint DEFAULT 0 NOT NULL,
    variant smallint,
    skip_channels text[] DEFAULT '{}'::text[] NOT NULL,
    not_before date,
    added_by bigint,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    adding_id bigint,
    CONSTRAINT campaign_person_state CHECK ((state = ANY (ARRAY['waiting'::text, 'written'::text, 'failed'::text, 'excluded'::text]))),
    CONSTRAINT campaign_person_variant CHECK (((variant >= 1) AND (variant <= 3)))
)
WITH (fillfactor='85');
ALTER TABLE ONLY public.campaign_person ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.campaign_person OWNER TO leadgen_owner;

CREATE TABLE public.campaign_sender (
    tenant_id bigint NOT NULL,
    sender_id bigint NOT NULL,
    name text NOT NULL,
    role text,
    company text NOT NULL,
    email text,
    postal_address text,
    signature text,
    user_id bigint,
    is_default boolean DEFAULT false NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT campaign_sender_address CHECK ((length(postal_address) <= 400)),
    CONSTRAINT campaign_sender_company CHECK (((length(company) >= 1) AND (length(company) <= 200))),
    CONSTRAINT campaign_sender_email CHECK ((length(email) <= 254)),
    CONSTRAINT campaign_sender_name CHECK (((length(name) >= 1) AND (length(name) <= 120))),
    CONSTRAINT campaign_sender_role CHECK ((length(role) <= 120)),
    CONSTRAINT campaign_sender_signature CHECK ((length(signature) <= 1000))
);

ALTER TABLE public.campaign_sender OWNER TO leadgen_owner;

ALTER TABLE public.campaign_sender ALTER COLUMN sender_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.campaign_sender_sender_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.campaign_step (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    step_id bigint NOT NULL,
    "position" smallint NOT NULL,
    channel text NOT NULL,
    day_offset integer DEFAULT 0 NOT NULL,
    condition text DEFAULT 'always'::text NOT NULL,
    label text NOT NULL,
    max_length integer NOT NULL,
    tone text,
    formality text,
    language text,
    instructions text,
    examples jsonb DEFAULT '[]'::jsonb NOT NULL,
    variants smallint DEFAULT 1 NOT NULL,
    pdf_template_id bigint,
    is_on boolean DEFAULT true NOT NULL,
    CONSTRAINT campaign_step_channel CHECK ((channel = ANY (ARRAY['linkedin_connect'::text, 'linkedin_message'::text, 'email'::text, 'call'::text]))),
    CONSTRAINT campaign_step_condition CHECK ((condition = ANY (ARRAY['always'::text, 'no_response'::text, 'opened_not_replied'::text]))),
    CONSTRAINT campaign_step_day CHECK (((day_offset >= 0) AND (day_offset <= 365))),
    CONSTRAINT campaign_step_formality CHECK ((formality = ANY (ARRAY['formal'::text, 'informal'::text]))),
    CONSTRAINT campaign_step_instructions CHECK ((length(instructions) <= 2000)),
    CONSTRAINT campaign_step_label CHECK (((length(label) >= 1) AND (length(label) <= 120))),
    CONSTRAINT campaign_step_language CHECK ((language ~ '^[a-z]{2}$'::text)),
    CONSTRAINT campaign_step_length CHECK (((max_length >= 100) AND (max_length <=
CASE channel
    WHEN 'linkedin_connect'::text THEN 300
    WHEN 'email'::text THEN 5000
    ELSE 2000
END))),
    CONSTRAINT campaign_step_position CHECK ((("position" >= 1) AND ("position" <= 20))),
    CONSTRAINT campaign_step_tone CHECK ((tone = ANY (ARRAY['professional'::text, 'friendly'::text, 'casual'::text, 'bold'::text, 'authoritative'::text, 'empathetic'::text]))),
    CONSTRAINT campaign_step_variants CHECK (((variants >= 1) AND (variants <= 3)))
);

ALTER TABLE public.campaign_step OWNER TO leadgen_owner;

ALTER TABLE public.campaign_step ALTER COLUMN step_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.campaign_step_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.campaign_template (
    tenant_id bigint NOT NULL,
    template_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    description text,
    steps jsonb NOT NULL,
    defaults jsonb NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT campaign_template_description CHECK ((length(description) <= 500)),
    CONSTRAINT campaign_template_name CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

ALTER TABLE public.campaign_template OWNER TO leadgen_owner;

ALTER TABLE public.campaign_template ALTER COLUMN template_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.campaign_template_template_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.change (
    tenant_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    change_set_id bigint NOT NULL,
    kind "char" NOT NULL,
    fields bigint NOT NULL,
    previous jsonb,
    at timestamp with time zone DEFAULT now() NOT NULL,
    voided bigint DEFAULT 0 NOT NULL
)
PARTITION BY RANGE (at);
ALTER TABLE ONLY public.change ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.change OWNER TO leadgen_owner;

CREATE TABLE public.change_kept (
    tenant_id bigint NOT NULL,
    change_set_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    fields bigint NOT NULL,
    reason text NOT NULL,
    detail text
);

ALTER TABLE public.change_kept OWNER TO leadgen_owner;

CREATE TABLE public.change_other (
    tenant_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    change_set_id bigint NOT NULL,
    kind "char" NOT NULL,
    fields bigint NOT NULL,
    previous jsonb,
    at timestamp with time zone DEFAULT now() NOT NULL,
    voided bigint DEFAULT 0 NOT NULL
);
ALTER TABLE ONLY public.change_other ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.change_other OWNER TO leadgen_owner;

CREATE TABLE public.change_set (
    tenant_id bigint NOT NULL,
    change_set_id bigint NOT NULL,
    kind text NOT NULL,
    actor bigint,
    source text NOT NULL,
    undoes bigint,
    undone_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    job_id bigint
);

ALTER TABLE public.change_set OWNER TO leadgen_owner;

ALTER TABLE public.change_set ALTER COLUMN change_set_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.change_set_change_set_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.company (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    name text NOT NULL,
    legal_form text,
    domain text,
    website_url text,
    linkedin_url text,
    industry text,
    keywords text,
    employees text,
    revenue text,
    founded_year text,
    description text,
    phone text,
    email text,
    address text,
    city text,
    region text,
    postal_code text,
    country text,
    registry_number text,
    logo_url text,
    crunchbase_url text,
    source text,
    notes text,
    owner_id bigint,
    tag_ids bigint[],
    list_ids bigint[],
    custom jsonb,
    status text,
    tier text,
    name_key text NOT NULL,
    search text NOT NULL,
    sort_name text NOT NULL COLLATE pg_catalog."C",
    codes smallint[] NOT NULL,
    duplicate_of bigint,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    checked_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    merged_into bigint,
    erased_at timestamp with time zone,
    score integer,
    CONSTRAINT company_country_form CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT company_founded_year_form CHECK ((founded_year ~ '^[0-9]{4}$'::text)),
    CONSTRAINT company_name_form CHECK (((length(name) >= 1) AND (length(name) <= 400)))
)
WITH (fillfactor='85');
ALTER TABLE ONLY public.company ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.company OWNER TO leadgen_owner;

ALTER TABLE public.company ALTER COLUMN company_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.company_company_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.company_technology (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    technology text NOT NULL,
    version text,
    url text NOT NULL,
    evidence text NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY public.company_technology ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.company_technology OWNER TO leadgen_owner;

CREATE TABLE public.contact (
    tenant_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    name_prefix text,
    first_name text,
    last_name text,
    name_suffix text,
    job_title text,
    company_id bigint,
    email text,
    other_emails text,
    phone text,
    mobile_phone text,
    other_phones text,
    linkedin_url text,
    seniority text,
    department text,
    address text,
    city text,
    region text,
    postal_code text,
    country text,
    language text,
    birthday text,
    source text,
    notes text,
    owner_id bigint,
    tag_ids bigint[],
    list_ids bigint[],
    custom jsonb,
    status text,
    linkedin_activity text,
    email_key text,
    linkedin_key text,
    name_key text NOT NULL,
    search text NOT NULL,
    sort_name text NOT NULL COLLATE pg_catalog."C",
    title_key text,
    codes smallint[] NOT NULL,
    duplicate_of bigint,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    checked_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    merged_into bigint,
    erased_at timestamp with time zone,
    employment smallint DEFAULT 0 NOT NULL,
    last_seen_at timestamp with time zone,
    email_state smallint DEFAULT 0 NOT NULL,
    CONSTRAINT contact_country_form CHECK ((country ~ '^[A-Z]{2}$'::text))
)
WITH (fillfactor='85');
ALTER TABLE ONLY public.contact ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.contact OWNER TO leadgen_owner;

ALTER TABLE public.contact ALTER COLUMN contact_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contact_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contact_sighting (
    tenant_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    url text NOT NULL,
    company_id bigint NOT NULL,
    title text,
    confidence smallint NOT NULL,
    first_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    missed smallint DEFAULT 0 NOT NULL,
    CONSTRAINT contact_sighting_url_form CHECK (((length(url) >= 8) AND (length(url) <= 2048)))
);
ALTER TABLE ONLY public.contact_sighting ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.contact_sighting OWNER TO leadgen_owner;

CREATE TABLE public.contact_touch (
    tenant_id bigint NOT NULL,
    touch_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    channel text NOT NULL,
    campaign_id bigint,
    message_id bigint,
    by_user bigint,
    note text,
    CONSTRAINT contact_touch_channel CHECK ((channel = ANY (ARRAY['email'::text, 'linkedin'::text, 'call'::text, 'other'::text]))),
    CONSTRAINT contact_touch_note CHECK ((length(note) <= 500))
);

ALTER TABLE public.contact_touch OWNER TO leadgen_owner;

ALTER TABLE public.contact_touch ALTER COLUMN touch_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.contact_touch_touch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.country_policy (
    tenant_id bigint NOT NULL,
    country text NOT NULL,
    basis text NOT NULL,
    note text NOT NULL,
    updated_by bigint,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT country_policy_basis CHECK ((basis = ANY (ARRAY['allowed'::text, 'role_only'::text, 'consent'::text, 'blocked'::text]))),
    CONSTRAINT country_policy_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT country_policy_note CHECK (((length(note) >= 1) AND (length(note) <= 500)))
);

ALTER TABLE public.country_policy OWNER TO leadgen_owner;

CREATE TABLE public.custom_field (
    tenant_id bigint NOT NULL,
    custom_field_id bigint NOT NULL,
    entity smallint NOT NULL,
    key text NOT NULL,
    label text NOT NULL,
    type text DEFAULT 'text'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    options text[] DEFAULT '{}'::text[] NOT NULL,
    "position" bigint,
    created_by bigint,
    archived_at timestamp with time zone,
    deleted_at timestamp with time zone,
    deleted_set bigint,
    deleted_key text,
    import_id bigint,
    CONSTRAINT custom_field_entity CHECK ((entity = ANY (ARRAY[1, 2]))),
    CONSTRAINT custom_field_key_form CHECK ((key ~ '^[a-z0-9][a-z0-9_]{0,58}$'::text)),
    CONSTRAINT custom_field_label_form CHECK (((length(label) >= 1) AND (length(label) <= 120))),
    CONSTRAINT custom_field_type CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'choice'::text, 'url'::text, 'yesno'::text])))
);

ALTER TABLE public.custom_field OWNER TO leadgen_owner;

ALTER TABLE public.custom_field ALTER COLUMN custom_field_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.custom_field_custom_field_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.discovery_block (
    tenant_id bigint NOT NULL,
    domain text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.discovery_block OWNER TO leadgen_owner;

CREATE TABLE public.discovery_find (
    tenant_id bigint NOT NULL,
    query_id bigint NOT NULL,
    key text NOT NULL,
    run bigint NOT NULL,
    rank bigint NOT NULL,
    url text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    verdict text NOT NULL,
    reason text,
    company_id bigint,
    found_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT discovery_find_verdict CHECK ((verdict = ANY (ARRAY['created'::text, 'known'::text, 'blocked'::text, 'suppressed'::text, 'no_company'::text])))
);

ALTER TABLE public.discovery_find OWNER TO leadgen_owner;

CREATE TABLE public.discovery_query (
    tenant_id bigint NOT NULL,
    query_id bigint NOT NULL,
    source text NOT NULL,
    words text NOT NULL,
    words_key text NOT NULL,
    body text,
    origin text DEFAULT 'typed'::text NOT NULL,
    why text,
    state text DEFAULT 'pending'::text NOT NULL,
    repeat_days bigint DEFAULT 0 NOT NULL,
    runs bigint DEFAULT 0 NOT NULL,
    results bigint DEFAULT 0 NOT NULL,
    created bigint DEFAULT 0 NOT NULL,
    known bigint DEFAULT 0 NOT NULL,
    blocked bigint DEFAULT 0 NOT NULL,
    suppressed bigint DEFAULT 0 NOT NULL,
    no_company bigint DEFAULT 0 NOT NULL,
    total_created bigint DEFAULT 0 NOT NULL,
    dry_runs bigint DEFAULT 0 NOT NULL,
    cause text,
    message text,
    change_set_id bigint,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    next_at timestamp with time zone,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT discovery_query_origin CHECK ((origin = ANY (ARRAY['typed'::text, 'expanded'::text]))),
    CONSTRAINT discovery_query_repeat CHECK (((repeat_days >= 0) AND (repeat_days <= 365))),
    CONSTRAINT discovery_query_source CHECK ((source = ANY (ARRAY['search'::text, 'page'::text, 'list'::text]))),
    CONSTRAINT discovery_query_state CHECK ((state = ANY (ARRAY['pending'::text, 'running'::text, 'done'::text, 'dry'::text, 'failed'::text]))),
    CONSTRAINT discovery_query_words CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);

ALTER TABLE public.discovery_query OWNER TO leadgen_owner;

ALTER TABLE public.discovery_query ALTER COLUMN query_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.discovery_query_query_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.discovery_setting (
    tenant_id bigint NOT NULL,
    is_on boolean DEFAULT false NOT NULL,
    per_day bigint DEFAULT 25 NOT NULL,
    job_id bigint,
    CONSTRAINT discovery_setting_per_day CHECK (((per_day >= 1) AND (per_day <= 500)))
);

ALTER TABLE public.discovery_setting OWNER TO leadgen_owner;

CREATE TABLE public.duplicate (
    tenant_id bigint NOT NULL,
    entity smallint NOT NULL,
    low_id bigint NOT NULL,
    high_id bigint NOT NULL,
    reason text NOT NULL,
    found_at timestamp with time zone DEFAULT now() NOT NULL,
    kept_at timestamp with time zone,
    kept_by bigint,
    CONSTRAINT duplicate_entity CHECK ((entity = ANY (ARRAY[1, 2]))),
    CONSTRAINT duplicate_order CHECK ((low_id < high_id))
);

ALTER TABLE public.duplicate OWNER TO leadgen_owner;

CREATE TABLE public.duplicate_look (
    tenant_id bigint NOT NULL,
    job_id bigint,
    looked_at timestamp with time zone
);

ALTER TABLE public.duplicate_look OWNER TO leadgen_owner;

CREATE TABLE public.email_check (
    tenant_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    address text NOT NULL,
    origin smallint NOT NULL,
    place smallint DEFAULT 0 NOT NULL,
    pattern smallint DEFAULT 0 NOT NULL,
    permille smallint DEFAULT 0 NOT NULL,
    matching integer DEFAULT 0 NOT NULL,
    samples integer DEFAULT 0 NOT NULL,
    page_url text,
    route smallint DEFAULT 0 NOT NULL,
    answer smallint DEFAULT 0 NOT NULL,
    catch_all smallint DEFAULT 0 NOT NULL,
    flags integer DEFAULT 0 NOT NULL,
    state smallint DEFAULT 0 NOT NULL,
    percent smallint DEFAULT 0 NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    checked_at timestamp with time zone,
    CONSTRAINT email_check_address_form CHECK (((length(address) >= 1) AND (length(address) <= 320)))
);
ALTER TABLE ONLY public.email_check ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.email_check OWNER TO leadgen_owner;

CREATE TABLE public.email_domain (
    tenant_id bigint NOT NULL,
    domain text NOT NULL,
    route smallint NOT NULL,
    host text,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    catch_all smallint DEFAULT 0 NOT NULL,
    catch_all_at timestamp with time zone,
    CONSTRAINT email_domain_form CHECK (((length(domain) >= 1) AND (length(domain) <= 253)))
);
ALTER TABLE ONLY public.email_domain ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.email_domain OWNER TO leadgen_owner;

CREATE TABLE public.email_outcome (
    tenant_id bigint NOT NULL,
    email_outcome_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    percent smallint NOT NULL,
    arrived boolean NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT email_outcome_percent CHECK (((percent >= 0) AND (percent <= 100)))
);

ALTER TABLE public.email_outcome OWNER TO leadgen_owner;

ALTER TABLE public.email_outcome ALTER COLUMN email_outcome_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.email_outcome_email_outcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.email_setting (
    tenant_id bigint NOT NULL,
    probe boolean DEFAULT false NOT NULL,
    reverify_days integer DEFAULT 90 NOT NULL,
    CONSTRAINT email_setting_days CHECK (((reverify_days >= 7) AND (reverify_days <= 730)))
);

ALTER TABLE public.email_setting OWNER TO leadgen_owner;

CREATE TABLE public.health_alert (
    tenant_id bigint NOT NULL,
    alert_id bigint NOT NULL,
    code text NOT NULL,
    subject text NOT NULL,
    level text NOT NULL,
    title text NOT NULL,
    detail text NOT NULL,
    times bigint DEFAULT 1 NOT NULL,
    first_at timestamp with time zone DEFAULT now() NOT NULL,
    last_at timestamp with time zone DEFAULT now() NOT NULL,
    muted_until timestamp with time zone,
    muted_by bigint,
    resolved_at timestamp with time zone,
    CONSTRAINT health_alert_level CHECK ((level = ANY (ARRAY['info'::text, 'warn'::text, 'bad'::text])))
);

ALTER TABLE public.health_alert OWNER TO leadgen_owner;

ALTER TABLE public.health_alert ALTER COLUMN alert_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.health_alert_alert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.health_measure (
    tenant_id bigint NOT NULL,
    measured_at timestamp with time zone NOT NULL,
    seconds double precision NOT NULL
);

ALTER TABLE public.health_measure OWNER TO leadgen_owner;

CREATE TABLE public.health_point (
    tenant_id bigint NOT NULL,
    day date NOT NULL,
    name text NOT NULL,
    n bigint NOT NULL
);

ALTER TABLE public.health_point OWNER TO leadgen_owner;

CREATE TABLE public.icp_compare (
    tenant_id bigint NOT NULL,
    version bigint NOT NULL,
    revision bigint NOT NULL,
    against bigint NOT NULL,
    job_id bigint NOT NULL,
    tally jsonb,
    companies bigint DEFAULT 0 NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone
);

ALTER TABLE public.icp_compare OWNER TO leadgen_owner;

CREATE TABLE public.icp_compare_move (
    tenant_id bigint NOT NULL,
    version bigint NOT NULL,
    company_id bigint NOT NULL,
    total_before integer,
    total_after integer NOT NULL,
    tier_before text,
    tier_after text NOT NULL
);

ALTER TABLE public.icp_compare_move OWNER TO leadgen_owner;

CREATE TABLE public.icp_version (
    tenant_id bigint NOT NULL,
    version bigint NOT NULL,
    document jsonb NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    based_on bigint,
    revision bigint DEFAULT 1 NOT NULL,
    author bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    activated_at timestamp with time zone,
    activated_by bigint,
    active boolean DEFAULT false NOT NULL,
    CONSTRAINT icp_version_note CHECK ((length(note) <= 500))
);

ALTER TABLE public.icp_version OWNER TO leadgen_owner;

CREATE TABLE public.import (
    tenant_id bigint NOT NULL,
    import_id bigint NOT NULL,
    state text DEFAULT 'uploading'::text NOT NULL,
    filename text NOT NULL,
    file text,
    size bigint DEFAULT 0 NOT NULL,
    received bigint DEFAULT 0 NOT NULL,
    entity smallint,
    dialect jsonb,
    mapping jsonb,
    options jsonb,
    version bigint DEFAULT 1 NOT NULL,
    preview_version bigint,
    preview jsonb,
    totals jsonb,
    done_rows bigint DEFAULT 0 NOT NULL,
    mark jsonb,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    job_id bigint,
    change_set_id bigint,
    undo jsonb,
    error text,
    repairs bigint,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    preview_set bigint,
    preview_open bigint[],
    CONSTRAINT import_entity CHECK ((entity = ANY (ARRAY[1, 2]))),
    CONSTRAINT import_filename_form CHECK (((length(filename) >= 1) AND (length(filename) <= 255)))
);

ALTER TABLE public.import OWNER TO leadgen_owner;

ALTER TABLE public.import ALTER COLUMN import_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.import_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.import_memory (
    tenant_id bigint NOT NULL,
    signature text NOT NULL,
    entity smallint NOT NULL,
    targets text[] NOT NULL,
    used_at timestamp with time zone DEFAULT now() NOT NULL,
    used_by bigint
);

ALTER TABLE public.import_memory OWNER TO leadgen_owner;

CREATE TABLE public.import_row (
    tenant_id bigint NOT NULL,
    import_id bigint NOT NULL,
    phase smallint NOT NULL,
    row_no bigint NOT NULL,
    line_no bigint NOT NULL,
    verdict "char" NOT NULL,
    reason text NOT NULL,
    detail text,
    company_id bigint,
    contact_id bigint,
    label text,
    company_label text,
    changes jsonb,
    flags smallint DEFAULT 0 NOT NULL,
    raw text,
    at timestamp with time zone DEFAULT now() NOT NULL
)
PARTITION BY RANGE (at);

ALTER TABLE public.import_row OWNER TO leadgen_owner;

CREATE TABLE public.import_row_other (
    tenant_id bigint NOT NULL,
    import_id bigint NOT NULL,
    phase smallint NOT NULL,
    row_no bigint NOT NULL,
    line_no bigint NOT NULL,
    verdict "char" NOT NULL,
    reason text NOT NULL,
    detail text,
    company_id bigint,
    contact_id bigint,
    label text,
    company_label text,
    changes jsonb,
    flags smallint DEFAULT 0 NOT NULL,
    raw text,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.import_row_other OWNER TO leadgen_owner;

ALTER TABLE public.job ALTER COLUMN job_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.job_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ledger (
    tenant_id bigint NOT NULL,
    ledger_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    kind text NOT NULL,
    amount_micros bigint NOT NULL,
    reservation_id bigint,
    run_id bigint,
    stage text,
    provider text,
    actor bigint,
    note text,
    CONSTRAINT ledger_kind CHECK ((kind = ANY (ARRAY['limit'::text, 'top_up'::text, 'reset'::text, 'reserve'::text, 'settle'::text, 'release'::text, 'overrun'::text])))
);

ALTER TABLE public.ledger OWNER TO leadgen_owner;

ALTER TABLE public.ledger ALTER COLUMN ledger_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.ledger_ledger_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.list (
    tenant_id bigint NOT NULL,
    list_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by bigint,
    deleted_at timestamp with time zone,
    deleted_set bigint,
    import_id bigint,
    CONSTRAINT list_name_form CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

ALTER TABLE public.list OWNER TO leadgen_owner;

ALTER TABLE public.list ALTER COLUMN list_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.list_list_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.list_view (
    tenant_id bigint NOT NULL,
    user_id bigint NOT NULL,
    entity smallint NOT NULL,
    view jsonb NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT list_view_entity CHECK ((entity = ANY (ARRAY[1, 2])))
);

ALTER TABLE public.list_view OWNER TO leadgen_owner;

CREATE TABLE public.login_attempt (
    key text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    began_at timestamp with time zone DEFAULT now() NOT NULL,
    until timestamp with time zone
);

ALTER TABLE public.login_attempt OWNER TO leadgen_owner;

CREATE TABLE public.mail_lease (
    host text NOT NULL,
    free_at timestamp with time zone NOT NULL
);

ALTER TABLE public.mail_lease OWNER TO leadgen_owner;

CREATE TABLE public.message_feedback (
    tenant_id bigint NOT NULL,
    feedback_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    message_id bigint NOT NULL,
    step_id bigint NOT NULL,
    action text NOT NULL,
    version integer NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    reason_text text,
    tone text NOT NULL,
    language text NOT NULL,
    variant smallint NOT NULL,
    user_id bigint,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT message_feedback_action CHECK ((action = ANY (ARRAY['approved'::text, 'rejected'::text, 'edited'::text, 'rewritten'::text])))
);

ALTER TABLE public.message_feedback OWNER TO leadgen_owner;

ALTER TABLE public.message_feedback ALTER COLUMN feedback_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.message_feedback_feedback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.message ALTER COLUMN message_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.message_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.message_version (
    tenant_id bigint NOT NULL,
    message_id bigint NOT NULL,
    version integer NOT NULL,
    subject text,
    body text NOT NULL,
    claims jsonb DEFAULT '[]'::jsonb NOT NULL,
    origin text NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    reasons text[] DEFAULT '{}'::text[] NOT NULL,
    reason_text text,
    author bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT message_version_body CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
    CONSTRAINT message_version_origin CHECK ((origin = ANY (ARRAY['embedded'::text, 'model'::text, 'edit'::text, 'restore'::text]))),
    CONSTRAINT message_version_reason CHECK ((length(reason_text) <= 500)),
    CONSTRAINT message_version_subject CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
);

ALTER TABLE public.message_version OWNER TO leadgen_owner;

CREATE TABLE public.migration (
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.migration OWNER TO leadgen_owner;

ALTER TABLE public.one_time_link ALTER COLUMN link_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.one_time_link_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.page (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    page_id bigint NOT NULL,
    url text NOT NULL,
    kind smallint NOT NULL,
    http_status integer NOT NULL,
    fetched_at timestamp with time zone DEFAULT now() NOT NULL,
    checked_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    etag text,
    last_modified text,
    sha256 text NOT NULL,
    title text,
    description text,
    language text,
    text text NOT NULL,
    frame_text text NOT NULL,
    body bytea,
    gone_at timestamp with time zone,
    links text,
    CONSTRAINT page_url_form CHECK (((length(url) >= 8) AND (length(url) <= 2048)))
);
ALTER TABLE ONLY public.page ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.page ALTER COLUMN text SET COMPRESSION lz4;
ALTER TABLE ONLY public.page ALTER COLUMN frame_text SET COMPRESSION lz4;
ALTER TABLE ONLY public.page ALTER COLUMN body SET COMPRESSION lz4;

ALTER TABLE public.page OWNER TO leadgen_owner;

ALTER TABLE public.page ALTER COLUMN page_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.page_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pdf_address (
    token text NOT NULL,
    tenant_id bigint NOT NULL,
    CONSTRAINT pdf_address_token CHECK ((length(token) >= 22))
);

ALTER TABLE public.pdf_address OWNER TO leadgen_owner;

CREATE TABLE public.pdf_file (
    tenant_id bigint NOT NULL,
    pdf_file_id bigint NOT NULL,
    pdf_template_id bigint NOT NULL,
    campaign_id bigint,
    contact_id bigint NOT NULL,
    token text NOT NULL,
    file text NOT NULL,
    file_size bigint NOT NULL,
    made_from text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT pdf_file_token CHECK ((length(token) >= 22))
);

ALTER TABLE public.pdf_file OWNER TO leadgen_owner;

ALTER TABLE public.pdf_file ALTER COLUMN pdf_file_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pdf_file_pdf_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pdf_run (
    tenant_id bigint NOT NULL,
    pdf_run_id bigint NOT NULL,
    pdf_template_id bigint,
    campaign_id bigint,
    contact_id bigint,
    state text DEFAULT 'waiting'::text NOT NULL,
    made bigint DEFAULT 0 NOT NULL,
    failed bigint DEFAULT 0 NOT NULL,
    error text,
    job_id bigint,
    asked_by bigint,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT pdf_run_of CHECK (((campaign_id IS NOT NULL) OR ((contact_id IS NOT NULL) AND (pdf_template_id IS NOT NULL)))),
    CONSTRAINT pdf_run_state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

ALTER TABLE public.pdf_run OWNER TO leadgen_owner;

ALTER TABLE public.pdf_run ALTER COLUMN pdf_run_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pdf_run_pdf_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pdf_template (
    tenant_id bigint NOT NULL,
    pdf_template_id bigint NOT NULL,
    name text NOT NULL,
    html text NOT NULL,
    variables text[] NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    CONSTRAINT pdf_template_html CHECK (((length(html) >= 1) AND (length(html) <= 1000000))),
    CONSTRAINT pdf_template_name CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);

ALTER TABLE public.pdf_template OWNER TO leadgen_owner;

ALTER TABLE public.pdf_template ALTER COLUMN pdf_template_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pdf_template_pdf_template_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_focus (
    tenant_id bigint NOT NULL,
    departments smallint[] NOT NULL,
    seniorities smallint[] NOT NULL,
    most integer NOT NULL,
    CONSTRAINT people_focus_most CHECK (((most >= 1) AND (most <= 200)))
);

ALTER TABLE public.people_focus OWNER TO leadgen_owner;

CREATE TABLE public.pipeline_run (
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    title text NOT NULL,
    entity smallint NOT NULL,
    filter text NOT NULL,
    ids bigint[],
    stages text[] NOT NULL,
    sample bigint,
    redo_days integer DEFAULT 0 NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    state text DEFAULT 'gathering'::text NOT NULL,
    reason text,
    records bigint DEFAULT 0 NOT NULL,
    gathered bigint DEFAULT 0 NOT NULL,
    estimate_micros bigint DEFAULT 0 NOT NULL,
    reservation_id bigint,
    spent_micros bigint DEFAULT 0 NOT NULL,
    job_id bigint,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    campaign_id bigint,
    cost_micros bigint,
    CONSTRAINT pipeline_run_entity CHECK ((entity = ANY (ARRAY[1, 2]))),
    CONSTRAINT pipeline_run_priority CHECK (((priority >= '-9'::integer) AND (priority <= 9))),
    CONSTRAINT pipeline_run_sample CHECK ((sample > 0)),
    CONSTRAINT pipeline_run_state CHECK ((state = ANY (ARRAY['draft'::text, 'gathering'::text, 'running'::text, 'paused'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))),
    CONSTRAINT pipeline_run_title_form CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

ALTER TABLE public.pipeline_run OWNER TO leadgen_owner;

ALTER TABLE public.pipeline_run ALTER COLUMN run_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.pipeline_run_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.provider (
    tenant_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    base_url text NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    sealed_key text,
    key_set_at timestamp with time zone,
    key_set_by bigint,
    price_micros bigint DEFAULT 0 NOT NULL,
    per_minute bigint DEFAULT 60 NOT NULL,
    per_day bigint DEFAULT 0 NOT NULL,
    timeout_seconds bigint DEFAULT 20 NOT NULL,
    is_on boolean DEFAULT true NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    deleted_at timestamp with time zone,
    circuit bigint DEFAULT 1 NOT NULL,
    failures bigint DEFAULT 0 NOT NULL,
    opens bigint DEFAULT 0 NOT NULL,
    throttles bigint DEFAULT 0 NOT NULL,
    rate_milli bigint DEFAULT 0 NOT NULL,
    slot_ms bigint DEFAULT 0 NOT NULL,
    retry_ms bigint DEFAULT 0 NOT NULL,
    probe_ms bigint DEFAULT 0 NOT NULL,
    trouble text,
    test_job_id bigint,
    tested_at timestamp with time zone,
    test_ok boolean,
    test_said text,
    CONSTRAINT provider_base_url_form CHECK (((length(base_url) >= 8) AND (length(base_url) <= 2000))),
    CONSTRAINT provider_circuit CHECK ((circuit = ANY (ARRAY[(1)::bigint, (2)::bigint, (3)::bigint]))),
    CONSTRAINT provider_name_form CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT provider_per_day CHECK (((per_day >= 0) AND (per_day <= 10000000))),
    CONSTRAINT provider_per_minute CHECK (((per_minute >= 1) AND (per_minute <= 6000))),
    CONSTRAINT provider_price CHECK (((price_micros >= 0) AND (price_micros <= 1000000000))),
    CONSTRAINT provider_timeout CHECK (((timeout_seconds >= 1) AND (timeout_seconds <= 120)))
);

ALTER TABLE public.provider OWNER TO leadgen_owner;

CREATE TABLE public.provider_call (
    tenant_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    call_id bigint NOT NULL,
    operation text NOT NULL,
    outcome text NOT NULL,
    http_status integer NOT NULL,
    milliseconds bigint NOT NULL,
    bytes bigint NOT NULL,
    cost_micros bigint NOT NULL,
    message text,
    input_tokens bigint DEFAULT 0 NOT NULL,
    output_tokens bigint DEFAULT 0 NOT NULL,
    cached_tokens bigint DEFAULT 0 NOT NULL
)
PARTITION BY RANGE (at);

ALTER TABLE public.provider_call OWNER TO leadgen_owner;

ALTER TABLE public.provider_call ALTER COLUMN call_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.provider_call_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.provider_call_other (
    tenant_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    call_id bigint NOT NULL,
    operation text NOT NULL,
    outcome text NOT NULL,
    http_status integer NOT NULL,
    milliseconds bigint NOT NULL,
    bytes bigint NOT NULL,
    cost_micros bigint NOT NULL,
    message text,
    input_tokens bigint DEFAULT 0 NOT NULL,
    output_tokens bigint DEFAULT 0 NOT NULL,
    cached_tokens bigint DEFAULT 0 NOT NULL
);

ALTER TABLE public.provider_call_other OWNER TO leadgen_owner;

ALTER TABLE public.provider ALTER COLUMN provider_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.provider_provider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.provider_use (
    tenant_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    day date NOT NULL,
    calls bigint DEFAULT 0 NOT NULL,
    failed bigint DEFAULT 0 NOT NULL,
    milliseconds bigint DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    tokens bigint DEFAULT 0 NOT NULL
);

ALTER TABLE public.provider_use OWNER TO leadgen_owner;

CREATE TABLE public.record_export (
    tenant_id bigint NOT NULL,
    export_id bigint NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    entity smallint NOT NULL,
    filter text NOT NULL,
    picked bigint[],
    sort text NOT NULL,
    descending boolean NOT NULL,
    columns text[] NOT NULL,
    format text NOT NULL,
    bom boolean NOT NULL,
    unguarded boolean NOT NULL,
    total bigint,
    written bigint DEFAULT 0 NOT NULL,
    cut bigint DEFAULT 0 NOT NULL,
    sheets bigint DEFAULT 0 NOT NULL,
    size bigint DEFAULT 0 NOT NULL,
    file text,
    error text,
    job_id bigint,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT record_export_entity CHECK ((entity = ANY (ARRAY[1, 2]))),
    CONSTRAINT record_export_format CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text]))),
    CONSTRAINT record_export_state CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text, 'expired'::text])))
);

ALTER TABLE public.record_export OWNER TO leadgen_owner;

ALTER TABLE public.record_export ALTER COLUMN export_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.record_export_export_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.record_fact (
    tenant_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    field smallint NOT NULL,
    kind smallint NOT NULL,
    value text NOT NULL,
    confidence smallint NOT NULL,
    url text,
    snippet text,
    stage text NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT record_fact_confidence CHECK (((confidence >= 1) AND (confidence <= 100))),
    CONSTRAINT record_fact_entity CHECK ((entity = ANY (ARRAY[1, 2])))
);
ALTER TABLE ONLY public.record_fact ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.record_fact OWNER TO leadgen_owner;

CREATE TABLE public.record_note (
    tenant_id bigint NOT NULL,
    record_note_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    author bigint,
    body text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    edited_at timestamp with time zone,
    CONSTRAINT record_note_body_form CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
    CONSTRAINT record_note_entity CHECK ((entity = ANY (ARRAY[1, 2])))
);
ALTER TABLE ONLY public.record_note ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.record_note OWNER TO leadgen_owner;

ALTER TABLE public.record_note ALTER COLUMN record_note_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.record_note_record_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.record_touch (
    tenant_id bigint NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    touch_id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    entity smallint NOT NULL,
    ids bigint[] NOT NULL
);

ALTER TABLE public.record_touch OWNER TO leadgen_owner;

ALTER TABLE public.record_touch ALTER COLUMN touch_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.record_touch_touch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.recovery_code (
    user_id bigint NOT NULL,
    code_hash text NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE public.recovery_code OWNER TO leadgen_owner;

CREATE TABLE public.reservation (
    tenant_id bigint NOT NULL,
    reservation_id bigint NOT NULL,
    what text NOT NULL,
    run_id bigint,
    amount_micros bigint NOT NULL,
    held_micros bigint DEFAULT 0 NOT NULL,
    used_micros bigint DEFAULT 0 NOT NULL,
    closed_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reservation_amount CHECK ((amount_micros >= 0)),
    CONSTRAINT reservation_covers CHECK (((held_micros >= 0) AND ((held_micros + used_micros) <= amount_micros)))
);

ALTER TABLE public.reservation OWNER TO leadgen_owner;

ALTER TABLE public.reservation ALTER COLUMN reservation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reservation_reservation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.run_stage (
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    stage text NOT NULL,
    total bigint DEFAULT 0 NOT NULL,
    done bigint DEFAULT 0 NOT NULL,
    partial bigint DEFAULT 0 NOT NULL,
    no_match bigint DEFAULT 0 NOT NULL,
    stopped bigint DEFAULT 0 NOT NULL,
    blocked bigint DEFAULT 0 NOT NULL,
    skipped bigint DEFAULT 0 NOT NULL,
    failed bigint DEFAULT 0 NOT NULL,
    worked bigint DEFAULT 0 NOT NULL,
    seconds double precision DEFAULT 0 NOT NULL,
    cost_micros bigint DEFAULT 0 NOT NULL,
    first_at timestamp with time zone,
    last_at timestamp with time zone
)
WITH (fillfactor='50');

ALTER TABLE public.run_stage OWNER TO leadgen_owner;

CREATE TABLE public.score (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    version bigint NOT NULL,
    total integer NOT NULL,
    tier text NOT NULL,
    maturity text,
    tier_set text,
    signals text[] NOT NULL,
    points smallint[] NOT NULL,
    places integer[] NOT NULL,
    pages integer NOT NULL,
    digest bigint DEFAULT 0 NOT NULL,
    scored_at timestamp with time zone DEFAULT now() NOT NULL
)
WITH (fillfactor='85');
ALTER TABLE ONLY public.score ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.score OWNER TO leadgen_owner;

CREATE TABLE public.score_evidence (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    signal text NOT NULL,
    place smallint NOT NULL,
    url text NOT NULL,
    before text NOT NULL,
    found text NOT NULL,
    after text NOT NULL,
    places integer NOT NULL,
    percent smallint NOT NULL
);
ALTER TABLE ONLY public.score_evidence ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.score_evidence OWNER TO leadgen_owner;

CREATE TABLE public.score_history (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    scored_at timestamp with time zone DEFAULT now() NOT NULL,
    version bigint NOT NULL,
    total integer NOT NULL,
    tier text NOT NULL
);
ALTER TABLE ONLY public.score_history ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.score_history OWNER TO leadgen_owner;

CREATE TABLE public.score_verdict (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    signal text NOT NULL,
    is_right boolean NOT NULL,
    by bigint,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.score_verdict OWNER TO leadgen_owner;

ALTER TABLE public.session ALTER COLUMN session_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.session_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.site (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    host text NOT NULL,
    state text NOT NULL,
    cause text,
    message text,
    moved_to text,
    failures integer DEFAULT 0 NOT NULL,
    n_pages integer DEFAULT 0 NOT NULL,
    crawled_at timestamp with time zone DEFAULT now() NOT NULL,
    next_crawl_at timestamp with time zone NOT NULL,
    CONSTRAINT site_state CHECK ((state = ANY (ARRAY['done'::text, 'partial'::text, 'failed'::text, 'moved'::text, 'parked'::text])))
);
ALTER TABLE ONLY public.site ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.site OWNER TO leadgen_owner;

CREATE TABLE public.site_lease (
    host text NOT NULL,
    holder text,
    until timestamp with time zone NOT NULL
)
WITH (fillfactor='70');

ALTER TABLE public.site_lease OWNER TO leadgen_owner;

CREATE TABLE public.smart_list (
    tenant_id bigint NOT NULL,
    smart_list_id bigint NOT NULL,
    entity smallint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    filter text NOT NULL,
    sort text DEFAULT ''::text NOT NULL,
    descending boolean DEFAULT false NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT smart_list_entity CHECK ((entity = ANY (ARRAY[1, 2]))),
    CONSTRAINT smart_list_name_form CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);

ALTER TABLE public.smart_list OWNER TO leadgen_owner;

ALTER TABLE public.smart_list ALTER COLUMN smart_list_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.smart_list_smart_list_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE public.stage_place
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE public.stage_place OWNER TO leadgen_owner;

CREATE TABLE public.stage_claim (
    claim_id bigint DEFAULT nextval('public.stage_place'::regclass) NOT NULL,
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    entity smallint NOT NULL,
    stage text NOT NULL,
    records bigint[] NOT NULL,
    attempts bigint[] NOT NULL,
    since timestamp with time zone[] NOT NULL,
    worker text NOT NULL,
    lease_until timestamp with time zone NOT NULL
)
WITH (fillfactor='50', toast_tuple_target='8160', autovacuum_vacuum_scale_factor='0.02');

ALTER TABLE public.stage_claim OWNER TO leadgen_owner;

CREATE TABLE public.stage_latest (
    tenant_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    stage text NOT NULL,
    result text NOT NULL,
    cause text,
    run_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
)
WITH (fillfactor='80');

ALTER TABLE public.stage_latest OWNER TO leadgen_owner;

CREATE TABLE public.stage_result (
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    stage text NOT NULL,
    result text NOT NULL,
    cause text,
    message text,
    attempts integer NOT NULL,
    seconds real NOT NULL,
    cost_micros bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT stage_result_result CHECK ((result = ANY (ARRAY['done'::text, 'partial'::text, 'no_match'::text, 'stopped'::text, 'blocked'::text, 'skipped'::text, 'failed'::text])))
);

ALTER TABLE public.stage_result OWNER TO leadgen_owner;

CREATE TABLE public.stage_work (
    tenant_id bigint NOT NULL,
    run_id bigint NOT NULL,
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    place bigint DEFAULT nextval('public.stage_place'::regclass) NOT NULL,
    stage text NOT NULL,
    state "char" DEFAULT 'r'::"char" NOT NULL,
    company_id bigint,
    since timestamp with time zone DEFAULT now() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone,
    lease_until timestamp with time zone,
    worker text,
    CONSTRAINT stage_work_state CHECK ((state = ANY (ARRAY['r'::"char", 'w'::"char", 'x'::"char", 'h'::"char"])))
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0.02');

ALTER TABLE public.stage_work OWNER TO leadgen_owner;

CREATE VIEW public.stage_way AS
 SELECT stage_work.tenant_id,
    stage_work.run_id,
    stage_work.entity,
    stage_work.record_id,
    stage_work.stage,
    stage_work.state
   FROM public.stage_work
UNION ALL
 SELECT stage_claim.tenant_id,
    stage_claim.run_id,
    stage_claim.entity,
    unnest(stage_claim.records) AS record_id,
    stage_claim.stage,
    'x'::"char" AS state
   FROM public.stage_claim;

ALTER TABLE public.stage_way OWNER TO leadgen_owner;

CREATE TABLE public.suppression (
    tenant_id bigint NOT NULL,
    suppression_id bigint NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    reason text NOT NULL,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT suppression_reason_form CHECK (((length(reason) >= 1) AND (length(reason) <= 200))),
    CONSTRAINT suppression_value_form CHECK (((length(value) >= 1) AND (length(value) <= 254)))
);

ALTER TABLE public.suppression OWNER TO leadgen_owner;

ALTER TABLE public.suppression ALTER COLUMN suppression_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.suppression_suppression_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.tag (
    tenant_id bigint NOT NULL,
    tag_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    colour text DEFAULT 'grey'::text NOT NULL,
    created_by bigint,
    deleted_at timestamp with time zone,
    deleted_set bigint,
    import_id bigint,
    CONSTRAINT tag_name_form CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);

ALTER TABLE public.tag OWNER TO leadgen_owner;

ALTER TABLE public.tag ALTER COLUMN tag_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tag_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.tenant ALTER COLUMN tenant_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tenant_tenant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.triage (
    tenant_id bigint NOT NULL,
    company_id bigint NOT NULL,
    ruled smallint NOT NULL,
    reasons jsonb NOT NULL,
    rules_version bigint NOT NULL,
    ruled_at timestamp with time zone DEFAULT now() NOT NULL,
    decided smallint,
    decided_by bigint,
    decided_at timestamp with time zone,
    reason text,
    change_set_id bigint,
    later_at timestamp with time zone,
    held_by bigint,
    held_until timestamp with time zone,
    verdict smallint GENERATED ALWAYS AS (COALESCE(decided, ruled)) STORED NOT NULL,
    CONSTRAINT triage_decided CHECK ((decided = ANY (ARRAY[1, 3]))),
    CONSTRAINT triage_ruled CHECK ((ruled = ANY (ARRAY[1, 2, 3])))
);
ALTER TABLE ONLY public.triage ALTER COLUMN tenant_id SET STATISTICS 0;

ALTER TABLE public.triage OWNER TO leadgen_owner;

CREATE TABLE public.triage_apply (
    tenant_id bigint NOT NULL,
    job_id bigint NOT NULL,
    applied_at timestamp with time zone
);

ALTER TABLE public.triage_apply OWNER TO leadgen_owner;

CREATE TABLE public.triage_rules (
    tenant_id bigint NOT NULL,
    version bigint NOT NULL,
    rules jsonb NOT NULL,
    author bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.triage_rules OWNER TO leadgen_owner;

ALTER TABLE public.user_account ALTER COLUMN user_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.user_account_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.change ATTACH PARTITION public.change_other DEFAULT;

ALTER TABLE ONLY public.import_row ATTACH PARTITION public.import_row_other DEFAULT;

ALTER TABLE ONLY public.provider_call ATTACH PARTITION public.provider_call_other DEFAULT;

ALTER TABLE ONLY app.partitioned
    ADD CONSTRAINT partitioned_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_pkey PRIMARY KEY (api_token_id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_token_unique UNIQUE (token_hash);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (audit_id);

ALTER TABLE ONLY public.budget
    ADD CONSTRAINT budget_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_pkey PRIMARY KEY (tenant_id, bulk_id);

ALTER TABLE ONLY public.campaign_adding
    ADD CONSTRAINT campaign_adding_pkey PRIMARY KEY (tenant_id, adding_id);

ALTER TABLE ONLY public.campaign_check
    ADD CONSTRAINT campaign_check_pkey PRIMARY KEY (tenant_id, check_id);

ALTER TABLE ONLY public.campaign_conflict_person
    ADD CONSTRAINT campaign_conflict_person_pkey PRIMARY KEY (tenant_id, conflict_id, contact_id);

ALTER TABLE ONLY public.campaign_conflict
    ADD CONSTRAINT campaign_conflict_pkey PRIMARY KEY (tenant_id, conflict_id);

ALTER TABLE ONLY public.campaign_count
    ADD CONSTRAINT campaign_count_pkey PRIMARY KEY (tenant_id, campaign_id);

ALTER TABLE ONLY public.campaign_export_left
    ADD CONSTRAINT campaign_export_left_pkey PRIMARY KEY (tenant_id, export_id, contact_id);

ALTER TABLE ONLY public.campaign_export
    ADD CONSTRAINT campaign_export_pkey PRIMARY KEY (tenant_id, export_id);

ALTER TABLE ONLY public.campaign_insight
    ADD CONSTRAINT campaign_insight_pkey PRIMARY KEY (tenant_id, campaign_id, code);

ALTER TABLE ONLY public.campaign_offer
    ADD CONSTRAINT campaign_offer_pkey PRIMARY KEY (tenant_id, campaign_id, language);

ALTER TABLE ONLY public.campaign_person
    ADD CONSTRAINT campaign_person_pkey PRIMARY KEY (tenant_id, campaign_id, contact_id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_pkey PRIMARY KEY (tenant_id, campaign_id);

ALTER TABLE ONLY public.campaign_sender
    ADD CONSTRAINT campaign_sender_pkey PRIMARY KEY (tenant_id, sender_id);

ALTER TABLE ONLY public.campaign_step
    ADD CONSTRAINT campaign_step_pkey PRIMARY KEY (tenant_id, step_id);

ALTER TABLE ONLY public.campaign_step
    ADD CONSTRAINT campaign_step_place UNIQUE (tenant_id, campaign_id, "position") DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.campaign_template
    ADD CONSTRAINT campaign_template_pkey PRIMARY KEY (tenant_id, template_id);

ALTER TABLE ONLY public.change_kept
    ADD CONSTRAINT change_kept_pkey PRIMARY KEY (tenant_id, change_set_id, entity, record_id, reason);

ALTER TABLE ONLY public.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (tenant_id, entity, record_id, change_set_id, at);

ALTER TABLE ONLY public.change_other
    ADD CONSTRAINT change_other_pkey PRIMARY KEY (tenant_id, entity, record_id, change_set_id, at);

ALTER TABLE public.change_set
    ADD CONSTRAINT change_set_kind CHECK ((kind = ANY (ARRAY['import'::text, 'create'::text, 'edit'::text, 'delete'::text, 'restore'::text, 'bulk'::text, 'merge'::text, 'undo'::text, 'stage'::text]))) NOT VALID;

ALTER TABLE ONLY public.change_set
    ADD CONSTRAINT change_set_pkey PRIMARY KEY (tenant_id, change_set_id);

ALTER TABLE ONLY public.company
    ADD CONSTRAINT company_pkey PRIMARY KEY (tenant_id, company_id);

ALTER TABLE ONLY public.company_technology
    ADD CONSTRAINT company_technology_pkey PRIMARY KEY (tenant_id, company_id, technology);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (tenant_id, contact_id);

ALTER TABLE ONLY public.contact_sighting
    ADD CONSTRAINT contact_sighting_pkey PRIMARY KEY (tenant_id, contact_id, url);

ALTER TABLE ONLY public.contact_touch
    ADD CONSTRAINT contact_touch_pkey PRIMARY KEY (tenant_id, touch_id);

ALTER TABLE ONLY public.country_policy
    ADD CONSTRAINT country_policy_pkey PRIMARY KEY (tenant_id, country);

ALTER TABLE ONLY public.custom_field
    ADD CONSTRAINT custom_field_key_unique UNIQUE (tenant_id, entity, key);

ALTER TABLE ONLY public.custom_field
    ADD CONSTRAINT custom_field_pkey PRIMARY KEY (tenant_id, custom_field_id);

ALTER TABLE ONLY public.discovery_block
    ADD CONSTRAINT discovery_block_pkey PRIMARY KEY (tenant_id, domain);

ALTER TABLE ONLY public.discovery_find
    ADD CONSTRAINT discovery_find_pkey PRIMARY KEY (tenant_id, query_id, key);

ALTER TABLE ONLY public.discovery_query
    ADD CONSTRAINT discovery_query_pkey PRIMARY KEY (tenant_id, query_id);

ALTER TABLE ONLY public.discovery_query
    ADD CONSTRAINT discovery_query_unique UNIQUE (tenant_id, source, words_key);

ALTER TABLE ONLY public.discovery_setting
    ADD CONSTRAINT discovery_setting_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.duplicate_look
    ADD CONSTRAINT duplicate_look_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.duplicate
    ADD CONSTRAINT duplicate_pkey PRIMARY KEY (tenant_id, entity, low_id, high_id);

ALTER TABLE ONLY public.email_check
    ADD CONSTRAINT email_check_pkey PRIMARY KEY (tenant_id, contact_id, address);

ALTER TABLE ONLY public.email_domain
    ADD CONSTRAINT email_domain_pkey PRIMARY KEY (tenant_id, domain);

ALTER TABLE ONLY public.email_outcome
    ADD CONSTRAINT email_outcome_pkey PRIMARY KEY (tenant_id, email_outcome_id);

ALTER TABLE ONLY public.email_setting
    ADD CONSTRAINT email_setting_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.health_alert
    ADD CONSTRAINT health_alert_pkey PRIMARY KEY (tenant_id, alert_id);

ALTER TABLE ONLY public.health_measure
    ADD CONSTRAINT health_measure_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.health_point
    ADD CONSTRAINT health_point_pkey PRIMARY KEY (tenant_id, day, name);

ALTER TABLE ONLY public.icp_compare_move
    ADD CONSTRAINT icp_compare_move_pkey PRIMARY KEY (tenant_id, version, company_id);

ALTER TABLE ONLY public.icp_compare
    ADD CONSTRAINT icp_compare_pkey PRIMARY KEY (tenant_id, version);

ALTER TABLE ONLY public.icp_version
    ADD CONSTRAINT icp_version_pkey PRIMARY KEY (tenant_id, version);

ALTER TABLE ONLY public.import_memory
    ADD CONSTRAINT import_memory_pkey PRIMARY KEY (tenant_id, signature);

ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (tenant_id, import_id);

ALTER TABLE ONLY public.import_row
    ADD CONSTRAINT import_row_pkey PRIMARY KEY (tenant_id, import_id, phase, row_no, at);

ALTER TABLE ONLY public.import_row_other
    ADD CONSTRAINT import_row_other_pkey PRIMARY KEY (tenant_id, import_id, phase, row_no, at);

ALTER TABLE public.import
    ADD CONSTRAINT import_state CHECK ((state = ANY (ARRAY['uploading'::text, 'uploaded'::text, 'previewing'::text, 'previewed'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text, 'undoing'::text, 'undone'::text, 'expired'::text, 'discarded'::text]))) NOT VALID;

ALTER TABLE ONLY public.job_history
    ADD CONSTRAINT job_history_pkey PRIMARY KEY (job_id, finished_at);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY public.ledger
    ADD CONSTRAINT ledger_pkey PRIMARY KEY (tenant_id, ledger_id);

ALTER TABLE ONLY public.list
    ADD CONSTRAINT list_name_unique UNIQUE (tenant_id, name_key);

ALTER TABLE ONLY public.list
    ADD CONSTRAINT list_pkey PRIMARY KEY (tenant_id, list_id);

ALTER TABLE ONLY public.list_view
    ADD CONSTRAINT list_view_pkey PRIMARY KEY (tenant_id, user_id, entity);

ALTER TABLE ONLY public.login_attempt
    ADD CONSTRAINT login_attempt_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.mail_lease
    ADD CONSTRAINT mail_lease_pkey PRIMARY KEY (host);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (tenant_id, user_id);

ALTER TABLE ONLY public.message_feedback
    ADD CONSTRAINT message_feedback_pkey PRIMARY KEY (tenant_id, feedback_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_once UNIQUE (tenant_id, campaign_id, contact_id, step_id, variant);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (tenant_id, message_id);

ALTER TABLE ONLY public.message_version
    ADD CONSTRAINT message_version_pkey PRIMARY KEY (tenant_id, message_id, version);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_pkey PRIMARY KEY (link_id);

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_token_unique UNIQUE (token_hash);

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_pkey PRIMARY KEY (tenant_id, company_id, page_id);

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_url_unique UNIQUE (tenant_id, company_id, url);

ALTER TABLE ONLY public.pdf_address
    ADD CONSTRAINT pdf_address_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.pdf_file
    ADD CONSTRAINT pdf_file_pkey PRIMARY KEY (tenant_id, pdf_file_id);

ALTER TABLE ONLY public.pdf_run
    ADD CONSTRAINT pdf_run_pkey PRIMARY KEY (tenant_id, pdf_run_id);

ALTER TABLE ONLY public.pdf_template
    ADD CONSTRAINT pdf_template_pkey PRIMARY KEY (tenant_id, pdf_template_id);

ALTER TABLE ONLY public.people_focus
    ADD CONSTRAINT people_focus_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.pipeline_run
    ADD CONSTRAINT pipeline_run_pkey PRIMARY KEY (tenant_id, run_id);

ALTER TABLE ONLY public.provider_call
    ADD CONSTRAINT provider_call_pkey PRIMARY KEY (tenant_id, provider_id, at, call_id);

ALTER TABLE ONLY public.provider_call_other
    ADD CONSTRAINT provider_call_other_pkey PRIMARY KEY (tenant_id, provider_id, at, call_id);

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_pkey PRIMARY KEY (tenant_id, provider_id);

ALTER TABLE ONLY public.provider_use
    ADD CONSTRAINT provider_use_pkey PRIMARY KEY (tenant_id, provider_id, day);

ALTER TABLE ONLY public.record_export
    ADD CONSTRAINT record_export_pkey PRIMARY KEY (tenant_id, export_id);

ALTER TABLE ONLY public.record_fact
    ADD CONSTRAINT record_fact_pkey PRIMARY KEY (tenant_id, entity, record_id, field);

ALTER TABLE ONLY public.record_note
    ADD CONSTRAINT record_note_pkey PRIMARY KEY (tenant_id, record_note_id);

ALTER TABLE ONLY public.record_touch
    ADD CONSTRAINT record_touch_pkey PRIMARY KEY (tenant_id, xid, touch_id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, code_hash);

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT reservation_pkey PRIMARY KEY (tenant_id, reservation_id);

ALTER TABLE ONLY public.run_stage
    ADD CONSTRAINT run_stage_pkey PRIMARY KEY (tenant_id, run_id, stage);

ALTER TABLE ONLY public.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (task);

ALTER TABLE ONLY public.score_evidence
    ADD CONSTRAINT score_evidence_pkey PRIMARY KEY (tenant_id, company_id, signal, place);

ALTER TABLE ONLY public.score_history
    ADD CONSTRAINT score_history_pkey PRIMARY KEY (tenant_id, company_id, scored_at);

ALTER TABLE ONLY public.score
    ADD CONSTRAINT score_pkey PRIMARY KEY (tenant_id, company_id);

ALTER TABLE ONLY public.score_verdict
    ADD CONSTRAINT score_verdict_pkey PRIMARY KEY (tenant_id, company_id, signal);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (session_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_unique UNIQUE (token_hash);

ALTER TABLE ONLY public.site_lease
    ADD CONSTRAINT site_lease_pkey PRIMARY KEY (host);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (tenant_id, company_id);

ALTER TABLE ONLY public.smart_list
    ADD CONSTRAINT smart_list_name_unique UNIQUE (tenant_id, entity, name_key);

ALTER TABLE ONLY public.smart_list
    ADD CONSTRAINT smart_list_pkey PRIMARY KEY (tenant_id, smart_list_id);

ALTER TABLE ONLY public.stage_claim
    ADD CONSTRAINT stage_claim_pkey PRIMARY KEY (claim_id);

ALTER TABLE ONLY public.stage_latest
    ADD CONSTRAINT stage_latest_pkey PRIMARY KEY (tenant_id, entity, record_id, stage);

ALTER TABLE ONLY public.stage_result
    ADD CONSTRAINT stage_result_pkey PRIMARY KEY (tenant_id, run_id, stage, entity, record_id);

ALTER TABLE ONLY public.stage_work
    ADD CONSTRAINT stage_work_pkey PRIMARY KEY (tenant_id, run_id, entity, record_id);

ALTER TABLE public.suppression
    ADD CONSTRAINT suppression_kind CHECK ((kind = ANY (ARRAY['email'::text, 'domain'::text, 'hash'::text, 'person'::text]))) NOT VALID;

ALTER TABLE ONLY public.suppression
    ADD CONSTRAINT suppression_pkey PRIMARY KEY (tenant_id, suppression_id);

ALTER TABLE ONLY public.suppression
    ADD CONSTRAINT suppression_unique UNIQUE (tenant_id, kind, value);

ALTER TABLE public.tag
    ADD CONSTRAINT tag_colour CHECK ((colour = ANY (ARRAY['blue'::text, 'teal'::text, 'amber'::text, 'violet'::text, 'pink'::text, 'grey'::text, 'green'::text, 'red'::text]))) NOT VALID;

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_name_unique UNIQUE (tenant_id, name_key);

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_pkey PRIMARY KEY (tenant_id, tag_id);

ALTER TABLE ONLY public.tenant
    ADD CONSTRAINT tenant_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.tenant
    ADD CONSTRAINT tenant_slug_unique UNIQUE (slug);

ALTER TABLE ONLY public.triage_apply
    ADD CONSTRAINT triage_apply_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.triage
    ADD CONSTRAINT triage_pkey PRIMARY KEY (tenant_id, company_id);

ALTER TABLE ONLY public.triage_rules
    ADD CONSTRAINT triage_rules_version PRIMARY KEY (tenant_id, version);

ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_email_unique UNIQUE (email_key);

ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_pkey PRIMARY KEY (user_id);

CREATE INDEX api_token_by_tenant ON public.api_token USING btree (tenant_id, api_token_id);

CREATE INDEX audit_by_action ON public.audit USING btree (action, audit_id);

CREATE INDEX audit_by_actor ON public.audit USING btree (actor, audit_id);

CREATE INDEX audit_by_tenant ON public.audit USING btree (tenant_id, audit_id);

CREATE INDEX audit_by_user ON public.audit USING btree (user_id, audit_id);

CREATE INDEX campaign_by_name ON public.campaign USING btree (tenant_id, name_key) WHERE (deleted_at IS NULL);

CREATE INDEX campaign_check_by_campaign ON public.campaign_check USING btree (tenant_id, campaign_id, check_id);

CREATE INDEX campaign_conflict_by_check ON public.campaign_conflict USING btree (tenant_id, check_id);

CREATE INDEX campaign_export_by_campaign ON public.campaign_export USING btree (tenant_id, campaign_id, export_id);

CREATE INDEX campaign_person_by_contact ON public.campaign_person USING btree (tenant_id, contact_id);

CREATE UNIQUE INDEX campaign_sender_default ON public.campaign_sender USING btree (tenant_id) WHERE (is_default AND (deleted_at IS NULL));

CREATE UNIQUE INDEX campaign_template_unique ON public.campaign_template USING btree (tenant_id, name_key) WHERE (deleted_at IS NULL);

CREATE INDEX change_by_set ON ONLY public.change USING btree (tenant_id, change_set_id, entity, record_id);

CREATE INDEX change_other_tenant_id_change_set_id_entity_record_id_idx ON public.change_other USING btree (tenant_id, change_set_id, entity, record_id);

CREATE INDEX company_by_name ON public.company USING btree (tenant_id, sort_name, company_id) WHERE (deleted_at IS NULL);

CREATE UNIQUE INDEX company_domain_unique ON public.company USING btree (tenant_id, domain) WHERE ((duplicate_of IS NULL) AND (deleted_at IS NULL) AND (domain IS NOT NULL));

CREATE INDEX company_duplicates ON public.company USING btree (tenant_id, duplicate_of) WHERE (duplicate_of IS NOT NULL);

CREATE INDEX company_name_key ON public.company USING btree (tenant_id, name_key) WHERE (deleted_at IS NULL);

CREATE INDEX company_trash ON public.company USING btree (tenant_id, deleted_at DESC, company_id DESC) WHERE ((deleted_at IS NOT NULL) AND (erased_at IS NULL));

CREATE INDEX contact_by_name ON public.contact USING btree (tenant_id, sort_name, contact_id) WHERE (deleted_at IS NULL);

CREATE INDEX contact_duplicates ON public.contact USING btree (tenant_id, duplicate_of) WHERE (duplicate_of IS NOT NULL);

CREATE UNIQUE INDEX contact_email_unique ON public.contact USING btree (tenant_id, email_key) WHERE ((duplicate_of IS NULL) AND (deleted_at IS NULL) AND (email_key IS NOT NULL));

CREATE UNIQUE INDEX contact_linkedin_unique ON public.contact USING btree (tenant_id, linkedin_key) WHERE ((duplicate_of IS NULL) AND (deleted_at IS NULL) AND (linkedin_key IS NOT NULL));

CREATE INDEX contact_name_key ON public.contact USING btree (tenant_id, company_id, name_key) WHERE (deleted_at IS NULL);

CREATE INDEX contact_sighting_by_company ON public.contact_sighting USING btree (tenant_id, company_id);

CREATE INDEX contact_touch_by_contact ON public.contact_touch USING btree (tenant_id, contact_id, at DESC);

CREATE UNIQUE INDEX contact_touch_once ON public.contact_touch USING btree (tenant_id, message_id) WHERE (message_id IS NOT NULL);

CREATE INDEX contact_trash ON public.contact USING btree (tenant_id, deleted_at DESC, contact_id DESC) WHERE ((deleted_at IS NOT NULL) AND (erased_at IS NULL));

CREATE INDEX discovery_find_company ON public.discovery_find USING btree (tenant_id, company_id) WHERE (company_id IS NOT NULL);

CREATE INDEX discovery_query_due ON public.discovery_query USING btree (tenant_id, next_at) WHERE (next_at IS NOT NULL);

CREATE INDEX discovery_query_waiting ON public.discovery_query USING btree (tenant_id, query_id) WHERE (state = ANY (ARRAY['pending'::text, 'running'::text]));

CREATE INDEX email_check_by_age ON public.email_check USING btree (tenant_id, checked_at) WHERE (place = 0);

CREATE UNIQUE INDEX health_alert_open ON public.health_alert USING btree (tenant_id, code, subject) WHERE (resolved_at IS NULL);

CREATE INDEX health_alert_solved ON public.health_alert USING btree (tenant_id, resolved_at) WHERE (resolved_at IS NOT NULL);

CREATE UNIQUE INDEX icp_version_one_active ON public.icp_version USING btree (tenant_id) WHERE active;

CREATE INDEX import_row_verdict ON ONLY public.import_row USING btree (tenant_id, import_id, phase, verdict, row_no) WHERE (verdict <> 'c'::"char");

CREATE INDEX import_row_other_tenant_id_import_id_phase_verdict_row_no_idx ON public.import_row_other USING btree (tenant_id, import_id, phase, verdict, row_no) WHERE (verdict <> 'c'::"char");

CREATE INDEX job_by_tenant ON public.job USING btree (tenant_id, job_id);

CREATE INDEX job_history_by_tenant ON ONLY public.job_history USING btree (tenant_id, job_id);

CREATE INDEX job_ready ON public.job USING btree (place) WHERE (state = 'ready'::text);

CREATE INDEX job_running ON public.job USING btree (job_id) WHERE (state = 'running'::text);

CREATE UNIQUE INDEX job_subject_unique ON public.job USING btree (tenant_id, kind, subject) WHERE ((subject IS NOT NULL) AND (state <> 'dead'::text));

CREATE INDEX job_waiting ON public.job USING btree (next_at) WHERE (state = 'waiting'::text);

CREATE INDEX ledger_by_run ON public.ledger USING btree (tenant_id, run_id) WHERE (run_id IS NOT NULL);

CREATE INDEX ledger_by_time ON public.ledger USING btree (tenant_id, at);

CREATE INDEX mail_lease_by_time ON public.mail_lease USING btree (free_at);

CREATE INDEX membership_user ON public.membership USING btree (user_id);

CREATE INDEX message_by_contact ON public.message USING btree (tenant_id, contact_id, message_id);

CREATE INDEX message_by_state ON public.message USING btree (tenant_id, campaign_id, state, message_id);

CREATE INDEX message_decided ON public.message USING btree (tenant_id, decided_by, decided_at, message_id) WHERE (state = ANY (ARRAY['approved'::text, 'rejected'::text]));

CREATE INDEX message_feedback_by_campaign ON public.message_feedback USING btree (tenant_id, campaign_id, at);

CREATE INDEX message_held ON public.message USING btree (tenant_id, held_until) WHERE ((held_by IS NOT NULL) AND (state = 'draft'::text));

CREATE INDEX message_queue ON public.message USING btree (tenant_id, campaign_id, later_at, rank DESC, contact_id, "position", variant, message_id) WHERE (state = 'draft'::text);

CREATE INDEX one_time_link_by_user ON public.one_time_link USING btree (user_id) WHERE (used_at IS NULL);

CREATE UNIQUE INDEX one_time_link_invited ON public.one_time_link USING btree (tenant_id, email_key) WHERE ((kind = 'invitation'::text) AND (used_at IS NULL));

CREATE INDEX pdf_file_by_contact ON public.pdf_file USING btree (tenant_id, contact_id, pdf_file_id);

CREATE UNIQUE INDEX pdf_file_by_token ON public.pdf_file USING btree (tenant_id, token);

CREATE UNIQUE INDEX pdf_file_once ON public.pdf_file USING btree (tenant_id, pdf_template_id, contact_id, made_from);

CREATE INDEX pdf_run_by_campaign ON public.pdf_run USING btree (tenant_id, campaign_id, pdf_run_id);

CREATE INDEX pdf_run_by_template ON public.pdf_run USING btree (tenant_id, pdf_template_id, pdf_run_id);

CREATE INDEX pipeline_run_active ON public.pipeline_run USING btree (tenant_id, run_id) WHERE (state = ANY (ARRAY['gathering'::text, 'running'::text, 'paused'::text]));

CREATE UNIQUE INDEX provider_name_unique ON public.provider USING btree (tenant_id, lower(name)) WHERE (deleted_at IS NULL);

CREATE INDEX record_note_by_record ON public.record_note USING btree (tenant_id, entity, record_id, created_at);

CREATE INDEX reservation_open ON public.reservation USING btree (tenant_id, reservation_id) WHERE (closed_at IS NULL);

CREATE INDEX session_by_user ON public.session USING btree (user_id, session_id) WHERE (revoked_at IS NULL);

CREATE INDEX site_due ON public.site USING btree (tenant_id, next_crawl_at);

CREATE INDEX stage_claim_by_run ON public.stage_claim USING btree (tenant_id, run_id);

CREATE INDEX stage_result_by_time ON public.stage_result USING btree (tenant_id, at);

CREATE INDEX stage_result_trouble ON public.stage_result USING btree (tenant_id, run_id, stage, cause) WHERE (result = ANY (ARRAY['failed'::text, 'stopped'::text, 'no_match'::text]));

CREATE INDEX stage_work_busy ON public.stage_work USING btree (tenant_id, run_id, stage) WHERE (state = ANY (ARRAY['w'::"char", 'x'::"char"]));

CREATE INDEX stage_work_held ON public.stage_work USING btree (tenant_id, run_id, company_id) WHERE (state = 'h'::"char");

CREATE INDEX stage_work_leased ON public.stage_work USING btree (lease_until) WHERE (state = 'x'::"char");

CREATE INDEX stage_work_ready ON public.stage_work USING btree (tenant_id, run_id, stage, place) WHERE (state = 'r'::"char");

CREATE INDEX stage_work_waiting ON public.stage_work USING btree (next_at) WHERE (state = 'w'::"char");

CREATE INDEX triage_by_decision ON public.triage USING btree (tenant_id, decided_at DESC) WHERE (decided IS NOT NULL);

CREATE INDEX triage_waiting ON public.triage USING btree (tenant_id, company_id) WHERE ((decided IS NULL) AND (ruled = 2));

ALTER INDEX public.change_pkey ATTACH PARTITION public.change_other_pkey;

ALTER INDEX public.change_by_set ATTACH PARTITION public.change_other_tenant_id_change_set_id_entity_record_id_idx;

ALTER INDEX public.import_row_pkey ATTACH PARTITION public.import_row_other_pkey;

ALTER INDEX public.import_row_verdict ATTACH PARTITION public.import_row_other_tenant_id_import_id_phase_verdict_row_no_idx;

ALTER INDEX public.provider_call_pkey ATTACH PARTITION public.provider_call_other_pkey;

CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION app.audit_stays();

CREATE TRIGGER campaign_gate BEFORE UPDATE OF state ON public.campaign FOR EACH ROW WHEN ((new.state <> old.state)) EXECUTE FUNCTION app.campaign_gate();

CREATE TRIGGER campaign_new AFTER INSERT ON public.campaign FOR EACH ROW EXECUTE FUNCTION app.campaign_new();

CREATE TRIGGER company_score BEFORE UPDATE ON public.company FOR EACH ROW WHEN (((new.score IS NOT NULL) AND ((new.erased_at IS NOT NULL) OR (new.codes[12] IS DISTINCT FROM app.score_code(new.score))))) EXECUTE FUNCTION app.company_score();

CREATE TRIGGER company_touch_delete AFTER DELETE ON public.company REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_companies();

CREATE TRIGGER company_touch_insert AFTER INSERT ON public.company REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_companies();

CREATE TRIGGER company_touch_update AFTER UPDATE ON public.company REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_companies();

CREATE TRIGGER contact_email_state BEFORE UPDATE OF email, email_state, codes ON public.contact FOR EACH ROW WHEN (((new.email_state <> 0) OR (old.email_state <> 0))) EXECUTE FUNCTION app.contact_email_state();

CREATE TRIGGER contact_employment BEFORE UPDATE OF employment, company_id, codes ON public.contact FOR EACH ROW WHEN (((new.employment <> 0) OR (old.employment <> 0))) EXECUTE FUNCTION app.contact_employment();

CREATE TRIGGER contact_touch_delete AFTER DELETE ON public.contact REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_contacts();

CREATE TRIGGER contact_touch_insert AFTER INSERT ON public.contact REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_contacts();

CREATE TRIGGER contact_touch_update AFTER UPDATE ON public.contact REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_contacts();

CREATE TRIGGER generation_again AFTER UPDATE OF state ON public.pipeline_run FOR EACH ROW WHEN (((new.campaign_id IS NOT NULL) AND (old.state = 'done'::text) AND (new.state = 'running'::text))) EXECUTE FUNCTION app.generation_moved();

CREATE TRIGGER generation_ended AFTER UPDATE OF state ON public.pipeline_run FOR EACH ROW WHEN (((new.campaign_id IS NOT NULL) AND (new.state <> old.state) AND (new.state = ANY (ARRAY['done'::text, 'cancelled'::text, 'failed'::text])))) EXECUTE FUNCTION app.generation_moved();

CREATE TRIGGER generation_spent AFTER UPDATE OF spent_micros ON public.pipeline_run FOR EACH ROW WHEN (((new.campaign_id IS NOT NULL) AND (new.spent_micros <> old.spent_micros))) EXECUTE FUNCTION app.generation_spent();

CREATE TRIGGER icp_version_keep BEFORE UPDATE ON public.icp_version FOR EACH ROW WHEN (((old.activated_at IS NOT NULL) AND ((new.document IS DISTINCT FROM old.document) OR (new.activated_at IS NULL) OR (new.version <> old.version)))) EXECUTE FUNCTION app.icp_version_keep();

CREATE TRIGGER icp_version_keep_row BEFORE DELETE ON public.icp_version FOR EACH ROW WHEN ((old.activated_at IS NOT NULL)) EXECUTE FUNCTION app.icp_version_keep();

CREATE TRIGGER message_deleted AFTER DELETE ON public.message REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION app.message_counted();

CREATE TRIGGER message_gate BEFORE UPDATE OF state ON public.message FOR EACH ROW WHEN ((new.state <> old.state)) EXECUTE FUNCTION app.message_gate();

CREATE TRIGGER message_inserted AFTER INSERT ON public.message REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION app.message_counted();

CREATE TRIGGER message_updated AFTER UPDATE ON public.message REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION app.message_counted();

CREATE TRIGGER pdf_addressed AFTER INSERT OR DELETE ON public.pdf_file FOR EACH ROW EXECUTE FUNCTION app.pdf_addressed();

CREATE TRIGGER person_deleted AFTER DELETE ON public.campaign_person REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION app.person_counted();

CREATE TRIGGER person_inserted AFTER INSERT ON public.campaign_person REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION app.person_counted();

CREATE TRIGGER person_updated AFTER UPDATE ON public.campaign_person REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION app.person_counted();

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_actor_fkey FOREIGN KEY (actor) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.budget
    ADD CONSTRAINT budget_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.bulk
    ADD CONSTRAINT bulk_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.campaign_adding
    ADD CONSTRAINT campaign_adding_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_adding
    ADD CONSTRAINT campaign_adding_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_check
    ADD CONSTRAINT campaign_check_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_check
    ADD CONSTRAINT campaign_check_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id);

ALTER TABLE ONLY public.campaign_conflict
    ADD CONSTRAINT campaign_conflict_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_conflict_person
    ADD CONSTRAINT campaign_conflict_person_tenant_id_conflict_id_fkey FOREIGN KEY (tenant_id, conflict_id) REFERENCES public.campaign_conflict(tenant_id, conflict_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.campaign_conflict_person
    ADD CONSTRAINT campaign_conflict_person_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.campaign_conflict
    ADD CONSTRAINT campaign_conflict_tenant_id_check_id_fkey FOREIGN KEY (tenant_id, check_id) REFERENCES public.campaign_check(tenant_id, check_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.campaign_count
    ADD CONSTRAINT campaign_count_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_export
    ADD CONSTRAINT campaign_export_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_export_left
    ADD CONSTRAINT campaign_export_left_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.campaign_export_left
    ADD CONSTRAINT campaign_export_left_tenant_id_export_id_fkey FOREIGN KEY (tenant_id, export_id) REFERENCES public.campaign_export(tenant_id, export_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.campaign_export
    ADD CONSTRAINT campaign_export_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id);

ALTER TABLE ONLY public.campaign_insight
    ADD CONSTRAINT campaign_insight_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_insight
    ADD CONSTRAINT campaign_insight_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id);

ALTER TABLE ONLY public.campaign_offer
    ADD CONSTRAINT campaign_offer_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_person
    ADD CONSTRAINT campaign_person_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_person
    ADD CONSTRAINT campaign_person_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id);

ALTER TABLE ONLY public.campaign_person
    ADD CONSTRAINT campaign_person_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.campaign_sender
    ADD CONSTRAINT campaign_sender_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.campaign_sender
    ADD CONSTRAINT campaign_sender_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_step
    ADD CONSTRAINT campaign_step_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.campaign_step
    ADD CONSTRAINT campaign_step_tenant_id_pdf_template_id_fkey FOREIGN KEY (tenant_id, pdf_template_id) REFERENCES public.pdf_template(tenant_id, pdf_template_id);

ALTER TABLE ONLY public.campaign_template
    ADD CONSTRAINT campaign_template_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.campaign_template
    ADD CONSTRAINT campaign_template_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES public.pipeline_run(tenant_id, run_id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_tenant_id_sender_id_fkey FOREIGN KEY (tenant_id, sender_id) REFERENCES public.campaign_sender(tenant_id, sender_id);

ALTER TABLE ONLY public.change_kept
    ADD CONSTRAINT change_kept_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.change_set
    ADD CONSTRAINT change_set_actor_fkey FOREIGN KEY (actor) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.change_set
    ADD CONSTRAINT change_set_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.company
    ADD CONSTRAINT company_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.company_technology
    ADD CONSTRAINT company_technology_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.company_technology
    ADD CONSTRAINT company_technology_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.company
    ADD CONSTRAINT company_tenant_id_duplicate_of_fkey FOREIGN KEY (tenant_id, duplicate_of) REFERENCES public.company(tenant_id, company_id);

ALTER TABLE ONLY public.company
    ADD CONSTRAINT company_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.contact_sighting
    ADD CONSTRAINT contact_sighting_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.contact_sighting
    ADD CONSTRAINT contact_sighting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_tenant_id_duplicate_of_fkey FOREIGN KEY (tenant_id, duplicate_of) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT contact_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.contact_touch
    ADD CONSTRAINT contact_touch_by_user_fkey FOREIGN KEY (by_user) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.contact_touch
    ADD CONSTRAINT contact_touch_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.country_policy
    ADD CONSTRAINT country_policy_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.country_policy
    ADD CONSTRAINT country_policy_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.custom_field
    ADD CONSTRAINT custom_field_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.custom_field
    ADD CONSTRAINT custom_field_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.discovery_block
    ADD CONSTRAINT discovery_block_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.discovery_block
    ADD CONSTRAINT discovery_block_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.discovery_find
    ADD CONSTRAINT discovery_find_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.discovery_find
    ADD CONSTRAINT discovery_find_tenant_id_query_id_fkey FOREIGN KEY (tenant_id, query_id) REFERENCES public.discovery_query(tenant_id, query_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.discovery_query
    ADD CONSTRAINT discovery_query_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.discovery_query
    ADD CONSTRAINT discovery_query_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.discovery_setting
    ADD CONSTRAINT discovery_setting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.duplicate
    ADD CONSTRAINT duplicate_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.duplicate_look
    ADD CONSTRAINT duplicate_look_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.duplicate
    ADD CONSTRAINT duplicate_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.email_check
    ADD CONSTRAINT email_check_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.email_check
    ADD CONSTRAINT email_check_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.email_domain
    ADD CONSTRAINT email_domain_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.email_outcome
    ADD CONSTRAINT email_outcome_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.email_setting
    ADD CONSTRAINT email_setting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.health_alert
    ADD CONSTRAINT health_alert_muted_by_fkey FOREIGN KEY (muted_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.health_alert
    ADD CONSTRAINT health_alert_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.health_measure
    ADD CONSTRAINT health_measure_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.health_point
    ADD CONSTRAINT health_point_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.icp_compare_move
    ADD CONSTRAINT icp_compare_move_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.icp_compare_move
    ADD CONSTRAINT icp_compare_move_tenant_id_version_fkey FOREIGN KEY (tenant_id, version) REFERENCES public.icp_compare(tenant_id, version) ON DELETE CASCADE;

ALTER TABLE ONLY public.icp_compare
    ADD CONSTRAINT icp_compare_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.icp_compare
    ADD CONSTRAINT icp_compare_tenant_id_version_fkey FOREIGN KEY (tenant_id, version) REFERENCES public.icp_version(tenant_id, version) ON DELETE CASCADE;

ALTER TABLE ONLY public.icp_version
    ADD CONSTRAINT icp_version_activated_by_fkey FOREIGN KEY (activated_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.icp_version
    ADD CONSTRAINT icp_version_author_fkey FOREIGN KEY (author) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.icp_version
    ADD CONSTRAINT icp_version_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.import_memory
    ADD CONSTRAINT import_memory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.import_memory
    ADD CONSTRAINT import_memory_used_by_fkey FOREIGN KEY (used_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_actor_fkey FOREIGN KEY (actor) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.ledger
    ADD CONSTRAINT ledger_actor_fkey FOREIGN KEY (actor) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.ledger
    ADD CONSTRAINT ledger_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.list
    ADD CONSTRAINT list_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.list
    ADD CONSTRAINT list_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.list_view
    ADD CONSTRAINT list_view_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.list_view
    ADD CONSTRAINT list_view_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.message_feedback
    ADD CONSTRAINT message_feedback_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES public.message(tenant_id, message_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message_feedback
    ADD CONSTRAINT message_feedback_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_held_by_fkey FOREIGN KEY (held_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_tenant_id_campaign_id_contact_id_fkey FOREIGN KEY (tenant_id, campaign_id, contact_id) REFERENCES public.campaign_person(tenant_id, campaign_id, contact_id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_tenant_id_step_id_fkey FOREIGN KEY (tenant_id, step_id) REFERENCES public.campaign_step(tenant_id, step_id);

ALTER TABLE ONLY public.message_version
    ADD CONSTRAINT message_version_author_fkey FOREIGN KEY (author) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.message_version
    ADD CONSTRAINT message_version_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES public.message(tenant_id, message_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.pdf_address
    ADD CONSTRAINT pdf_address_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.pdf_file
    ADD CONSTRAINT pdf_file_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.pdf_file
    ADD CONSTRAINT pdf_file_tenant_id_pdf_template_id_fkey FOREIGN KEY (tenant_id, pdf_template_id) REFERENCES public.pdf_template(tenant_id, pdf_template_id);

ALTER TABLE ONLY public.pdf_run
    ADD CONSTRAINT pdf_run_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.pdf_run
    ADD CONSTRAINT pdf_run_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES public.campaign(tenant_id, campaign_id);

ALTER TABLE ONLY public.pdf_run
    ADD CONSTRAINT pdf_run_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contact(tenant_id, contact_id);

ALTER TABLE ONLY public.pdf_run
    ADD CONSTRAINT pdf_run_tenant_id_pdf_template_id_fkey FOREIGN KEY (tenant_id, pdf_template_id) REFERENCES public.pdf_template(tenant_id, pdf_template_id);

ALTER TABLE ONLY public.pdf_template
    ADD CONSTRAINT pdf_template_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.pdf_template
    ADD CONSTRAINT pdf_template_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.people_focus
    ADD CONSTRAINT people_focus_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.pipeline_run
    ADD CONSTRAINT pipeline_run_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.pipeline_run
    ADD CONSTRAINT pipeline_run_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_key_set_by_fkey FOREIGN KEY (key_set_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.provider_use
    ADD CONSTRAINT provider_use_tenant_id_provider_id_fkey FOREIGN KEY (tenant_id, provider_id) REFERENCES public.provider(tenant_id, provider_id);

ALTER TABLE ONLY public.record_export
    ADD CONSTRAINT record_export_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.record_export
    ADD CONSTRAINT record_export_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.record_fact
    ADD CONSTRAINT record_fact_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.record_note
    ADD CONSTRAINT record_note_author_fkey FOREIGN KEY (author) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.record_note
    ADD CONSTRAINT record_note_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.second_factor(user_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reservation
    ADD CONSTRAINT reservation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.run_stage
    ADD CONSTRAINT run_stage_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES public.pipeline_run(tenant_id, run_id);

ALTER TABLE ONLY public.score_evidence
    ADD CONSTRAINT score_evidence_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.score_evidence
    ADD CONSTRAINT score_evidence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.score_history
    ADD CONSTRAINT score_history_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.score_history
    ADD CONSTRAINT score_history_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.score
    ADD CONSTRAINT score_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.score
    ADD CONSTRAINT score_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.score_verdict
    ADD CONSTRAINT score_verdict_by_fkey FOREIGN KEY (by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.score_verdict
    ADD CONSTRAINT score_verdict_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.score_verdict
    ADD CONSTRAINT score_verdict_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.smart_list
    ADD CONSTRAINT smart_list_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.smart_list
    ADD CONSTRAINT smart_list_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.suppression
    ADD CONSTRAINT suppression_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.suppression
    ADD CONSTRAINT suppression_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT tag_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.triage_apply
    ADD CONSTRAINT triage_apply_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.triage
    ADD CONSTRAINT triage_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.triage
    ADD CONSTRAINT triage_held_by_fkey FOREIGN KEY (held_by) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.triage_rules
    ADD CONSTRAINT triage_rules_author_fkey FOREIGN KEY (author) REFERENCES public.user_account(user_id);

ALTER TABLE ONLY public.triage_rules
    ADD CONSTRAINT triage_rules_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE ONLY public.triage
    ADD CONSTRAINT triage_tenant_id_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.company(tenant_id, company_id);

ALTER TABLE ONLY public.triage
    ADD CONSTRAINT triage_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenant(tenant_id);

ALTER TABLE public.budget ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.bulk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_adding ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_check ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_conflict ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_conflict_person ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_count ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_export ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_export_left ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_insight ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_offer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_person ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_sender ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.campaign_template ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.change ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.change_kept ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.change_set ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.company ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.company_technology ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contact_sighting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contact_touch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.country_policy ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.custom_field ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.discovery_block ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.discovery_find ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.discovery_query ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.discovery_setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.duplicate ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.duplicate_look ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.email_check ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.email_domain ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.email_outcome ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.email_setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.health_alert ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.health_measure ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.health_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.icp_compare ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.icp_compare_move ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.icp_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_memory ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.ledger ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.list ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.list_view ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message_feedback ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.message_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.page ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.pdf_file ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.pdf_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.pdf_template ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_focus ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.pipeline_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.provider ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.provider_call ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.provider_use ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.record_export ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.record_fact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.record_note ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.record_touch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reservation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.run_stage ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.score ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.score_evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.score_history ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.score_verdict ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.site ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.smart_list ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.stage_latest ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.stage_result ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.suppression ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.tag ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON public.budget USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.bulk USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_adding USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_check USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_conflict USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_conflict_person USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_count USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_export USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_export_left USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_insight USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_offer USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_person USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_sender USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_step USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.campaign_template USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.change USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.change_kept USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.change_set USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.company USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.company_technology USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.contact USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.contact_sighting USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.contact_touch USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.country_policy USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.custom_field USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.discovery_block USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.discovery_find USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.discovery_query USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.discovery_setting USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.duplicate USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.duplicate_look USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.email_check USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.email_domain USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.email_outcome USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.email_setting USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.health_alert USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.health_measure USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.health_point USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.icp_compare USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.icp_compare_move USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.icp_version USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.import USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.import_memory USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.import_row USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.ledger USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.list USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.list_view USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.message USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.message_feedback USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.message_version USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.page USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.pdf_file USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.pdf_run USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.pdf_template USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.people_focus USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.pipeline_run USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.provider USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.provider_call USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.provider_use USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.record_export USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.record_fact USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.record_note USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.record_touch USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.reservation USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.run_stage USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.score USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.score_evidence USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.score_history USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.score_verdict USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.site USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.smart_list USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.stage_latest USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.stage_result USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.suppression USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.tag USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.triage USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.triage_apply USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

CREATE POLICY tenant ON public.triage_rules USING ((tenant_id = app.tenant())) WITH CHECK ((tenant_id = app.tenant()));

ALTER TABLE public.triage ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.triage_apply ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.triage_rules ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA app TO leadgen_app;
GRANT USAGE ON SCHEMA app TO leadgen_batch;

GRANT USAGE ON SCHEMA public TO leadgen_app;
GRANT USAGE ON SCHEMA public TO leadgen_batch;

REVOKE ALL ON FUNCTION app.account_sweep() FROM PUBLIC;
GRANT ALL ON FUNCTION app.account_sweep() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.acting_super() FROM PUBLIC;
GRANT ALL ON FUNCTION app.acting_super() TO leadgen_app;
GRANT ALL ON FUNCTION app.acting_super() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.active_tenants() FROM PUBLIC;
GRANT ALL ON FUNCTION app.active_tenants() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.actor() FROM PUBLIC;
GRANT ALL ON FUNCTION app.actor() TO leadgen_app;
GRANT ALL ON FUNCTION app.actor() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.address_key(address text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.analyze_young() FROM PUBLIC;
GRANT ALL ON FUNCTION app.analyze_young() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.api_token_add(of_tenant bigint, new_name text, new_scope text, token text, days bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.api_token_add(of_tenant bigint, new_name text, new_scope text, token text, days bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.api_token_list(of_tenant bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.api_token_list(of_tenant bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.api_token_revoke(of_tenant bigint, id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.api_token_revoke(of_tenant bigint, id bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.audit_add(what text, named text, more jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.audit_add(what text, named text, more jsonb) TO leadgen_app;
GRANT ALL ON FUNCTION app.audit_add(what text, named text, more jsonb) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.audit_list(of_tenant bigint, what text, who text, after bigint, before bigint, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.audit_list(of_tenant bigint, what text, who text, after bigint, before bigint, most integer) TO leadgen_app;

REVOKE ALL ON FUNCTION app.audit_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.audit_write(of_tenant bigint, what text, whom bigint, named text, more jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.auth_open(token text, wanted text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.auth_open(token text, wanted text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.auth_open_token(token text, wanted text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.auth_open_token(token text, wanted text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.auth_touch(token text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.auth_touch(token text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.budget_list() FROM PUBLIC;
GRANT ALL ON FUNCTION app.budget_list() TO leadgen_app;

REVOKE ALL ON FUNCTION app.budget_next(began timestamp with time zone, day integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.budget_next(began timestamp with time zone, day integer) TO leadgen_app;
GRANT ALL ON FUNCTION app.budget_next(began timestamp with time zone, day integer) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.campaign_candidates(campaign bigint, ids bigint[], barred bigint[], bars text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.campaign_candidates(campaign bigint, ids bigint[], barred bigint[], bars text[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.campaign_candidates(campaign bigint, ids bigint[], barred bigint[], bars text[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.campaign_gate() FROM PUBLIC;
GRANT ALL ON FUNCTION app.campaign_gate() TO leadgen_app;
GRANT ALL ON FUNCTION app.campaign_gate() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.campaign_may(before text, after text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.campaign_may(before text, after text) TO leadgen_app;
GRANT ALL ON FUNCTION app.campaign_may(before text, after text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.campaign_new() FROM PUBLIC;
GRANT ALL ON FUNCTION app.campaign_new() TO leadgen_app;
GRANT ALL ON FUNCTION app.campaign_new() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.campaign_people(campaign bigint, ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.campaign_people(campaign bigint, ids bigint[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.campaign_people(campaign bigint, ids bigint[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.campaign_readiness(campaign bigint, ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.campaign_readiness(campaign bigint, ids bigint[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.campaign_readiness(campaign bigint, ids bigint[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.campaign_ways(campaign bigint, OUT email boolean, OUT linkedin boolean, OUT phone boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.campaign_ways(campaign bigint, OUT email boolean, OUT linkedin boolean, OUT phone boolean) TO leadgen_app;
GRANT ALL ON FUNCTION app.campaign_ways(campaign bigint, OUT email boolean, OUT linkedin boolean, OUT phone boolean) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.cap() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.change_shown(of_entity smallint, field text, value text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.change_shown(of_entity smallint, field text, value text) TO leadgen_app;
GRANT ALL ON FUNCTION app.change_shown(of_entity smallint, field text, value text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.change_values(record jsonb, bits bigint, names text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.change_values(record jsonb, bits bigint, names text[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.change_values(record jsonb, bits bigint, names text[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.company_score() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.contact_bar(is_there boolean, status text, company_status text, verdict smallint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.contact_bar(is_there boolean, status text, company_status text, verdict smallint) TO leadgen_app;
GRANT ALL ON FUNCTION app.contact_bar(is_there boolean, status text, company_status text, verdict smallint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.contact_email_state() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.contact_employment() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.day_start(day bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.day_start(day bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.day_start(day bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.ensure_partitions() FROM PUBLIC;
GRANT ALL ON FUNCTION app.ensure_partitions() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.enter(tenant bigint, actor bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.enter(tenant bigint, actor bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.fail(code text, message text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.fail(code text, message text) TO leadgen_app;
GRANT ALL ON FUNCTION app.fail(code text, message text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.files_unused(keys text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.files_unused(keys text[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.generation_moved() FROM PUBLIC;
GRANT ALL ON FUNCTION app.generation_moved() TO leadgen_app;
GRANT ALL ON FUNCTION app.generation_moved() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.generation_spent() FROM PUBLIC;
GRANT ALL ON FUNCTION app.generation_spent() TO leadgen_app;
GRANT ALL ON FUNCTION app.generation_spent() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.icp_version_keep() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.incarnation() FROM PUBLIC;
GRANT ALL ON FUNCTION app.incarnation() TO leadgen_app;
GRANT ALL ON FUNCTION app.incarnation() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.invitation_list(of_tenant bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.invitation_list(of_tenant bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.invitation_withdraw(of_tenant bigint, id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.invitation_withdraw(of_tenant bigint, id bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.invite(of_tenant bigint, to_email text, to_key text, new_role text, token text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.invite(of_tenant bigint, to_email text, to_key text, new_role text, token text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.is_command_line() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.is_super() FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_super() TO leadgen_app;
GRANT ALL ON FUNCTION app.is_super() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_cancel(id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_cancel(id bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.job_cancel(id bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_claim(low bigint, kinds text[], leases bigint[], by_worker text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_claim(low bigint, kinds text[], leases bigint[], by_worker text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_enqueue(new_kind text, new_subject bigint, new_payload jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_enqueue(new_kind text, new_subject bigint, new_payload jsonb) TO leadgen_app;
GRANT ALL ON FUNCTION app.job_enqueue(new_kind text, new_subject bigint, new_payload jsonb) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_file(id bigint, how text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_file(id bigint, how text) TO leadgen_batch;

GRANT SELECT,USAGE ON SEQUENCE public.job_place TO leadgen_batch;

GRANT SELECT,DELETE,UPDATE ON TABLE public.job TO leadgen_batch;

GRANT SELECT,INSERT ON TABLE public.job_history TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_list(wanted text, before bigint, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_list(wanted text, before bigint, most integer) TO leadgen_app;
GRANT ALL ON FUNCTION app.job_list(wanted text, before bigint, most integer) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_open(of_kind text, of_subject bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_open(of_kind text, of_subject bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.job_open(of_kind text, of_subject bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_read(id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_read(id bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.job_read(id bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_retry(id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_retry(id bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.job_retry(id bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.job_retry_dead() FROM PUBLIC;
GRANT ALL ON FUNCTION app.job_retry_dead() TO leadgen_app;

REVOKE ALL ON FUNCTION app.link_join(token text, of_user bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.link_join(token text, of_user bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.link_join_new(token text, new_name text, hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.link_join_new(token text, new_name text, hash text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.link_read(token text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.link_read(token text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.link_reset(token text, hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.link_reset(token text, hash text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.link_stands(l public.one_time_link) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.link_take(token text, wanted text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.login_count(of_key text, most integer, OUT wait bigint, OUT tries_left integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.login_forgive(typed text, address text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.login_forgive(typed text, address text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.login_key(typed text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.login_try(typed text, address text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.login_try(typed text, address text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.meet_tables() FROM PUBLIC;
GRANT ALL ON FUNCTION app.meet_tables() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.member_check(of_tenant bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.member_join(of_tenant bigint, of_user bigint, new_role text, asked_by bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.member_list(of_tenant bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.member_list(of_tenant bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.member_list(of_tenant bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.member_remove(of_tenant bigint, of_user bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.member_remove(of_tenant bigint, of_user bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.member_set_role(of_tenant bigint, of_user bigint, new_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.member_set_role(of_tenant bigint, of_user bigint, new_role text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.members() FROM PUBLIC;
GRANT ALL ON FUNCTION app.members() TO leadgen_app;
GRANT ALL ON FUNCTION app.members() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.message_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.message_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.message_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.message_counted() FROM PUBLIC;
GRANT ALL ON FUNCTION app.message_counted() TO leadgen_app;
GRANT ALL ON FUNCTION app.message_counted() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.message_gate() FROM PUBLIC;
GRANT ALL ON FUNCTION app.message_gate() TO leadgen_app;
GRANT ALL ON FUNCTION app.message_gate() TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message TO leadgen_batch;

REVOKE ALL ON FUNCTION app.message_match(of_campaign bigint, states text[], steps bigint[], channels text[], languages text[], variants bigint[], words text, of_contact bigint, of_company bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.message_match(of_campaign bigint, states text[], steps bigint[], channels text[], languages text[], variants bigint[], words text, of_contact bigint, of_company bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.message_match(of_campaign bigint, states text[], steps bigint[], channels text[], languages text[], variants bigint[], words text, of_contact bigint, of_company bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.message_may(before text, after text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.message_may(before text, after text) TO leadgen_app;
GRANT ALL ON FUNCTION app.message_may(before text, after text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.ms(at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.ms(at timestamp with time zone) TO leadgen_app;
GRANT ALL ON FUNCTION app.ms(at timestamp with time zone) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.my_tenants() FROM PUBLIC;
GRANT ALL ON FUNCTION app.my_tenants() TO leadgen_app;

REVOKE ALL ON FUNCTION app.need_admin(wanted bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.need_super() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.need_user() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.next_run(after timestamp with time zone, every_seconds bigint, at_time time without time zone, zone text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.next_run(after timestamp with time zone, every_seconds bigint, at_time time without time zone, zone text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.partition_by_month(name text, keep_months integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.password_change(hash text, keep_session bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.password_change(hash text, keep_session bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.pdf_addressed() FROM PUBLIC;
GRANT ALL ON FUNCTION app.pdf_addressed() TO leadgen_app;
GRANT ALL ON FUNCTION app.pdf_addressed() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.pdf_open(token text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.pdf_open(token text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.person_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.person_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.person_count(tenants bigint[], campaigns bigint[], states text[], signs integer[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.person_counted() FROM PUBLIC;
GRANT ALL ON FUNCTION app.person_counted() TO leadgen_app;
GRANT ALL ON FUNCTION app.person_counted() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.profile_change(new_name text, new_theme text, new_density text, new_zone text, new_shortcuts boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.profile_change(new_name text, new_theme text, new_density text, new_zone text, new_shortcuts boolean) TO leadgen_app;

REVOKE ALL ON FUNCTION app.profile_read() FROM PUBLIC;
GRANT ALL ON FUNCTION app.profile_read() TO leadgen_app;

REVOKE ALL ON FUNCTION app.protect(name regclass) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.rank_in(wanted bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.rank_of(role text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.recovery_codes_put(of_user bigint, hashes text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.recovery_codes_renew(hashes text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.recovery_codes_renew(hashes text[]) TO leadgen_app;

REVOKE ALL ON FUNCTION app.reservation_close(of_tenant bigint, wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.reservation_close(of_tenant bigint, wanted bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.reset_link_add(of_user bigint, token text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.reset_link_add(of_user bigint, token text) TO leadgen_app;
GRANT ALL ON FUNCTION app.reset_link_add(of_user bigint, token text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.run_busy(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.run_busy(wanted bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.run_busy(wanted bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.run_need(wanted bigint, names text[], entities bigint[], costs bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.run_need(wanted bigint, names text[], entities bigint[], costs bigint[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.run_need(wanted bigint, names text[], entities bigint[], costs bigint[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.run_pass(gate text, companies bigint[], company_stages text[], people_stages text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.run_pass(gate text, companies bigint[], company_stages text[], people_stages text[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.run_pass(gate text, companies bigint[], company_stages text[], people_stages text[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.run_reopen(wanted bigint, of_entity smallint, of_record bigint, from_stage text, known text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.run_retry(wanted bigint, of_stage text, of_cause text, known text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.run_retry(wanted bigint, of_stage text, of_cause text, known text[]) TO leadgen_app;
GRANT ALL ON FUNCTION app.run_retry(wanted bigint, of_stage text, of_cause text, known text[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.run_sweep() FROM PUBLIC;
GRANT ALL ON FUNCTION app.run_sweep() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.run_sweep(busy bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.run_sweep(busy bigint[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.run_workers(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.run_workers(wanted bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.run_workers(wanted bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.schedule_change(wanted text, new_every bigint, new_at time without time zone, new_zone text, new_enabled boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.schedule_change(wanted text, new_every bigint, new_at time without time zone, new_zone text, new_enabled boolean) TO leadgen_app;
GRANT ALL ON FUNCTION app.schedule_change(wanted text, new_every bigint, new_at time without time zone, new_zone text, new_enabled boolean) TO leadgen_batch;

GRANT SELECT,INSERT,UPDATE ON TABLE public.schedule TO leadgen_batch;

GRANT SELECT ON TABLE public.schedule_shown TO leadgen_batch;

REVOKE ALL ON FUNCTION app.schedule_list() FROM PUBLIC;
GRANT ALL ON FUNCTION app.schedule_list() TO leadgen_app;
GRANT ALL ON FUNCTION app.schedule_list() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.schedule_now(wanted text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.schedule_now(wanted text) TO leadgen_app;
GRANT ALL ON FUNCTION app.schedule_now(wanted text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.score_code(score integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.score_code(score integer) TO leadgen_app;
GRANT ALL ON FUNCTION app.score_code(score integer) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.second_factor_begin(sealed text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.second_factor_begin(sealed text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.second_factor_confirm(step bigint, hashes text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.second_factor_confirm(step bigint, hashes text[]) TO leadgen_app;

REVOKE ALL ON FUNCTION app.second_factor_drop(of_user bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.second_factor_own() FROM PUBLIC;
GRANT ALL ON FUNCTION app.second_factor_own() TO leadgen_app;

REVOKE ALL ON FUNCTION app.second_factor_remove() FROM PUBLIC;
GRANT ALL ON FUNCTION app.second_factor_remove() TO leadgen_app;

REVOKE ALL ON FUNCTION app.second_step_begin(of_user bigint, token text, stay boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.second_step_begin(of_user bigint, token text, stay boolean) TO leadgen_app;

REVOKE ALL ON FUNCTION app.second_step_done(token text, step bigint, code text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.second_step_done(token text, step bigint, code text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.second_step_try(token text, counted boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.second_step_try(token text, counted boolean) TO leadgen_app;

REVOKE ALL ON FUNCTION app.sees_jobs(of_tenant bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.session_end(token text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.session_end(token text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.session_list(of_user bigint, before bigint, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.session_list(of_user bigint, before bigint, most integer) TO leadgen_app;

REVOKE ALL ON FUNCTION app.session_list_own() FROM PUBLIC;
GRANT ALL ON FUNCTION app.session_list_own() TO leadgen_app;

REVOKE ALL ON FUNCTION app.session_revoke(id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.session_revoke(id bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.session_revoke_others(keep bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.session_revoke_others(keep bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.session_start(of_user bigint, token text, keep boolean, agent text, address text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.session_start(of_user bigint, token text, keep boolean, agent text, address text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.site_claim(wanted text[], by_whom text, seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.site_claim(wanted text[], by_whom text, seconds integer) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.site_keep(by_whom text, seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.site_keep(by_whom text, seconds integer) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.site_lease_sweep() FROM PUBLIC;
GRANT ALL ON FUNCTION app.site_lease_sweep() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.site_release(hosts text[], rests bigint[], by_whom text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.site_release(hosts text[], rests bigint[], by_whom text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.stage_claim(of_tenant bigint, of_run bigint, of_entity bigint, of_stage text, low bigint, most bigint, lease bigint, by_worker text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.stage_claim(of_tenant bigint, of_run bigint, of_entity bigint, of_stage text, low bigint, most bigint, lease bigint, by_worker text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.stage_lanes(known_runs bigint[], known_stages text[], known_low bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.stage_lanes(known_runs bigint[], known_stages text[], known_low bigint[]) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.system_health() FROM PUBLIC;
GRANT ALL ON FUNCTION app.system_health() TO leadgen_app;

REVOKE ALL ON FUNCTION app.system_pools() FROM PUBLIC;
GRANT ALL ON FUNCTION app.system_pools() TO leadgen_app;

REVOKE ALL ON FUNCTION app.tenant() FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant() TO leadgen_app;
GRANT ALL ON FUNCTION app.tenant() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.tenant_add(new_slug text, new_name text, new_zone text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_add(new_slug text, new_name text, new_zone text) TO leadgen_batch;
GRANT ALL ON FUNCTION app.tenant_add(new_slug text, new_name text, new_zone text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.tenant_change(of_tenant bigint, new_name text, new_zone text, new_locale text, new_country text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_change(of_tenant bigint, new_name text, new_zone text, new_locale text, new_country text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.tenant_id(wanted text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_id(wanted text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.tenant_list(wanted text, after text, before text, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_list(wanted text, after text, before text, most integer) TO leadgen_app;
GRANT ALL ON FUNCTION app.tenant_list(wanted text, after text, before text, most integer) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.tenant_mark_demo(wanted bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_mark_demo(wanted bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.tenant_set_active(of_tenant bigint, active boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_set_active(of_tenant bigint, active boolean) TO leadgen_app;
GRANT ALL ON FUNCTION app.tenant_set_active(of_tenant bigint, active boolean) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.tenant_settings(of_tenant bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_settings(of_tenant bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.tenant_settings(of_tenant bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.tenant_zone() FROM PUBLIC;
GRANT ALL ON FUNCTION app.tenant_zone() TO leadgen_app;
GRANT ALL ON FUNCTION app.tenant_zone() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.today() FROM PUBLIC;
GRANT ALL ON FUNCTION app.today() TO leadgen_app;
GRANT ALL ON FUNCTION app.today() TO leadgen_batch;

REVOKE ALL ON FUNCTION app.touch_companies() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.touch_contacts() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.user_add(new_email text, new_key text, new_name text, hash text, super boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_add(new_email text, new_key text, new_name text, hash text, super boolean) TO leadgen_app;
GRANT ALL ON FUNCTION app.user_add(new_email text, new_key text, new_name text, hash text, super boolean) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.user_check(of_user bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.user_fits(u public.user_account, wanted text, state text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.user_id(key text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_id(key text) TO leadgen_app;
GRANT ALL ON FUNCTION app.user_id(key text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.user_list(wanted text, state text, after text, before text, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_list(wanted text, state text, after text, before text, most integer) TO leadgen_app;
GRANT ALL ON FUNCTION app.user_list(wanted text, state text, after text, before text, most integer) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.user_name(id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_name(id bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.user_name(id bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.user_read(of_user bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_read(of_user bigint) TO leadgen_app;
GRANT ALL ON FUNCTION app.user_read(of_user bigint) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.user_roles(of_user bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_roles(of_user bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.user_second_factor_remove(of_user bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_second_factor_remove(of_user bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.user_sessions_end(of_user bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_sessions_end(of_user bigint) TO leadgen_app;

REVOKE ALL ON FUNCTION app.user_set_active(of_user bigint, active boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_set_active(of_user bigint, active boolean) TO leadgen_app;

REVOKE ALL ON FUNCTION app.user_set_email(of_user bigint, new_email text, new_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_set_email(of_user bigint, new_email text, new_key text) TO leadgen_app;

REVOKE ALL ON FUNCTION app.user_set_role(of_user bigint, of_tenant bigint, new_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_set_role(of_user bigint, of_tenant bigint, new_role text) TO leadgen_app;
GRANT ALL ON FUNCTION app.user_set_role(of_user bigint, of_tenant bigint, new_role text) TO leadgen_batch;

REVOKE ALL ON FUNCTION app.user_set_super(of_user bigint, super boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.user_set_super(of_user bigint, super boolean) TO leadgen_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.budget TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.budget TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.bulk TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.bulk TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_adding TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_adding TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_check TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_check TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_conflict TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_conflict TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_conflict_person TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_conflict_person TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_count TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_count TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_export TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_export TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_export_left TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_export_left TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_insight TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_insight TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_offer TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_offer TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_person TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_person TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_sender TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_sender TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_step TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_step TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_template TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.campaign_template TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.change TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.change TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.change_kept TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.change_kept TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.change_set TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.change_set TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.company TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.company TO leadgen_batch;

GRANT USAGE ON SEQUENCE public.company_company_id_seq TO leadgen_app;
GRANT USAGE ON SEQUENCE public.company_company_id_seq TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.company_technology TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.company_technology TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact TO leadgen_batch;

GRANT USAGE ON SEQUENCE public.contact_contact_id_seq TO leadgen_app;
GRANT USAGE ON SEQUENCE public.contact_contact_id_seq TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact_sighting TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact_sighting TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact_touch TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contact_touch TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.country_policy TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.country_policy TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.custom_field TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.custom_field TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discovery_block TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discovery_block TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discovery_find TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discovery_find TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discovery_query TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discovery_query TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discovery_setting TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.discovery_setting TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duplicate TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duplicate TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duplicate_look TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duplicate_look TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_check TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_check TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_domain TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_domain TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_outcome TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_outcome TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_setting TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.email_setting TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.health_alert TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.health_alert TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.health_measure TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.health_measure TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.health_point TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.health_point TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.icp_compare TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.icp_compare TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.icp_compare_move TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.icp_compare_move TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.icp_version TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.icp_version TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_memory TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_memory TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_row TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_row TO leadgen_batch;

GRANT SELECT,INSERT ON TABLE public.ledger TO leadgen_app;
GRANT SELECT,INSERT ON TABLE public.ledger TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.list TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.list TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.list_view TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.list_view TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_lease TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message_feedback TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message_feedback TO leadgen_batch;

GRANT SELECT,INSERT,DELETE ON TABLE public.message_version TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message_version TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.page TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.page TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pdf_file TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pdf_file TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pdf_run TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pdf_run TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pdf_template TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pdf_template TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_focus TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_focus TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pipeline_run TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pipeline_run TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider_call TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider_call TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider_use TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider_use TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_export TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_export TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_fact TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_fact TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_note TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_note TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_touch TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.record_touch TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reservation TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reservation TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.run_stage TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.run_stage TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score_evidence TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score_evidence TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score_history TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score_history TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score_verdict TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.score_verdict TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.site TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.site TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.smart_list TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.smart_list TO leadgen_batch;

GRANT SELECT,USAGE ON SEQUENCE public.stage_place TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stage_claim TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stage_latest TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stage_latest TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stage_result TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stage_result TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stage_work TO leadgen_batch;

GRANT SELECT ON TABLE public.stage_way TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.suppression TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.suppression TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tag TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tag TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.triage TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.triage TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.triage_apply TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.triage_apply TO leadgen_batch;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.triage_rules TO leadgen_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.triage_rules TO leadgen_batch;

ALTER DEFAULT PRIVILEGES FOR ROLE leadgen_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;


-- The ground: who the tenants and people are, and how a table is protected.
-- A session says for whom it works by the settings app.tenant and app.actor, set for one
-- transaction; unset means no rows at all.
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO leadgen_app, leadgen_batch;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO leadgen_app, leadgen_batch;

CREATE FUNCTION app.tenant() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.tenant', true), '')::bigint $$;
CREATE FUNCTION app.actor() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.actor', true), '')::bigint $$;

-- Raises one of our error kinds (see src/base/db.h) with a message for people.
CREATE FUNCTION app.fail(code text, message text) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION USING ERRCODE = code, MESSAGE = message; END $$;

-- Puts a tenant table under row-level security and grants what the pages and jobs need.
CREATE FUNCTION app.protect(name regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %s USING (tenant_id = app.tenant()) '
                   'WITH CHECK (tenant_id = app.tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO leadgen_app, leadgen_batch', name);
END $$;
REVOKE ALL ON FUNCTION app.protect(regclass) FROM PUBLIC;

CREATE TABLE tenant (
    tenant_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug text NOT NULL CONSTRAINT tenant_slug_unique UNIQUE
        CONSTRAINT tenant_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'
            AND slug NOT IN ('admin', 'static', 'api', 'login', 'logout', 'account', 'public',
                             'healthz', 'error', 'setup', 'link')),
    name text NOT NULL CONSTRAINT tenant_name_form CHECK (length(name) BETWEEN 1 AND 120),
    time_zone text NOT NULL DEFAULT 'UTC',
    locale text NOT NULL DEFAULT 'en',
    default_country text CONSTRAINT tenant_country_form CHECK (default_country ~ '^[A-Z]{2}$'),
    is_demo boolean NOT NULL DEFAULT false,
    deactivated_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE user_account (
    user_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL CONSTRAINT user_account_email_form CHECK (length(email) BETWEEN 3 AND 254),
    email_key text NOT NULL CONSTRAINT user_account_email_unique UNIQUE, -- lower case
    name text NOT NULL CONSTRAINT user_account_name_form CHECK (length(name) BETWEEN 1 AND 120),
    password_hash text, -- argon2id; NULL until the invitation is taken up
    is_super boolean NOT NULL DEFAULT false,
    theme text NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark')),
    density text NOT NULL DEFAULT 'normal' CHECK (density IN ('compact', 'normal', 'roomy')),
    shortcuts boolean NOT NULL DEFAULT true,
    time_zone text,
    deactivated_at timestamptz,
    last_login_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE membership (
    tenant_id bigint NOT NULL REFERENCES tenant,
    user_id bigint NOT NULL REFERENCES user_account,
    role text NOT NULL CONSTRAINT membership_role CHECK (role IN ('viewer', 'editor', 'admin')),
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by bigint REFERENCES user_account,
    PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX membership_user ON membership (user_id);

-- The people of the session's tenant: for owners, authors and names beside what they did.
CREATE FUNCTION app.members() RETURNS TABLE (user_id bigint, name text, email text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.user_id, u.name, u.email, m.role
    FROM membership m JOIN user_account u USING (user_id)
    WHERE m.tenant_id = app.tenant() AND u.deactivated_at IS NULL
$$;

-- Name of a person for display, whoever they are; NULL when nobody.
CREATE FUNCTION app.user_name(id bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT name FROM user_account WHERE user_id = id
$$;

-- Batch only: works for one tenant until the end of the transaction.
CREATE FUNCTION app.enter(tenant bigint, actor bigint) RETURNS void LANGUAGE sql AS $$
    SELECT set_config('app.tenant', tenant::text, true),
           set_config('app.actor', coalesce(actor::text, ''), true)
$$;

-- Batch only: the id of an active tenant by slug, NULL when there is none.
CREATE FUNCTION app.tenant_id(wanted text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT tenant_id FROM tenant WHERE slug = wanted AND deactivated_at IS NULL
$$;

-- Functions are closed unless a migration opens them.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tenant(), app.actor(), app.fail(text, text), app.members(),
    app.user_name(bigint) TO leadgen_app, leadgen_batch;
GRANT EXECUTE ON FUNCTION app.enter(bigint, bigint), app.tenant_id(text) TO leadgen_batch;

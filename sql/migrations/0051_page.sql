-- The web sites of companies as they were last fetched: what became of each site, and its pages with
-- their text. Which site is being fetched is a lease that all machines and workspaces share.

CREATE TABLE site (
    tenant_id bigint NOT NULL REFERENCES tenant,
    company_id bigint NOT NULL,
    host text NOT NULL,             -- ASCII, as it was asked for
    state text NOT NULL CONSTRAINT site_state
        CHECK (state IN ('done', 'partial', 'failed', 'moved', 'parked')),
    cause text,                     -- one word, for grouping: dns, timeout, robots
    message text,                   -- for people
    moved_to text,                  -- the other registrable domain that the site sends its visitors to
    failures integer NOT NULL DEFAULT 0, -- in a row; the next attempt waits longer each time
    n_pages integer NOT NULL DEFAULT 0,  -- that are there now
    crawled_at timestamptz NOT NULL DEFAULT now(),
    next_crawl_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, company_id),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company ON DELETE CASCADE
);
CREATE INDEX site_due ON site (tenant_id, next_crawl_at);
ALTER TABLE site ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('site');

CREATE TABLE page (
    tenant_id bigint NOT NULL REFERENCES tenant,
    company_id bigint NOT NULL,
    page_id bigint GENERATED ALWAYS AS IDENTITY,
    url text NOT NULL CONSTRAINT page_url_form CHECK (length(url) BETWEEN 8 AND 2048),
    kind smallint NOT NULL,         -- enum page_kind
    http_status integer NOT NULL,
    fetched_at timestamptz NOT NULL DEFAULT now(), -- when the body came
    checked_at timestamptz NOT NULL DEFAULT now(), -- when the server last said that it still is so
    changed_at timestamptz NOT NULL DEFAULT now(), -- when the body last was another one
    etag text,
    last_modified text,
    sha256 text NOT NULL,           -- of the body
    title text,
    description text,
    language text,
    text text NOT NULL,             -- without navigation and footer
    frame_text text NOT NULL,       -- navigation, header, footer
    body bytea,                     -- UTF-8; the first byte says how it is packed (page_store.c)
    gone_at timestamptz,            -- the server no longer has it
    PRIMARY KEY (tenant_id, company_id, page_id),
    CONSTRAINT page_url_unique UNIQUE (tenant_id, company_id, url),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company ON DELETE CASCADE
);
-- The quicker of the two ways to squeeze, where the server was built with it.
DO $$ BEGIN
    ALTER TABLE page ALTER COLUMN body SET COMPRESSION lz4, ALTER COLUMN text SET COMPRESSION lz4,
        ALTER COLUMN frame_text SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;
ALTER TABLE page ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('page');

-- Which web sites are being asked just now, and when the next one may. All machines and workspaces
-- share it, so that no site is asked more often than it wants; holds names of hosts only.
CREATE TABLE site_lease (
    host text PRIMARY KEY,
    holder text,                    -- NULL: nobody
    until timestamptz NOT NULL      -- held: the lease ends; free: not before
) WITH (fillfactor = 70);

-- Takes the leases of those hosts that are free, in one order so that no two wait for each other.
CREATE FUNCTION app.site_claim(wanted text[], by_whom text, seconds integer) RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO site_lease AS l (host, holder, until)
    SELECT h, by_whom, clock_timestamp() + make_interval(secs => seconds)
    FROM unnest(wanted) AS h GROUP BY h ORDER BY h
    ON CONFLICT (host) DO UPDATE SET holder = excluded.holder, until = excluded.until
    WHERE l.until < clock_timestamp() OR l.holder = excluded.holder
    RETURNING l.host
$$;

-- Keeps the leases of `by_whom`.
CREATE FUNCTION app.site_keep(by_whom text, seconds integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE site_lease SET until = clock_timestamp() + make_interval(secs => seconds)
    WHERE holder = by_whom
$$;

-- Gives leases back; the host is left alone for `rest` milliseconds more.
CREATE FUNCTION app.site_release(hosts text[], rests bigint[], by_whom text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE site_lease l SET holder = NULL,
        until = clock_timestamp() + make_interval(secs => r.rest / 1000.0)
    FROM unnest(hosts, rests) AS r(host, rest)
    WHERE l.host = r.host AND l.holder = by_whom
$$;

-- Forgets hosts that nobody holds; the housekeeping calls it.
CREATE FUNCTION app.site_lease_sweep() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (DELETE FROM site_lease WHERE until < now() - interval '1 day' RETURNING 1)
    SELECT count(*) FROM gone
$$;
GRANT EXECUTE ON FUNCTION app.site_claim(text[], text, integer), app.site_keep(text, integer),
    app.site_release(text[], bigint[], text), app.site_lease_sweep() TO leadgen_batch;

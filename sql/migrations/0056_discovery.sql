-- Discovery: where new companies are looked for, what each look yielded, and from which query and rank a
-- company came.

CREATE TABLE discovery_query (
    tenant_id bigint NOT NULL REFERENCES tenant,
    query_id bigint GENERATED ALWAYS AS IDENTITY,
    source text NOT NULL CONSTRAINT discovery_query_source CHECK (source IN ('search', 'page', 'list')),
    words text NOT NULL -- what is searched for, an address, or what a list is called
        CONSTRAINT discovery_query_words CHECK (length(words) BETWEEN 1 AND 2000),
    words_key text NOT NULL, -- folded
    body text,          -- of a list: its lines, until they are read
    origin text NOT NULL DEFAULT 'typed' CONSTRAINT discovery_query_origin
        CHECK (origin IN ('typed', 'expanded')),
    why text,           -- of an expanded one: what it was made of
    state text NOT NULL DEFAULT 'pending' CONSTRAINT discovery_query_state
        CHECK (state IN ('pending', 'running', 'done', 'dry', 'failed')),
    repeat_days bigint NOT NULL DEFAULT 0
        CONSTRAINT discovery_query_repeat CHECK (repeat_days BETWEEN 0 AND 365),
    runs bigint NOT NULL DEFAULT 0,
    results bigint NOT NULL DEFAULT 0,    -- of the last run, and what became of them:
    created bigint NOT NULL DEFAULT 0,
    known bigint NOT NULL DEFAULT 0,
    blocked bigint NOT NULL DEFAULT 0,
    suppressed bigint NOT NULL DEFAULT 0,
    no_company bigint NOT NULL DEFAULT 0,
    total_created bigint NOT NULL DEFAULT 0, -- of all runs
    dry_runs bigint NOT NULL DEFAULT 0,      -- in a row
    cause text,         -- of a failure, for grouping
    message text,       -- for people
    change_set_id bigint, -- of the last run
    started_at timestamptz,
    ended_at timestamptz,
    next_at timestamptz,
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, query_id),
    CONSTRAINT discovery_query_unique UNIQUE (tenant_id, source, words_key)
);
CREATE INDEX discovery_query_waiting ON discovery_query (tenant_id, query_id)
    WHERE state IN ('pending', 'running');
CREATE INDEX discovery_query_due ON discovery_query (tenant_id, next_at) WHERE next_at IS NOT NULL;
SELECT app.protect('discovery_query');

-- What a query found: one row for each domain, or address without one.
CREATE TABLE discovery_find (
    tenant_id bigint NOT NULL REFERENCES tenant,
    query_id bigint NOT NULL,
    key text NOT NULL,      -- registrable domain, or the address
    run bigint NOT NULL,    -- of the query, in which it was last seen
    rank bigint NOT NULL,   -- from 1
    url text NOT NULL,
    title text NOT NULL DEFAULT '',
    verdict text NOT NULL CONSTRAINT discovery_find_verdict
        CHECK (verdict IN ('created', 'known', 'blocked', 'suppressed', 'no_company')),
    reason text,            -- for people
    company_id bigint,      -- that was created or known
    found_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, query_id, key),
    FOREIGN KEY (tenant_id, query_id) REFERENCES discovery_query ON DELETE CASCADE
);
CREATE INDEX discovery_find_company ON discovery_find (tenant_id, company_id)
    WHERE company_id IS NOT NULL;
SELECT app.protect('discovery_find');

-- Domains that never become companies here, with their sub-domains.
CREATE TABLE discovery_block (
    tenant_id bigint NOT NULL REFERENCES tenant,
    domain text NOT NULL,
    reason text NOT NULL DEFAULT '',
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, domain)
);
SELECT app.protect('discovery_block');

CREATE TABLE discovery_setting (
    tenant_id bigint PRIMARY KEY REFERENCES tenant,
    is_on boolean NOT NULL DEFAULT false, -- runs and suggests by itself every day
    per_day bigint NOT NULL DEFAULT 25 CONSTRAINT discovery_setting_per_day CHECK (per_day BETWEEN 1 AND 500),
    job_id bigint                         -- the last job
);
SELECT app.protect('discovery_setting');

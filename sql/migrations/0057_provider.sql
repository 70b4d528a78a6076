-- Outside services of a workspace: what they are, their sealed keys, prices and limits, how they are doing,
-- and a log of every call.

CREATE TABLE provider (
    tenant_id bigint NOT NULL REFERENCES tenant,
    provider_id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL, -- src/domain/provider/provider.c lists them
    name text NOT NULL CONSTRAINT provider_name_form CHECK (length(name) BETWEEN 1 AND 80),
    base_url text NOT NULL CONSTRAINT provider_base_url_form CHECK (length(base_url) BETWEEN 8 AND 2000),
    settings jsonb NOT NULL DEFAULT '{}', -- what its kind needs
    sealed_key text,                      -- opens only for this workspace and row
    key_set_at timestamptz,
    key_set_by bigint REFERENCES user_account,
    price_micros bigint NOT NULL DEFAULT 0
        CONSTRAINT provider_price CHECK (price_micros BETWEEN 0 AND 1000000000), -- of a call
    per_minute bigint NOT NULL DEFAULT 60
        CONSTRAINT provider_per_minute CHECK (per_minute BETWEEN 1 AND 6000),
    per_day bigint NOT NULL DEFAULT 0
        CONSTRAINT provider_per_day CHECK (per_day BETWEEN 0 AND 10000000), -- 0: no limit
    timeout_seconds bigint NOT NULL DEFAULT 20
        CONSTRAINT provider_timeout CHECK (timeout_seconds BETWEEN 1 AND 120),
    is_on boolean NOT NULL DEFAULT true,
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    -- How it is doing: src/domain/provider/provider_circuit.h. Times are milliseconds since 1970.
    circuit bigint NOT NULL DEFAULT 1 CONSTRAINT provider_circuit CHECK (circuit IN (1, 2, 3)),
    failures bigint NOT NULL DEFAULT 0,
    opens bigint NOT NULL DEFAULT 0,
    throttles bigint NOT NULL DEFAULT 0,
    rate_milli bigint NOT NULL DEFAULT 0,
    slot_ms bigint NOT NULL DEFAULT 0,
    retry_ms bigint NOT NULL DEFAULT 0,
    probe_ms bigint NOT NULL DEFAULT 0,
    trouble text, -- what the last failure was, for people
    test_job_id bigint,
    tested_at timestamptz,
    test_ok boolean,
    test_said text,
    PRIMARY KEY (tenant_id, provider_id)
);
CREATE UNIQUE INDEX provider_name_unique ON provider (tenant_id, lower(name)) WHERE deleted_at IS NULL;
SELECT app.protect('provider');

-- Every call, kept for a year. Neither addresses nor keys stand here.
CREATE TABLE provider_call (
    tenant_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    call_id bigint GENERATED ALWAYS AS IDENTITY,
    operation text NOT NULL, -- search, test
    outcome text NOT NULL,   -- ok, throttled, refused, down, garbage, invalid
    http_status integer NOT NULL,
    milliseconds bigint NOT NULL,
    bytes bigint NOT NULL,
    cost_micros bigint NOT NULL,
    message text,
    PRIMARY KEY (tenant_id, provider_id, at, call_id)
) PARTITION BY RANGE (at);
SELECT app.protect('provider_call');
CREATE TABLE provider_call_other PARTITION OF provider_call DEFAULT;
SELECT app.partition_by_month('provider_call', 12);

-- What was used, by day.
CREATE TABLE provider_use (
    tenant_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    day date NOT NULL,
    calls bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0,
    milliseconds bigint NOT NULL DEFAULT 0,
    cost_micros bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, provider_id, day),
    FOREIGN KEY (tenant_id, provider_id) REFERENCES provider
);
SELECT app.protect('provider_use');

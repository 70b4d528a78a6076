-- How the pipeline is doing: figures by day, and alerts.

-- One figure of one day; today's is written anew at each measurement. Names are those of
-- src/domain/health/pipeline_health.h.
CREATE TABLE health_point (
    tenant_id bigint NOT NULL REFERENCES tenant,
    day date NOT NULL, -- of the tenant's calendar
    name text NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (tenant_id, day, name)
);
SELECT app.protect('health_point');

CREATE TABLE health_measure (
    tenant_id bigint PRIMARY KEY REFERENCES tenant,
    measured_at timestamptz NOT NULL,
    seconds float8 NOT NULL
);
SELECT app.protect('health_measure');

-- What is wrong: the same thing is one row from when it was first seen until it is over.
CREATE TABLE health_alert (
    tenant_id bigint NOT NULL REFERENCES tenant,
    alert_id bigint GENERATED ALWAYS AS IDENTITY,
    code text NOT NULL,    -- the rule
    subject text NOT NULL, -- of what: a stage, a run, ''
    level text NOT NULL CONSTRAINT health_alert_level CHECK (level IN ('info', 'warn', 'bad')),
    title text NOT NULL,
    detail text NOT NULL,
    times bigint NOT NULL DEFAULT 1, -- measurements that saw it
    first_at timestamptz NOT NULL DEFAULT now(),
    last_at timestamptz NOT NULL DEFAULT now(),
    muted_until timestamptz,
    muted_by bigint REFERENCES user_account,
    resolved_at timestamptz,
    PRIMARY KEY (tenant_id, alert_id)
);
CREATE UNIQUE INDEX health_alert_open ON health_alert (tenant_id, code, subject) WHERE resolved_at IS NULL;
CREATE INDEX health_alert_solved ON health_alert (tenant_id, resolved_at) WHERE resolved_at IS NOT NULL;
SELECT app.protect('health_alert');

-- The day it is in the tenant's calendar.
CREATE FUNCTION app.today() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (now() AT TIME ZONE t.time_zone)::date FROM tenant t WHERE t.tenant_id = app.tenant()
$$;
GRANT EXECUTE ON FUNCTION app.today() TO leadgen_app, leadgen_batch;

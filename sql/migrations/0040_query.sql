-- What narrows lists by days of the tenant's calendar.

-- The instant at which a day (since 1970-01-01) begins for the session's tenant.
CREATE FUNCTION app.day_start(day bigint) RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (date '1970-01-01' + day::integer)::timestamp AT TIME ZONE t.time_zone
    FROM tenant t WHERE t.tenant_id = app.tenant()
$$;
GRANT EXECUTE ON FUNCTION app.day_start(bigint) TO leadgen_app, leadgen_batch;

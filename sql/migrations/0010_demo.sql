-- Batch only: marks a tenant as the demo, which can write to nobody outside.
CREATE FUNCTION app.tenant_mark_demo(wanted bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE tenant SET is_demo = true WHERE tenant_id = wanted
$$;
GRANT EXECUTE ON FUNCTION app.tenant_mark_demo(bigint) TO leadgen_batch;

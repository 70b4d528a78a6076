-- Run once per cluster by a superuser, before the first `leadgen-batch migrate`.
-- leadgen_owner owns the tables and runs migrations; leadgen_app serves pages; leadgen_batch runs
-- jobs. Neither app nor batch owns a table, so row-level security binds both.
DO $$
DECLARE role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['leadgen_owner', 'leadgen_app', 'leadgen_batch'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', role);
        END IF;
    END LOOP;
END $$;
ALTER ROLE leadgen_app SET statement_timeout = '5s';
ALTER ROLE leadgen_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE leadgen_batch SET idle_in_transaction_session_timeout = '60s';

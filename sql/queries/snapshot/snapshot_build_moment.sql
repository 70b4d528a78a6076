-- The moment that a snapshot is built of, and how much there is.
SELECT app.incarnation() AS incarnation, pg_current_snapshot()::text AS seen,
    (date_part('epoch', clock_timestamp()) * 1000000)::bigint AS now_us,
    (SELECT count(*) FROM company o WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL) AS companies,
    (SELECT count(*) FROM contact o WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL) AS contacts,
    pg_try_advisory_xact_lock(20042, app.tenant()::integer) AS mine;

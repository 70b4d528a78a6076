-- Whose records are asked for, when, and whether each statement sees a moment of its own.
SELECT coalesce(app.tenant(), 0) AS tenant,
    (date_part('epoch', clock_timestamp()) * 1000000)::bigint AS now_us,
    (date_part('epoch', date_trunc('day', now())) * 1000000)::bigint AS today_us,
    current_setting('transaction_isolation') = 'read committed' AS moving;

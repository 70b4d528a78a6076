-- The budget of the session's tenant; nothing may be spent where none is set.
SELECT coalesce(b.limit_micros, 0) AS limit_micros, coalesce(b.topped_micros, 0) AS topped_micros,
    coalesce(b.spent_micros, 0) AS spent_micros, coalesce(b.reserved_micros, 0) AS reserved_micros,
    coalesce(b.warn_percent, 80)::bigint AS warn_percent, coalesce(b.reset_day, 1)::bigint AS reset_day,
    coalesce(b.limit_micros + b.topped_micros - b.spent_micros - b.reserved_micros, 0) AS left_micros,
    coalesce(b.mode, 'hard') AS mode,
    coalesce(extract(epoch FROM b.period_start)::bigint, 0) AS period_start,
    coalesce(extract(epoch FROM app.budget_next(b.period_start, b.reset_day))::bigint, 0) AS next_reset,
    b.tenant_id IS NOT NULL AS set
FROM (SELECT app.tenant() AS tenant_id) AS t LEFT JOIN budget b USING (tenant_id)

-- Sets the limit of the session's tenant.
-- $1 micros bigint
-- $2 mode text
-- $3 warn bigint
-- $4 day bigint
WITH made AS (
    INSERT INTO budget (tenant_id, limit_micros, mode, warn_percent, reset_day)
    VALUES (app.tenant(), $1, $2, $3::bigint, $4::bigint)
    ON CONFLICT (tenant_id) DO UPDATE SET limit_micros = excluded.limit_micros, mode = excluded.mode,
        warn_percent = excluded.warn_percent, reset_day = excluded.reset_day
    RETURNING tenant_id
)
INSERT INTO ledger (tenant_id, kind, amount_micros, actor, note)
SELECT tenant_id, 'limit', $1, app.actor(), $2 FROM made

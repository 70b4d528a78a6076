-- Begins a new period where it is due. What is reserved stays so.
WITH due AS (
    UPDATE budget b SET spent_micros = 0, topped_micros = 0,
        period_start = app.budget_next(b.period_start, b.reset_day)
    FROM budget old
    WHERE b.tenant_id = app.tenant() AND old.tenant_id = b.tenant_id
        AND app.budget_next(b.period_start, b.reset_day) <= now()
    RETURNING b.tenant_id, old.spent_micros
)
INSERT INTO ledger (tenant_id, kind, amount_micros, note)
SELECT tenant_id, 'reset', spent_micros, 'A new period' FROM due

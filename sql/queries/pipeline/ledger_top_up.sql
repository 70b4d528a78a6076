-- Adds to the present period.
-- $1 micros bigint
-- $2 note text
WITH made AS (
    INSERT INTO budget (tenant_id, limit_micros, topped_micros) VALUES (app.tenant(), 0, $1)
    ON CONFLICT (tenant_id) DO UPDATE SET topped_micros = budget.topped_micros + $1
    RETURNING tenant_id
)
INSERT INTO ledger (tenant_id, kind, amount_micros, actor, note)
SELECT tenant_id, 'top_up', $1, app.actor(), $2 FROM made

-- Movements, newest first.
-- $1 before bigint
-- $2 most bigint
SELECT ledger_id, extract(epoch FROM at)::bigint AS at, kind, amount_micros, run_id, stage, provider, note,
    app.user_name(actor) AS who
FROM ledger WHERE tenant_id = app.tenant() AND ledger_id < $1 ORDER BY ledger_id DESC LIMIT $2

-- Promises money where the budget allows it; no row: it does not.
-- $1 what text
-- $2 run bigint
-- $3 micros bigint
-- $4 soft bigint: percent of the limit up to which a soft one lets through
WITH taken AS (
    UPDATE budget SET reserved_micros = reserved_micros + $3
    WHERE tenant_id = app.tenant() AND (mode = 'watch' OR spent_micros + reserved_micros + $3
        <= (limit_micros + topped_micros) * CASE mode WHEN 'soft' THEN $4 ELSE 100 END / 100)
    RETURNING tenant_id
), made AS (
    INSERT INTO reservation (tenant_id, what, run_id, amount_micros)
    SELECT tenant_id, $1, $2, $3 FROM taken RETURNING tenant_id, reservation_id
), booked AS (
    INSERT INTO ledger (tenant_id, kind, amount_micros, reservation_id, run_id, actor, note)
    SELECT tenant_id, 'reserve', $3, reservation_id, $2, app.actor(), $1 FROM made
)
SELECT reservation_id FROM made

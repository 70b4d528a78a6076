-- Promises more money to a reservation that is open, where the budget allows it; no row: it does not.
-- $1 what text
-- $2 reservation bigint
-- $3 micros bigint
-- $4 soft bigint: percent of the limit up to which a soft one lets through
WITH taken AS (
    UPDATE budget SET reserved_micros = reserved_micros + $3
    WHERE tenant_id = app.tenant() AND (mode = 'watch' OR spent_micros + reserved_micros + $3
        <= (limit_micros + topped_micros) * CASE mode WHEN 'soft' THEN $4 ELSE 100 END / 100)
    RETURNING tenant_id
), more AS (
    UPDATE reservation v SET amount_micros = v.amount_micros + $3 FROM taken t
    WHERE v.tenant_id = t.tenant_id AND v.reservation_id = $2
    RETURNING v.tenant_id, v.reservation_id, v.run_id
), booked AS (
    INSERT INTO ledger (tenant_id, kind, amount_micros, reservation_id, run_id, actor, note)
    SELECT tenant_id, 'reserve', $3, reservation_id, run_id, app.actor(), $1 FROM more
)
SELECT reservation_id FROM more

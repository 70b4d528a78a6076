-- Books what was billed: out of the reservation as far as it covers it, the rest as an overrun.
-- $1 reservation bigint
-- $2 held bigint: what had been held for it
-- $3 micros bigint: the bill
-- $4 stage text
-- $5 provider text
-- $6 note text
WITH before AS (
    SELECT tenant_id, reservation_id, run_id, closed_at IS NULL AS open,
        CASE WHEN closed_at IS NULL
            THEN least($3, amount_micros - used_micros - greatest(0, held_micros - $2)) ELSE 0 END AS covered
    FROM reservation WHERE tenant_id = app.tenant() AND reservation_id = $1 FOR UPDATE
), used AS (
    UPDATE reservation v SET held_micros = greatest(0, v.held_micros - $2),
        used_micros = v.used_micros + b.covered
    FROM before b WHERE v.tenant_id = b.tenant_id AND v.reservation_id = b.reservation_id AND b.open
), spent AS (
    UPDATE budget g SET reserved_micros = g.reserved_micros - b.covered,
        spent_micros = g.spent_micros + $3
    FROM before b WHERE g.tenant_id = b.tenant_id AND $3 > 0
)
INSERT INTO ledger (tenant_id, kind, amount_micros, reservation_id, run_id, stage, provider, note, actor)
SELECT b.tenant_id, kind, amount, b.reservation_id, b.run_id, $4, $5, $6, app.actor()
FROM before b CROSS JOIN LATERAL (VALUES ('settle', b.covered), ('overrun', $3 - b.covered)) AS x(kind, amount)
WHERE amount > 0

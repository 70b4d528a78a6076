-- Holds a part of a run's reservation for work that begins.
-- $1 run bigint
-- $2 micros bigint
UPDATE reservation v SET held_micros = v.held_micros + $2 FROM pipeline_run r
WHERE r.tenant_id = app.tenant() AND r.run_id = $1 AND v.tenant_id = r.tenant_id
    AND v.reservation_id = r.reservation_id AND v.closed_at IS NULL
    AND v.held_micros + v.used_micros + $2 <= v.amount_micros

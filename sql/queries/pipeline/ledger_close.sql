-- Gives back what a reservation did not use.
-- $1 reservation bigint
SELECT app.reservation_close(app.tenant(), $1)

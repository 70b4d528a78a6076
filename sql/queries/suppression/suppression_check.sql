-- THE gate: places (from 1) of the addresses that must not be contacted, with the reason.
-- $1 emails text[], $2 hashes text[]
SELECT place, reason FROM app.suppressed($1::text[], $2::text[])

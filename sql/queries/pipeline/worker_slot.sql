-- Takes one of a host's worker slots for this connection.
-- $1 host text
-- $2 slot integer
SELECT pg_try_advisory_lock(hashtext('leadgen worker ' || $1), $2::integer)::integer

-- Gives leases back: the servers are left alone for some seconds more. Forgets those of last week.
-- $1 hosts text[], $2 seconds of rest bigint
WITH old AS (
    DELETE FROM mail_lease WHERE free_at < now() - interval '7 days'
)
UPDATE mail_lease SET free_at = clock_timestamp() + $2::bigint * interval '1 second'
WHERE host = ANY ($1::text[]);

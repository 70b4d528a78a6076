-- Takes the leases of those mail servers that are free, in one order so that no two wait for each other.
-- $1 hosts text[], $2 seconds bigint
INSERT INTO mail_lease AS l (host, free_at)
SELECT h, clock_timestamp() + $2::bigint * interval '1 second'
FROM unnest($1::text[]) AS h GROUP BY h ORDER BY h
ON CONFLICT (host) DO UPDATE SET free_at = excluded.free_at WHERE l.free_at < clock_timestamp()
RETURNING l.host;

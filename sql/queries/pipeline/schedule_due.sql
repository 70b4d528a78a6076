-- The tasks that are due, and by how many seconds they are late.
SELECT task, extract(epoch FROM now() - next_at)::bigint AS late
FROM schedule WHERE enabled AND next_at <= now() ORDER BY next_at

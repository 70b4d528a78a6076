-- Notes what was found out about domains; catch_all 0 leaves what is known.
-- $1 domains text[], $2 routes bigint[], $3 hosts text[], $4 catch_all bigint[]
INSERT INTO email_domain AS d (tenant_id, domain, route, host, catch_all, catch_all_at)
SELECT app.tenant(), n.domain, n.route, n.host, n.catch_all, CASE WHEN n.catch_all > 0 THEN now() END
FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[])
    AS n(domain, route, host, catch_all)
ORDER BY n.domain
ON CONFLICT (tenant_id, domain) DO UPDATE SET route = excluded.route, host = excluded.host,
    asked_at = now(),
    catch_all = CASE WHEN excluded.catch_all > 0 THEN excluded.catch_all ELSE d.catch_all END,
    catch_all_at = coalesce(excluded.catch_all_at, d.catch_all_at);

-- What is known of domains. A route that the DNS gave is good for a week, that there is none for a day,
-- silence for ten minutes; whether a server takes everything for 30 days.
-- $1 domains text[]
SELECT d.domain, CASE WHEN d.asked_at > now() - CASE d.route WHEN 1 THEN interval '7 days'
            WHEN 6 THEN interval '10 minutes' ELSE interval '1 day' END
        THEN d.route ELSE 0 END AS route, d.host,
    CASE WHEN d.catch_all_at > now() - interval '30 days' THEN d.catch_all ELSE 0 END AS catch_all
FROM unnest($1::text[]) AS n(domain)
CROSS JOIN LATERAL (SELECT d.domain, d.asked_at, d.route, d.host, d.catch_all,
        d.catch_all_at FROM email_domain d WHERE d.tenant_id = app.tenant()
    AND d.domain = n.domain OFFSET 0) AS d;

-- What the last 30 days cost, by stage and service.
SELECT coalesce(stage, '') AS stage, coalesce(provider, '') AS provider, count(*) AS n,
    sum(amount_micros)::bigint AS micros
FROM ledger WHERE tenant_id = app.tenant() AND kind IN ('settle', 'overrun') AND at > now() - interval '30 days'
GROUP BY 1, 2 ORDER BY 4 DESC LIMIT 100

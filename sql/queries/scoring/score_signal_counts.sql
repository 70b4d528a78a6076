-- At how many companies each signal was found, with those that people find wrong.
SELECT s.signal, count(*) AS companies,
    count(*) FILTER (WHERE v.is_right IS FALSE) AS wrong
FROM score c CROSS JOIN LATERAL unnest(c.signals) AS s(signal)
LEFT JOIN score_verdict v ON v.tenant_id = app.tenant() AND v.company_id = c.company_id AND v.signal = s.signal
WHERE c.tenant_id = app.tenant() GROUP BY s.signal;

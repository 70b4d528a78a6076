-- Which stages are missing for people.
-- $1 campaign bigint
-- $2 ids bigint[]
SELECT DISTINCT s.stage FROM app.campaign_readiness($1, $2::bigint[]) r
CROSS JOIN LATERAL unnest(r.of_company || r.of_person) AS s(stage)

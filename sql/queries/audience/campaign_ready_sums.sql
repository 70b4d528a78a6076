-- How ready the people of a campaign are.
-- $1 campaign bigint
SELECT count(*) AS people, count(*) FILTER (WHERE ready = 1) AS ready, count(*) FILTER (WHERE ready = 2) AS missing,
    count(*) FILTER (WHERE ready = 3) AS no_way
FROM app.campaign_readiness($1, NULL)

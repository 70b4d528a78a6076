-- Where the people of a campaign are; '' for unknown.
-- $1 campaign bigint
SELECT coalesce(country, '') AS country, count(*) AS people FROM app.campaign_people($1, NULL) WHERE NOT gone GROUP BY 1

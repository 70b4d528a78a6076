-- The companies of a campaign's people.
-- $1 campaign bigint
SELECT DISTINCT company_id AS id FROM app.campaign_people($1, NULL) WHERE company_id IS NOT NULL

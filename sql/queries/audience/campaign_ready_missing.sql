-- Whose research is missing.
-- $1 campaign bigint
-- $2 most bigint
SELECT contact_id AS id FROM app.campaign_readiness($1, NULL) WHERE ready = 2 ORDER BY contact_id LIMIT $2

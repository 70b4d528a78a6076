-- The score of a company.
-- $1 company_id bigint
SELECT c.version, c.total::bigint AS total, c.tier, c.maturity, c.pages::bigint AS pages,
    array_to_string(c.signals, ' ') AS signals, array_to_string(c.points, ' ') AS points,
    array_to_string(c.places, ' ') AS places, (extract(epoch FROM c.scored_at) * 1000)::bigint AS scored_ms
FROM score c WHERE c.tenant_id = app.tenant() AND c.company_id = $1;

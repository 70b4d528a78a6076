-- Takes the leases of those web sites that nobody else asks just now.
-- $1 hosts text[], $2 holder text, $3 seconds bigint
SELECT app.site_claim($1, $2, $3::bigint::integer) AS host;

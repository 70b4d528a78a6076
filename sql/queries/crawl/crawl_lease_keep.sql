-- Keeps the leases of a holder.
-- $1 holder text, $2 seconds bigint
SELECT app.site_keep($1, $2::bigint::integer);

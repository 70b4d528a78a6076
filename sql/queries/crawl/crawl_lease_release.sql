-- Gives leases back, each with the rest that its site wants.
-- $1 hosts text[], $2 rests in milliseconds bigint[], $3 holder text
SELECT app.site_release($1, $2, $3);

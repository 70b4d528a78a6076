-- Companies whose evidence is another one than what is written.
-- $1 company ids bigint[], $2 digests of the evidence bigint[]
SELECT n.company_id FROM unnest($1::bigint[], $2::bigint[]) AS n(company_id, digest)
LEFT JOIN score c ON c.tenant_id = app.tenant() AND c.company_id = n.company_id
WHERE c.digest IS DISTINCT FROM n.digest
ORDER BY n.company_id;

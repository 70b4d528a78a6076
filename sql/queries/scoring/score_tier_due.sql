-- How many companies get another tier: those that have none, or the one that scoring gave them.
-- $1 company ids bigint[], $2 tier of each text[]
SELECT count(*) FROM unnest($1::bigint[], $2::text[]) AS n(company_id, tier)
JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = n.company_id
LEFT JOIN score c ON c.tenant_id = app.tenant() AND c.company_id = n.company_id
WHERE o.deleted_at IS NULL AND n.tier <> '' AND (o.tier IS NULL OR o.tier = c.tier_set)
    AND o.tier IS DISTINCT FROM n.tier;

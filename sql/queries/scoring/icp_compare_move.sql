-- Notes companies that would change their tier.
-- $1 version bigint, $2 company ids bigint[], $3 totals before text[], $4 totals after bigint[]
-- $5 tiers before text[], $6 tiers after text[]
INSERT INTO icp_compare_move (tenant_id, version, company_id, total_before, total_after, tier_before, tier_after)
SELECT app.tenant(), $1, m.id, m.before::integer, m.after, m.tier_before, m.tier_after
FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[])
    AS m(id, before, after, tier_before, tier_after)
ON CONFLICT DO NOTHING;

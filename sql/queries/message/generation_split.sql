-- Gives each person of a campaign who has none a variant by chance, as many each.
-- $1 campaign bigint
-- $2 variants bigint
WITH had AS (
    SELECT v.variant, count(x.contact_id) AS n FROM generate_series(1, $2) AS v(variant)
    LEFT JOIN campaign_person x ON x.tenant_id = app.tenant() AND x.campaign_id = $1 AND x.variant = v.variant
        AND x.state <> 'excluded'
    GROUP BY v.variant
), fresh AS (
    SELECT x.contact_id, row_number() OVER (ORDER BY random()) AS place FROM campaign_person x
    WHERE x.tenant_id = app.tenant() AND x.campaign_id = $1 AND x.variant IS NULL AND x.state <> 'excluded'
), seat AS (
    -- The seats of all variants, those of the ones with the fewest people first.
    SELECT h.variant, row_number() OVER (ORDER BY h.n + s.n, random()) AS place
    FROM had h CROSS JOIN generate_series(1, (SELECT count(*) FROM fresh)) AS s(n)
)
UPDATE campaign_person x SET variant = s.variant FROM fresh f JOIN seat s USING (place)
WHERE x.tenant_id = app.tenant() AND x.campaign_id = $1 AND x.contact_id = f.contact_id

-- Writes the scores of companies: the company's score and, where no person chose another one, its tier
-- with a row in the change log; the score itself; its history where it became another one.
-- $1 company ids bigint[], $2 totals bigint[], $3 keys of tiers text[], $4 keys of maturity text[]
-- $5 tiers to give text[], $6 their codes bigint[], $7 signals text[], $8 points text[], $9 places text[]
-- $10 pages bigint[], $11 version bigint, $12 change_set_id bigint, $13 the tier's bit bigint
-- $14 digests of the evidence bigint[]
WITH new AS MATERIALIZED (
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[],
        $7::text[], $8::text[], $9::text[], $10::bigint[], $14::bigint[])
        AS n(company_id, total, tier, maturity, gives, code, signals, points, places, pages, digest)
), seen AS MATERIALIZED (
    SELECT n.*, o.tier AS tier_now, c.total AS total_before, c.tier AS tier_before,
        $12::bigint IS NOT NULL AND n.gives <> '' AND (o.tier IS NULL OR o.tier = c.tier_set)
            AND o.tier IS DISTINCT FROM n.gives AS moves,
        n.gives <> '' AND (o.tier IS NULL OR o.tier = c.tier_set) AS ours,
        o.score IS DISTINCT FROM n.total AS other
    FROM new n
    JOIN company o ON o.tenant_id = app.tenant() AND o.company_id = n.company_id AND o.deleted_at IS NULL
    LEFT JOIN score c ON c.tenant_id = app.tenant() AND c.company_id = n.company_id
    ORDER BY n.company_id FOR NO KEY UPDATE OF o
), written AS (
    UPDATE company o SET score = s.total,
        tier = CASE WHEN s.moves THEN s.gives ELSE o.tier END,
        codes = o.codes[:6] || CASE WHEN s.moves THEN s.code::smallint ELSE o.codes[7] END
            || o.codes[8:11] || app.score_code(s.total::integer) || o.codes[13:],
        updated_at = CASE WHEN s.moves THEN now() ELSE o.updated_at END,
        version = o.version + CASE WHEN s.moves THEN 1 ELSE 0 END
    FROM seen s
    WHERE o.tenant_id = app.tenant() AND o.company_id = s.company_id AND (s.moves OR s.other)
), logged AS (
    INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
    SELECT app.tenant(), 1, s.company_id, $12, 'u', $13,
        jsonb_strip_nulls(jsonb_build_object('tier', s.tier_now)), clock_timestamp()
    FROM seen s WHERE s.moves
), remembered AS (
    INSERT INTO score_history (tenant_id, company_id, version, total, tier)
    SELECT app.tenant(), s.company_id, $11, s.total, s.tier FROM seen s
    WHERE s.total_before IS DISTINCT FROM s.total OR s.tier_before IS DISTINCT FROM s.tier
    ON CONFLICT (tenant_id, company_id, scored_at) DO UPDATE
        SET version = excluded.version, total = excluded.total, tier = excluded.tier
)
INSERT INTO score AS c (tenant_id, company_id, version, total, tier, maturity, tier_set, signals, points,
    places, pages, digest)
SELECT app.tenant(), s.company_id, $11, s.total, s.tier, nullif(s.maturity, ''),
    CASE WHEN s.ours THEN s.gives END, s.signals::text[], s.points::smallint[], s.places::integer[],
    s.pages, s.digest
FROM seen s
ON CONFLICT (tenant_id, company_id) DO UPDATE SET version = excluded.version, total = excluded.total,
    tier = excluded.tier, maturity = excluded.maturity, tier_set = excluded.tier_set,
    signals = excluded.signals, points = excluded.points, places = excluded.places,
    pages = excluded.pages, digest = excluded.digest, scored_at = now();

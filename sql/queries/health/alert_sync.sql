-- Makes the open alerts these: new ones are raised, known ones were seen once more, others are over.
-- $1 codes text[]
-- $2 subjects text[]
-- $3 levels text[]
-- $4 titles text[]
-- $5 details text[]
WITH seen AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
        AS s(code, subject, level, title, detail)
), over AS (
    UPDATE health_alert SET resolved_at = now()
    WHERE tenant_id = app.tenant() AND resolved_at IS NULL
        AND (code, subject) NOT IN (SELECT code, subject FROM seen)
)
INSERT INTO health_alert (tenant_id, code, subject, level, title, detail)
SELECT app.tenant(), code, subject, level, title, detail FROM seen
ON CONFLICT (tenant_id, code, subject) WHERE resolved_at IS NULL DO UPDATE
    SET times = health_alert.times + 1, last_at = now(), level = excluded.level, title = excluded.title,
        detail = excluded.detail

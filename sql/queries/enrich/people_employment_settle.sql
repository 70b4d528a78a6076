-- What the pages of a company say of who works there: seen is there; gone from all pages that ever showed
-- them, at two looks, has probably left. What a person said of it stays.
-- $1 company_id bigint
WITH told AS (
    SELECT contact_id, bool_or(missed = 0) AS here, bool_and(missed >= 2) AS away, max(seen_at) AS seen
    FROM contact_sighting WHERE tenant_id = app.tenant() AND company_id = $1 GROUP BY contact_id
), news AS (
    SELECT o.contact_id, t.seen, CASE WHEN t.here AND o.employment IN (0, 2) THEN 1
        WHEN t.away AND o.employment IN (0, 1) THEN 2 ELSE o.employment END AS employment
    FROM contact o JOIN told t ON t.contact_id = o.contact_id
    WHERE o.tenant_id = app.tenant() AND o.company_id = $1 AND o.deleted_at IS NULL
)
UPDATE contact o SET employment = n.employment, last_seen_at = greatest(o.last_seen_at, n.seen),
    updated_at = CASE WHEN o.employment = n.employment THEN o.updated_at ELSE now() END
FROM news n
WHERE o.tenant_id = app.tenant() AND o.contact_id = n.contact_id
    AND (o.employment <> n.employment OR o.last_seen_at IS DISTINCT FROM greatest(o.last_seen_at, n.seen));

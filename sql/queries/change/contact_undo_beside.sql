-- Gives back what a set changed beside the fields (when facts were checked, whose duplicate a record is,
-- what it was merged into), where that still stands.
-- $1 change_set_id bigint, $2 record ids bigint[]
-- $3 only those that are nobody's duplicate afterwards boolean; else only the others
WITH was AS (
    SELECT c.record_id, c.previous -> 'beside' AS b FROM change c
    WHERE c.tenant_id = app.tenant() AND c.entity = 2 AND c.change_set_id = $1
        AND c.record_id = ANY ($2::bigint[]) AND c.previous ? 'beside'
), after AS (
    SELECT o.contact_id,
        CASE WHEN o.checked_at = (w.b -> 'checked_at' ->> 1)::timestamptz
            THEN (w.b -> 'checked_at' ->> 0)::timestamptz ELSE o.checked_at END AS checked_at,
        CASE WHEN w.b ? 'duplicate_of'
                AND o.duplicate_of IS NOT DISTINCT FROM (w.b -> 'duplicate_of' ->> 1)::bigint
            THEN (w.b -> 'duplicate_of' ->> 0)::bigint ELSE o.duplicate_of END AS duplicate_of,
        CASE WHEN w.b ? 'merged_into'
                AND o.merged_into IS NOT DISTINCT FROM (w.b -> 'merged_into' ->> 1)::bigint
            THEN (w.b -> 'merged_into' ->> 0)::bigint ELSE o.merged_into END AS merged_into,
        coalesce(w.b -> 'duplicate_of' -> 0 = 'null', false) AS frees
    FROM was w JOIN contact o ON o.tenant_id = app.tenant() AND o.contact_id = w.record_id
)
UPDATE contact o SET checked_at = a.checked_at, duplicate_of = a.duplicate_of,
    merged_into = a.merged_into, updated_at = now(), version = o.version + 1
FROM after a
WHERE o.tenant_id = app.tenant() AND o.contact_id = a.contact_id AND a.frees = $3
    AND (a.checked_at <> o.checked_at OR a.duplicate_of IS DISTINCT FROM o.duplicate_of
        OR a.merged_into IS DISTINCT FROM o.merged_into);

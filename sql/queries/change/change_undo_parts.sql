-- What a set did to the tags, lists and owners of records and nobody has taken back, in parts of records
-- that follow each other: for an undo that works some of them side by side. Nothing of a merge, whose
-- records need each other, and of an undo.
-- $1 change_set_id bigint, $2 fields of companies bigint, $3 fields of contacts bigint
-- $4 most rows of a part bigint
SELECT r.entity, min(r.record_id) AS first, max(r.record_id) AS last
FROM (SELECT c.entity, c.record_id,
        (row_number() OVER (PARTITION BY c.entity ORDER BY c.record_id) - 1) / $4::bigint AS part
    FROM change_set s
    JOIN change c ON c.tenant_id = s.tenant_id AND c.change_set_id = s.change_set_id
    WHERE s.tenant_id = app.tenant() AND s.change_set_id = $1 AND s.kind <> 'merge' AND s.undoes IS NULL
        AND c.kind = 'u' AND c.voided = 0 AND c.fields <> 0
        AND c.fields & ~CASE c.entity WHEN 1 THEN $2::bigint ELSE $3::bigint END = 0) AS r
GROUP BY r.entity, r.part
ORDER BY r.entity DESC, r.part;

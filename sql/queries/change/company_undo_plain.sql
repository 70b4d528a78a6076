-- Takes back what a set did to the tags, lists and owner of companies, and writes the log: only of
-- those of which it changed nothing else, once, and nobody changed the same since. Nothing follows from
-- these fields, so nothing else needs to be looked at. Says how many; what somebody changes in this very
-- moment is left alone.
-- $1 change_set_id bigint, $2 undo set bigint, $3 first record bigint, $4 last record bigint
-- $5 bit of the tags bigint, $6 bit of the lists bigint, $7 bit of the owner bigint
WITH begun AS MATERIALIZED (
    SELECT s.created_at FROM change_set s WHERE s.tenant_id = app.tenant() AND s.change_set_id = $1
), there AS MATERIALIZED (
    SELECT c.*, o.*
    -- OFFSET 0: one look-up a record by its key, whatever the planner thinks of their number
    FROM (SELECT c.record_id, c.ctid AS row_place, c.at, c.fields, c.previous
        FROM change c
        WHERE c.tenant_id = app.tenant() AND c.change_set_id = $1 AND c.entity = 1
            AND c.record_id BETWEEN $3 AND $4::bigint AND c.at >= (SELECT b.created_at FROM begun b)
            AND c.kind = 'u' AND c.voided = 0 AND c.fields <> 0
            AND c.fields & ~($5::bigint | $6::bigint | $7::bigint) = 0 OFFSET 0) AS c
    CROSS JOIN LATERAL (SELECT o.ctid AS place, o.version, o.tag_ids, o.list_ids, o.owner_id, o.deleted_at
        FROM company o WHERE o.tenant_id = app.tenant() AND o.company_id = c.record_id OFFSET 0) AS o
    WHERE o.deleted_at IS NULL AND NOT coalesce(c.previous ?| '{beside,moved_notes}', false)
        -- in the order of the primary key: else the planner may take the other index, which begins with the set,
        -- where it knows nothing of the workspace yet
        AND (SELECT count(*) FROM (SELECT FROM change x
            WHERE x.tenant_id = app.tenant() AND x.entity = 1 AND x.record_id = c.record_id
                AND x.at >= (SELECT b.created_at FROM begun b)
                AND CASE WHEN x.change_set_id = $1 THEN x.at <> c.at
                    ELSE x.at >= c.at AND x.fields & ~x.voided & c.fields <> 0 END
            ORDER BY x.change_set_id, x.at OFFSET 0) AS x) = 0
), written AS (
    UPDATE company o SET
        tag_ids = CASE WHEN w.fields & $5 <> 0
            THEN translate(w.previous ->> 'tag_ids', '[]', '{}')::bigint[] ELSE w.tag_ids END,
        list_ids = CASE WHEN w.fields & $6 <> 0
            THEN translate(w.previous ->> 'list_ids', '[]', '{}')::bigint[] ELSE w.list_ids END,
        owner_id = CASE WHEN w.fields & $7 <> 0 THEN (w.previous ->> 'owner_id')::bigint ELSE w.owner_id END,
        updated_at = now(), version = o.version + 1
    FROM there w
    -- by its place, which is the same throughout one statement; the version says whether somebody was quicker
    WHERE o.ctid = w.place AND o.tenant_id = app.tenant() AND o.version = w.version
    RETURNING o.company_id, w.row_place, w.at, w.fields, jsonb_strip_nulls(jsonb_build_object(
        'tag_ids', CASE WHEN w.fields & $5 <> 0 THEN w.tag_ids END,
        'list_ids', CASE WHEN w.fields & $6 <> 0 THEN w.list_ids END,
        'owner_id', CASE WHEN w.fields & $7 <> 0 THEN w.owner_id END)) AS previous
), logged AS (
    INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at, voided)
    SELECT app.tenant(), 1, x.company_id, $2, 'u', x.fields, x.previous, clock_timestamp(), x.fields
    FROM written x
), voided AS (
    UPDATE change c SET voided = x.fields FROM written x
    WHERE c.ctid = x.row_place AND c.at = x.at AND c.tenant_id = app.tenant()
)
SELECT count(*) AS taken FROM written;

-- Does a bulk action to a slice of its contacts and writes the log: only to those that it changes.
-- Says how many are there, how many had to change and how many did; others that somebody changed in
-- this very moment are left for another round.
-- $1 bulk_id bigint, $2 first place bigint, $3 last place bigint, $4 act text
-- $5 labels bigint[], $6 owner_id bigint, $7 choice text, $8 its place in codes bigint
-- $9 its code bigint, $10 the field's bit bigint
WITH there AS MATERIALIZED (
    SELECT o.*, CASE $4
        WHEN 'tag' THEN (o.tag_ids @> $5::bigint[]) IS NOT TRUE
        WHEN 'untag' THEN o.tag_ids && $5::bigint[]
        WHEN 'list' THEN (o.list_ids @> $5::bigint[]) IS NOT TRUE
        WHEN 'unlist' THEN o.list_ids && $5::bigint[]
        WHEN 'owner' THEN o.owner_id IS DISTINCT FROM $6
        WHEN 'status' THEN o.status IS DISTINCT FROM $7
        WHEN 'check' THEN o.checked_at <> now()
        ELSE $4 = 'delete' END AS due
    FROM bulk b
    CROSS JOIN LATERAL unnest(b.ids[$2::bigint::integer:$3::bigint::integer]) AS i(id)
    -- OFFSET 0 and no word of deleted_at inside: one look-up a record by its key, in the order of the
    -- ids, whatever the planner thinks of their number
    CROSS JOIN LATERAL (SELECT o.ctid AS place, o.version, o.tag_ids, o.list_ids, o.owner_id, o.status,
            o.checked_at, o.deleted_at, b.change_set_id
        FROM contact o WHERE o.tenant_id = app.tenant() AND o.contact_id = i.id OFFSET 0) AS o
    WHERE b.tenant_id = app.tenant() AND b.bulk_id = $1 AND o.deleted_at IS NULL
), written AS (
    UPDATE contact o SET
        tag_ids = CASE $4 WHEN 'tag' THEN w.tag_ids || CASE WHEN w.tag_ids && $5::bigint[]
                THEN ARRAY(SELECT l FROM unnest($5::bigint[]) AS l WHERE l <> ALL (w.tag_ids))
                ELSE $5::bigint[] END
            WHEN 'untag' THEN nullif(ARRAY(SELECT l FROM unnest(w.tag_ids) AS l
                WHERE l <> ALL ($5::bigint[])), '{}')
            ELSE w.tag_ids END,
        list_ids = CASE $4 WHEN 'list' THEN w.list_ids || CASE WHEN w.list_ids && $5::bigint[]
                THEN ARRAY(SELECT l FROM unnest($5::bigint[]) AS l WHERE l <> ALL (w.list_ids))
                ELSE $5::bigint[] END
            WHEN 'unlist' THEN nullif(ARRAY(SELECT l FROM unnest(w.list_ids) AS l
                WHERE l <> ALL ($5::bigint[])), '{}')
            ELSE w.list_ids END,
        owner_id = CASE $4 WHEN 'owner' THEN $6 ELSE w.owner_id END,
        status = CASE $4 WHEN 'status' THEN $7 ELSE w.status END,
        codes = CASE WHEN $8::bigint > 0 THEN o.codes[:$8::bigint::integer - 1] || $9::bigint::smallint
            || o.codes[$8::bigint::integer + 1:] ELSE o.codes END,
        checked_at = CASE $4 WHEN 'check' THEN now() ELSE o.checked_at END,
        deleted_at = CASE $4 WHEN 'delete' THEN now() END,
        updated_at = now(), version = o.version + 1
    FROM there w
    -- by its place, which is the same throughout one statement; the version says whether somebody was quicker
    WHERE w.due AND o.ctid = w.place AND o.tenant_id = app.tenant() AND o.version = w.version
    RETURNING o.tenant_id, o.contact_id, w.change_set_id, CASE
        WHEN $4 = 'delete' THEN NULL
        WHEN $4 = 'check' THEN jsonb_build_object('beside', jsonb_build_object('checked_at',
            jsonb_build_array(w.checked_at, now())))
        WHEN $4 = 'owner' AND w.owner_id IS NOT NULL THEN jsonb_build_object('owner_id', w.owner_id)
        WHEN $4 = 'status' AND w.status IS NOT NULL THEN jsonb_build_object('status', w.status)
        WHEN $4 IN ('tag', 'untag') AND w.tag_ids IS NOT NULL THEN jsonb_build_object('tag_ids', w.tag_ids)
        WHEN $4 IN ('list', 'unlist') AND w.list_ids IS NOT NULL THEN jsonb_build_object('list_ids', w.list_ids)
        ELSE '{}' END AS previous
), logged AS (
    INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
    SELECT x.tenant_id, 2, x.contact_id, x.change_set_id, CASE $4 WHEN 'delete' THEN 'd' ELSE 'u' END::"char",
        $10, x.previous, clock_timestamp()
    FROM written x
)
SELECT count(*) AS found, count(*) FILTER (WHERE due) AS due, (SELECT count(*) FROM written) AS written
FROM there;

-- Does a bulk action to a slice of its companies and writes the log: only to those that it changes. Says how
-- many are there, how many had to change and how many did; others that somebody changed in this very
-- moment are left for another round.
-- $1 bulk_id bigint, $2 first place bigint, $3 last place bigint, $4 act text
-- $5 labels bigint[], $6 owner_id bigint, $7 choice text, $8 its place in codes bigint
-- $9 its code bigint, $10 the field's bit bigint
WITH there AS MATERIALIZED (
    SELECT o.* FROM bulk b
    CROSS JOIN LATERAL unnest(b.ids[$2::bigint::integer:$3::bigint::integer]) AS i(id)
    -- OFFSET 0 and no word of deleted_at inside: one look-up a record by its key, in the order of the
    -- ids, whatever the planner thinks of their number
    CROSS JOIN LATERAL (SELECT o.company_id, o.version, o.tag_ids, o.list_ids, o.owner_id, o.status, o.tier,
            o.checked_at, o.deleted_at, b.change_set_id
        FROM company o WHERE o.tenant_id = app.tenant() AND o.company_id = i.id OFFSET 0) AS o
    WHERE b.tenant_id = app.tenant() AND b.bulk_id = $1 AND o.deleted_at IS NULL
), wanted AS MATERIALIZED (
    SELECT o.*,
        CASE $4 WHEN 'tag' THEN o.tag_ids || ARRAY(SELECT l FROM unnest($5::bigint[]) AS l
                WHERE l <> ALL (coalesce(o.tag_ids, '{}')))
            WHEN 'untag' THEN nullif(ARRAY(SELECT l FROM unnest(o.tag_ids) AS l
                WHERE l <> ALL ($5::bigint[])), '{}')
            ELSE o.tag_ids END AS new_tag_ids,
        CASE $4 WHEN 'list' THEN o.list_ids || ARRAY(SELECT l FROM unnest($5::bigint[]) AS l
                WHERE l <> ALL (coalesce(o.list_ids, '{}')))
            WHEN 'unlist' THEN nullif(ARRAY(SELECT l FROM unnest(o.list_ids) AS l
                WHERE l <> ALL ($5::bigint[])), '{}')
            ELSE o.list_ids END AS new_list_ids,
        CASE $4 WHEN 'owner' THEN $6 ELSE o.owner_id END AS new_owner_id,
        CASE $4 WHEN 'status' THEN $7 ELSE o.status END AS new_status,
        CASE $4 WHEN 'tier' THEN $7 ELSE o.tier END AS new_tier
    FROM there o
), due AS MATERIALIZED (
    SELECT w.* FROM wanted w
    WHERE $4 = 'delete' OR ($4 = 'check' AND w.checked_at <> now())
        OR w.new_tag_ids IS DISTINCT FROM w.tag_ids OR w.new_list_ids IS DISTINCT FROM w.list_ids
        OR w.new_owner_id IS DISTINCT FROM w.owner_id OR w.new_status IS DISTINCT FROM w.status OR w.new_tier IS DISTINCT FROM w.tier
), written AS (
    UPDATE company o SET tag_ids = w.new_tag_ids, list_ids = w.new_list_ids, owner_id = w.new_owner_id,
        status = w.new_status, tier = w.new_tier,
        codes = CASE WHEN $8::bigint > 0 THEN o.codes[:$8::bigint::integer - 1] || $9::bigint::smallint
            || o.codes[$8::bigint::integer + 1:] ELSE o.codes END,
        checked_at = CASE $4 WHEN 'check' THEN now() ELSE o.checked_at END,
        deleted_at = CASE $4 WHEN 'delete' THEN now() END,
        updated_at = now(), version = o.version + 1
    FROM due w
    WHERE o.tenant_id = app.tenant() AND o.company_id = w.company_id AND o.version = w.version
    RETURNING o.company_id, w.change_set_id, w.tag_ids, w.list_ids, w.owner_id, w.status, w.tier, w.checked_at
), logged AS (
    INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
    SELECT app.tenant(), 1, x.company_id, x.change_set_id,
        CASE $4 WHEN 'delete' THEN 'd' ELSE 'u' END::"char", $10,
        CASE $4 WHEN 'delete' THEN NULL
            WHEN 'check' THEN jsonb_build_object('beside', jsonb_build_object('checked_at',
                jsonb_build_array(x.checked_at, now())))
            ELSE jsonb_strip_nulls(CASE $4
            WHEN 'owner' THEN jsonb_build_object('owner_id', x.owner_id)
            WHEN 'status' THEN jsonb_build_object('status', x.status)
            WHEN 'tier' THEN jsonb_build_object('tier', x.tier)
            WHEN 'tag' THEN jsonb_build_object('tag_ids', x.tag_ids)
            WHEN 'untag' THEN jsonb_build_object('tag_ids', x.tag_ids)
            ELSE jsonb_build_object('list_ids', x.list_ids) END) END,
        clock_timestamp()
    FROM written x
)
SELECT (SELECT count(*) FROM there) AS found, (SELECT count(*) FROM due) AS due,
    (SELECT count(*) FROM written) AS written;

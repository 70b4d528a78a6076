-- The living of some companies, as snapshot_row.h lists the columns.
-- $1 ids bigint[]
SELECT o.company_id, o.created_us, o.updated_us, o.checked_us, o.codes, o.owner_id, o.tag_ids, o.list_ids, o.source,
    o.search, o.sort_name, o.custom
FROM (SELECT DISTINCT w.id FROM unnest($1::bigint[]) AS w(id) ORDER BY w.id) AS i
-- OFFSET 0 and no word of deleted_at inside: one look-up a record by its key, however many they are
CROSS JOIN LATERAL (SELECT c.company_id, (date_part('epoch', c.created_at) * 1000000)::bigint AS created_us,
        (date_part('epoch', c.updated_at) * 1000000)::bigint AS updated_us,
        (date_part('epoch', c.checked_at) * 1000000)::bigint AS checked_us,
        c.codes, c.owner_id, c.tag_ids, c.list_ids, c.source, c.search, c.sort_name, c.custom, c.deleted_at
    FROM company c WHERE c.tenant_id = app.tenant() AND c.company_id = i.id OFFSET 0) AS o
WHERE o.deleted_at IS NULL;

-- The living contacts of some companies, as snapshot_row.h lists the columns.
-- $1 ids of companies bigint[]
SELECT o.contact_id, (date_part('epoch', o.created_at) * 1000000)::bigint AS created_us,
    (date_part('epoch', o.updated_at) * 1000000)::bigint AS updated_us,
    (date_part('epoch', o.checked_at) * 1000000)::bigint AS checked_us,
    o.codes, o.owner_id, o.tag_ids, o.list_ids, o.source, o.search, o.sort_name, o.custom,
    o.email, o.company_id, o.title_key, o.job_title
FROM contact o
WHERE o.tenant_id = app.tenant() AND o.company_id = ANY ($1::bigint[]) AND o.deleted_at IS NULL;

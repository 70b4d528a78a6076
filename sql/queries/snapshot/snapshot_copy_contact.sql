-- unprepared: COPY; the living contacts of the tenant by id, as snapshot_row.h lists the columns.
COPY (SELECT o.contact_id, (date_part('epoch', o.created_at) * 1000000)::bigint,
    (date_part('epoch', o.updated_at) * 1000000)::bigint,
    (date_part('epoch', o.checked_at) * 1000000)::bigint,
    o.codes, o.owner_id, o.tag_ids, o.list_ids, o.source, o.search, o.sort_name, o.custom,
    o.email, o.company_id, o.title_key, o.job_title
    FROM contact o WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL
    ORDER BY o.contact_id) TO STDOUT;

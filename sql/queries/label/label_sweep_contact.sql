-- Takes an id or a custom value out of some contacts, or puts another in its place, and logs it. What
-- somebody else changed meanwhile, so that it no longer applies, stays.
-- $1 what text, $2 id bigint, $3 key text, $4 values jsonb, $5 other id bigint (0: none)
-- $6 record ids bigint[], $7 change_set_id bigint, $8 field's bit bigint
WITH hit AS MATERIALIZED (
    SELECT contact_id, owner_id, tag_ids, list_ids, custom
    FROM contact
    WHERE tenant_id = app.tenant() AND contact_id = ANY ($6::bigint[]) AND CASE $1::text
        WHEN 'tag' THEN $2::bigint = ANY (tag_ids)
        WHEN 'list' THEN $2::bigint = ANY (list_ids)
        WHEN 'owner' THEN owner_id = $2::bigint
        ELSE custom ? $3::text AND ($4::jsonb IS NULL OR $4::jsonb ? (custom ->> $3::text)) END
    ORDER BY contact_id FOR UPDATE
), logged AS (
    INSERT INTO change (tenant_id, entity, record_id, change_set_id, kind, fields, previous, at)
    SELECT app.tenant(), 2, h.contact_id, $7, 'u', $8, CASE $1::text
            WHEN 'tag' THEN jsonb_build_object('tag_ids', h.tag_ids)
            WHEN 'list' THEN jsonb_build_object('list_ids', h.list_ids)
            WHEN 'owner' THEN jsonb_build_object('owner_id', h.owner_id)
            ELSE jsonb_build_object('custom', h.custom) END,
        clock_timestamp()
    FROM hit h
)
UPDATE contact SET
    owner_id = CASE $1::text WHEN 'owner' THEN nullif($5::bigint, 0) ELSE h.owner_id END,
    tag_ids = CASE WHEN $1::text <> 'tag' THEN h.tag_ids
        WHEN $5::bigint = 0 OR $5::bigint = ANY (h.tag_ids) THEN nullif(array_remove(h.tag_ids, $2::bigint), '{}')
        ELSE array_replace(h.tag_ids, $2::bigint, $5::bigint) END,
    list_ids = CASE WHEN $1::text <> 'list' THEN h.list_ids
        WHEN $5::bigint = 0 OR $5::bigint = ANY (h.list_ids) THEN nullif(array_remove(h.list_ids, $2::bigint), '{}')
        ELSE array_replace(h.list_ids, $2::bigint, $5::bigint) END,
    custom = CASE WHEN $1::text <> 'custom' THEN h.custom
        WHEN $4::jsonb ->> (h.custom ->> $3::text) IS NULL THEN nullif(h.custom - $3::text, '{}')
        ELSE jsonb_set(h.custom, ARRAY[$3::text], $4::jsonb -> (h.custom ->> $3::text)) END,
    version = contact.version + 1, updated_at = now()
FROM hit h
WHERE contact.tenant_id = app.tenant() AND contact.contact_id = h.contact_id;

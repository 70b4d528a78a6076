-- Contacts found by a text, those first whose name or address begins with it, then a word of the name.
-- $1 found ids bigint[], $2 text, $3 end of what begins so text, $4 text with its last word first, $5 its end text, $6 limit bigint
WITH near AS (
    (SELECT contact_id FROM contact WHERE tenant_id = app.tenant() AND deleted_at IS NULL
        AND sort_name >= $2 AND sort_name < $3 ORDER BY sort_name, contact_id LIMIT $6)
    UNION
    (SELECT contact_id FROM contact WHERE tenant_id = app.tenant() AND deleted_at IS NULL
        AND sort_name >= $4 AND sort_name < $5 ORDER BY sort_name, contact_id LIMIT $6)
    UNION
    (SELECT contact_id FROM contact WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND duplicate_of IS NULL
        AND email_key >= $2 AND email_key < $3 ORDER BY email_key LIMIT $6)
    UNION
    SELECT unnest($1::bigint[])
)
SELECT c.contact_id AS record_id
FROM contact c JOIN near USING (contact_id)
WHERE c.tenant_id = app.tenant() AND c.deleted_at IS NULL
ORDER BY CASE WHEN starts_with(c.name_key, $2) OR starts_with(c.sort_name, $2) OR starts_with(c.sort_name, $4)
            OR starts_with(c.email_key, $2) THEN 0
        WHEN strpos(' ' || c.name_key, ' ' || $2) > 0 THEN 1 ELSE 2 END,
    c.sort_name, c.contact_id
LIMIT $6;

-- A note of the present actor on a record that is there.
-- $1 entity smallint, $2 record_id bigint, $3 body text
INSERT INTO record_note (tenant_id, entity, record_id, author, body)
SELECT app.tenant(), $1::bigint::smallint, $2, app.actor(), $3
WHERE CASE $1::bigint
    WHEN 1 THEN EXISTS (SELECT FROM company c
        WHERE c.tenant_id = app.tenant() AND c.company_id = $2 AND c.deleted_at IS NULL)
    ELSE EXISTS (SELECT FROM contact c
        WHERE c.tenant_id = app.tenant() AND c.contact_id = $2 AND c.deleted_at IS NULL) END
RETURNING record_note_id;

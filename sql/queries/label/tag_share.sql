-- Which of some tags there are; they stay so and keep their names until the transaction ends.
-- $1 ids bigint[]
SELECT tag_id AS id, name, colour
FROM tag WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND tag_id = ANY ($1::bigint[])
ORDER BY tag_id FOR SHARE;

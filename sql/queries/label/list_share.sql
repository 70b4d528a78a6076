-- Which of some lists there are; they stay so and keep their names until the transaction ends.
-- $1 ids bigint[]
SELECT list_id AS id, name, 'grey' AS colour
FROM list WHERE tenant_id = app.tenant() AND deleted_at IS NULL AND list_id = ANY ($1::bigint[])
ORDER BY list_id FOR SHARE;

-- A bulk action begins: on these records (NULL: on those that were chosen), in this change set.
-- $1 bulk_id bigint, $2 ids bigint[], $3 change_set_id bigint, $4 matched bigint
WITH set_job AS (
    UPDATE change_set s SET job_id = b.job_id FROM bulk b
    WHERE b.tenant_id = app.tenant() AND b.bulk_id = $1
        AND s.tenant_id = b.tenant_id AND s.change_set_id = $3
)
UPDATE bulk SET state = 'running', ids = coalesce($2::bigint[], ids), change_set_id = $3, matched = $4
WHERE tenant_id = app.tenant() AND bulk_id = $1;

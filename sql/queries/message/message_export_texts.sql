-- The words of messages: of those nobody changed, and of the others in the version that was approved.
-- $1 from_id bigint, $2 to_id bigint: all between, 0 and 0 for none, $3 first_ids bigint[]
-- $4 other_ids bigint[], $5 other_versions bigint[]
SELECT v.message_id, v.subject, v.body FROM message_version v
WHERE v.tenant_id = app.tenant() AND v.message_id >= $1 AND v.message_id <= $2 AND v.version = 1
UNION ALL
SELECT v.message_id, v.subject, v.body FROM message_version v
WHERE v.tenant_id = app.tenant() AND v.message_id = ANY ($3::bigint[]) AND v.version = 1
UNION ALL
-- one look-up a message, whatever the planner thinks of their number
SELECT v.message_id, v.subject, v.body FROM unnest($4::bigint[], $5::bigint[]) AS k(message_id, version)
CROSS JOIN LATERAL (SELECT v.message_id, v.subject, v.body FROM message_version v WHERE v.tenant_id = app.tenant()
    AND v.message_id = k.message_id AND v.version = k.version OFFSET 0) v

-- The comparison of a version.
-- $1 version bigint
SELECT c.version, c.revision, c.against, c.job_id, c.tally::text AS tally, c.companies,
    (extract(epoch FROM c.started_at) * 1000)::bigint AS started_ms,
    (extract(epoch FROM c.finished_at) * 1000)::bigint AS finished_ms
FROM icp_compare c WHERE c.tenant_id = app.tenant() AND c.version = $1;

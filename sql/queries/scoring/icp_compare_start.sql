-- A comparison begins, or begins again: what an earlier one found goes.
-- $1 version bigint, $2 revision bigint, $3 against bigint, $4 job_id bigint
WITH gone AS (
    DELETE FROM icp_compare_move WHERE tenant_id = app.tenant() AND version = $1
)
INSERT INTO icp_compare AS c (tenant_id, version, revision, against, job_id)
VALUES (app.tenant(), $1, $2, $3, $4)
ON CONFLICT (tenant_id, version) DO UPDATE SET revision = excluded.revision, against = excluded.against,
    job_id = excluded.job_id, tally = NULL, companies = 0, started_at = now(), finished_at = NULL;

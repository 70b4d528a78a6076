-- Claiming a job walks the index of ready jobs in order and takes the first that nobody holds. While the
-- statistics still say that hardly a job is ready, the planner would rather fetch and sort them all, for
-- every claim anew; so it is not given the choice here.
-- low: no ready job has a smaller place; leases: seconds, by kind.
CREATE FUNCTION app.job_claim(low bigint, kinds text[], leases bigint[], by_worker text)
RETURNS TABLE (job_id bigint, place bigint, tenant_id bigint, actor bigint, kind_name text, subject bigint,
    payload jsonb, attempts integer, done bigint, total bigint, cancel_asked boolean)
LANGUAGE plpgsql SET enable_bitmapscan = off SET enable_seqscan = off SET enable_sort = off AS $$
BEGIN
    RETURN QUERY
    WITH picked AS (
        SELECT j.job_id FROM job j
        WHERE j.state = 'ready' AND j.place >= low AND j.kind = ANY (kinds)
        ORDER BY j.place LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE job j SET state = 'running', attempts = j.attempts + 1, worker = by_worker,
        lease_until = now() + make_interval(secs => leases[array_position(kinds, j.kind)]),
        started_at = coalesce(j.started_at, now()), claimed_at = now(), beat_at = now(),
        claimed_done = j.done
    FROM picked WHERE j.job_id = picked.job_id
    RETURNING j.job_id, j.place, j.tenant_id, j.actor, j.kind, j.subject, j.payload, j.attempts, j.done,
        j.total, j.cancel_at IS NOT NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.job_claim(bigint, text[], bigint[], text) TO leadgen_batch;

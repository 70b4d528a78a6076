-- Takes over one job whose lease has run out and that nobody is writing for: claims it for the
-- sweep, which then decides whether it runs again.
-- $1 worker text
-- $2 kinds text[]
UPDATE job SET place = nextval('job_place'), lease_until = now() + interval '1 minute', worker = $1
WHERE job_id = (SELECT job_id FROM job WHERE state = 'running' AND lease_until < now()
                    AND kind = ANY ($2::text[])
                ORDER BY job_id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING job_id, place, tenant_id, actor, kind AS kind_name, subject, payload, attempts, done,
    total, cancel_at IS NOT NULL AS cancel_asked

-- Files away the jobs that have been dead for 90 days.
SELECT count(app.job_file(job_id, 'dead')::text) FROM job
WHERE state = 'dead' AND claimed_at < now() - interval '90 days'

-- Is the job that makes this change set still waiting or at work?
-- $1 change_set_id bigint
SELECT app.job_open('label_sweep', $1)::int::bigint;

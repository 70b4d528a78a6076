-- Lets every job that gave up start afresh; how many those are.
SELECT app.job_retry_dead();

-- Is this message being written anew, or waiting for it?
-- $1 message bigint
SELECT app.job_open('rewrite', $1)::int::bigint

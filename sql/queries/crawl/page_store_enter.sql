-- Works for one tenant until the end of the transaction, which nobody waits for: what is recorded of its
-- pages later is on the disk only when they are.
-- $1 tenant bigint, $2 actor bigint
SELECT app.enter($1, $2), set_config('synchronous_commit', 'off', true)

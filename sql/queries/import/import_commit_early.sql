-- This transaction's commit does not wait for the disk: a batch that a crash of the server takes back is done
-- again, since its rows and the mark behind them go together. The last batch waits for itself and all before it.
SELECT set_config('synchronous_commit', 'off', true)

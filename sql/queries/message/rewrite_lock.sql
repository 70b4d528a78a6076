-- Makes whoever else wants this message written anew wait for this transaction.
-- $1 message bigint
SELECT message_id FROM message WHERE tenant_id = app.tenant() AND message_id = $1 FOR UPDATE

-- unprepared: the transaction sees one moment; nothing may come before.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;

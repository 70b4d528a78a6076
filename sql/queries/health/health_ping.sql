-- Answers 1: the database is there.
SELECT 1::bigint AS one;

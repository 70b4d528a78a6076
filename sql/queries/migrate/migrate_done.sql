-- Has this migration been applied?
-- $1 name text
SELECT count(*) FROM public.migration WHERE name = $1

-- Remembers a migration as applied.
-- $1 name text
INSERT INTO public.migration (name) VALUES ($1)

-- Makes the table that remembers the migrations.
CREATE TABLE IF NOT EXISTS public.migration (
    name text PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
);

-- Exports: what was taken out, by whom, and the file while it is kept. A draft holds a selection whose
-- columns are still to be chosen.
CREATE TABLE record_export (
    tenant_id bigint NOT NULL REFERENCES tenant,
    export_id bigint GENERATED ALWAYS AS IDENTITY,
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT record_export_state CHECK (state IN (
        'draft', 'waiting', 'running', 'done', 'cancelled', 'failed', 'expired')),
    entity smallint NOT NULL CONSTRAINT record_export_entity CHECK (entity IN (1, 2)),
    filter text NOT NULL,       -- as record_filter_text writes it
    picked bigint[],            -- instead of the filter: the records that were selected
    sort text NOT NULL,         -- a name of record_orders
    descending boolean NOT NULL,
    columns text[] NOT NULL,    -- names of record_export_columns
    format text NOT NULL CONSTRAINT record_export_format CHECK (format IN ('csv', 'xlsx')),
    bom boolean NOT NULL,
    unguarded boolean NOT NULL, -- cells that look like formulas stand as they are
    total bigint,               -- rows that matched when it began
    written bigint NOT NULL DEFAULT 0,
    cut bigint NOT NULL DEFAULT 0, -- cells too long for a spreadsheet
    sheets bigint NOT NULL DEFAULT 0,
    size bigint NOT NULL DEFAULT 0, -- bytes of the file
    file text,                  -- key in the file store; NULL before the end and once expired
    error text,                 -- in words, when failed
    job_id bigint,
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, export_id)
);
SELECT app.protect('record_export');

-- By which clock the session's workspace writes times.
CREATE FUNCTION app.tenant_zone() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT time_zone FROM tenant WHERE tenant_id = app.tenant()
$$;
GRANT EXECUTE ON FUNCTION app.tenant_zone() TO leadgen_app, leadgen_batch;

-- Batch only: which of these keys of the file store no row of any tenant names.
CREATE OR REPLACE FUNCTION app.files_unused(keys text[]) RETURNS TABLE (key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.key FROM unnest(keys) AS k(key)
    WHERE NOT EXISTS (SELECT FROM import i WHERE i.file = k.key)
        AND NOT EXISTS (SELECT FROM record_export e WHERE e.file = k.key)
$$;

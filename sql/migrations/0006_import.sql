-- Imports: the uploaded file, how it is read and mapped, the run, and the ledger of its rows.
CREATE TABLE import (
    tenant_id bigint NOT NULL REFERENCES tenant,
    import_id bigint GENERATED ALWAYS AS IDENTITY,
    state text NOT NULL DEFAULT 'uploading' CONSTRAINT import_state CHECK (state IN (
        'uploading', 'uploaded', 'previewing', 'previewed', 'running', 'done', 'cancelled',
        'failed', 'undoing', 'undone', 'expired')),
    filename text NOT NULL CONSTRAINT import_filename_form CHECK (length(filename) BETWEEN 1 AND 255),
    file text,              -- key in the file store; NULL once expired
    size bigint NOT NULL DEFAULT 0,
    received bigint NOT NULL DEFAULT 0, -- bytes that have arrived
    entity smallint CONSTRAINT import_entity CHECK (entity IN (1, 2)),
    dialect jsonb,          -- as detected or changed
    mapping jsonb,          -- columns with target, confidence, reason
    options jsonb,          -- strategy, strategies per field, constants, country, owner, tags, list
    version bigint NOT NULL DEFAULT 1, -- of dialect, mapping and options: two tabs notice each other
    preview_version bigint, -- the version that the preview ledger shows
    preview jsonb,          -- sums of the dry run
    totals jsonb,           -- sums of the run
    done_rows bigint NOT NULL DEFAULT 0,
    mark jsonb,             -- where reading goes on after a crash
    started_at timestamptz,
    finished_at timestamptz,
    job_id bigint,
    change_set_id bigint,
    undo jsonb,             -- what the undo did and what it left, with the reason
    error text,             -- in words, when failed
    repairs bigint,         -- the import whose rejected rows this file holds
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, import_id)
);
SELECT app.protect('import');

-- The ledger: one verdict per data row. phase 0 is the preview, 1 the run. raw is the row as one
-- RFC 4180 line, kept 90 days. changes: field -> [before, after].
CREATE TABLE import_row (
    tenant_id bigint NOT NULL,
    import_id bigint NOT NULL,
    phase smallint NOT NULL,
    row_no bigint NOT NULL,
    line_no bigint NOT NULL,
    verdict "char" NOT NULL, -- c created, u updated, s skipped, r rejected
    reason text NOT NULL,    -- code; src/domain/import/import_reason.c has the words
    detail text,             -- what the words are about: a value, a line number, a name
    company_id bigint,       -- negative in a preview: the row that would create it
    contact_id bigint,
    label text,              -- who the row is about, for the ledger's display
    company_label text,
    changes jsonb,
    flags smallint NOT NULL DEFAULT 0, -- import_flag bits: role, free mail, disposable, ...
    raw text,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, import_id, phase, row_no, at)
) PARTITION BY RANGE (at);
CREATE INDEX import_row_verdict ON import_row (tenant_id, import_id, phase, verdict, row_no)
    WHERE verdict <> 'c';
SELECT app.protect('import_row');
CREATE TABLE import_row_other PARTITION OF import_row DEFAULT;

-- Mappings remembered by tenant and header.
CREATE TABLE import_memory (
    tenant_id bigint NOT NULL REFERENCES tenant,
    signature text NOT NULL,
    entity smallint NOT NULL,
    targets text[] NOT NULL, -- by column
    used_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, signature)
);
SELECT app.protect('import_memory');

-- Statistics for tables that are young: without any the planner takes the look-ups of an import for
-- so cheap that it does not care which index it uses.
CREATE FUNCTION app.analyze_young() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT reltuples < 20000 FROM pg_class WHERE oid = 'company'::regclass) THEN
        ANALYZE company;
    END IF;
    IF (SELECT reltuples < 20000 FROM pg_class WHERE oid = 'contact'::regclass) THEN
        ANALYZE contact;
    END IF;
END $$;
GRANT EXECUTE ON FUNCTION app.analyze_young() TO leadgen_batch;

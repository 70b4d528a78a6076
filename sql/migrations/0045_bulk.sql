-- Acting on many records at once, the trash, merging.

-- One bulk action, from the question what exactly to do until its result. What it acts on is frozen
-- when it is asked: the chosen records, or the filter with how many it matched; the ids that a filter
-- stands for are taken once, when the action begins.
CREATE TABLE bulk (
    tenant_id bigint NOT NULL REFERENCES tenant,
    bulk_id bigint GENERATED ALWAYS AS IDENTITY,
    entity smallint NOT NULL CONSTRAINT bulk_entity CHECK (entity IN (1, 2)),
    act text NOT NULL,       -- src/domain/bulk/bulk.c has the list
    filter text NOT NULL,    -- of the list it came from
    everything boolean NOT NULL, -- all that match the filter; else the ids that were chosen
    counted bigint NOT NULL, -- how many the question said
    absent bigint NOT NULL DEFAULT 0, -- chosen ones that are not there
    label_ids bigint[],      -- tags or lists
    owner_id bigint REFERENCES user_account,
    choice text,             -- of a closed list
    what text,               -- what it does, in words
    state text NOT NULL DEFAULT 'asked' CONSTRAINT bulk_state
        CHECK (state IN ('asked', 'waiting', 'running', 'done', 'cancelled', 'failed')),
    ids bigint[],            -- ascending; emptied at the end
    matched bigint NOT NULL DEFAULT 0, -- how many it found when it ran
    done bigint NOT NULL DEFAULT 0,    -- how many of the ids are behind it
    changed bigint NOT NULL DEFAULT 0, -- how many it changed
    change_set_id bigint,
    job_id bigint,
    error text,
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, bulk_id)
);
ALTER TABLE bulk ALTER COLUMN ids SET STORAGE EXTERNAL; -- read in slices
SELECT app.protect('bulk');

-- The job that writes into a set, while there is one.
ALTER TABLE change_set ADD COLUMN job_id bigint;

-- Room on each page for a second version of some rows, and no index on what every act changes: tags,
-- owners and states are then changed without touching an index.
ALTER TABLE company SET (fillfactor = 85);
ALTER TABLE contact SET (fillfactor = 85);
DROP INDEX company_by_update, contact_by_update;

-- What a record was merged into: old addresses lead there.
ALTER TABLE company ADD COLUMN merged_into bigint;
ALTER TABLE contact ADD COLUMN merged_into bigint;

-- The trash: what is deleted, newest first, until its values are erased for good. Then an empty row is
-- left, so that nothing refers to nowhere.
ALTER TABLE company ADD COLUMN erased_at timestamptz;
ALTER TABLE contact ADD COLUMN erased_at timestamptz;
-- safe: nothing of this is released, so the table is empty
CREATE INDEX company_trash ON company (tenant_id, deleted_at DESC, company_id DESC)
    WHERE deleted_at IS NOT NULL AND erased_at IS NULL;
-- safe: nothing of this is released, so the table is empty
CREATE INDEX contact_trash ON contact (tenant_id, deleted_at DESC, contact_id DESC)
    WHERE deleted_at IS NOT NULL AND erased_at IS NULL;
ALTER TABLE change_set DROP CONSTRAINT change_set_kind;
ALTER TABLE change_set ADD CONSTRAINT change_set_kind CHECK (kind IN (
    'import', 'create', 'edit', 'delete', 'restore', 'bulk', 'merge', 'undo')) NOT VALID;

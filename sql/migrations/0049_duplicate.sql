-- Likely duplicates: pairs that a scan found, each with what speaks for it, until they are merged or a
-- person says that both are right. The lower id stands first.
CREATE TABLE duplicate (
    tenant_id bigint NOT NULL REFERENCES tenant,
    entity smallint NOT NULL CONSTRAINT duplicate_entity CHECK (entity IN (1, 2)),
    low_id bigint NOT NULL,
    high_id bigint NOT NULL,
    reason text NOT NULL, -- code; src/domain/bulk/duplicate.c has the words
    found_at timestamptz NOT NULL DEFAULT now(),
    kept_at timestamptz,  -- somebody said that both are right
    kept_by bigint REFERENCES user_account,
    PRIMARY KEY (tenant_id, entity, low_id, high_id),
    CONSTRAINT duplicate_order CHECK (low_id < high_id)
);
SELECT app.protect('duplicate');

-- When a workspace was last looked through, and the job that does it.
CREATE TABLE duplicate_look (
    tenant_id bigint PRIMARY KEY REFERENCES tenant,
    job_id bigint,
    looked_at timestamptz
);
SELECT app.protect('duplicate_look');

-- Triage: which companies the pipeline goes on with. Rules give a verdict with reasons, a person decides
-- where they cannot, and may decide otherwise where they can. Verdicts: 1 pass, 2 review, 3 disqualify.

-- What a workspace wants, one row a version; the newest counts. Without a row the defaults hold.
CREATE TABLE triage_rules (
    tenant_id bigint NOT NULL REFERENCES tenant,
    version bigint NOT NULL,
    rules jsonb NOT NULL, -- src/domain/triage/triage_rules.h says which
    author bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT triage_rules_version PRIMARY KEY (tenant_id, version)
);
SELECT app.protect('triage_rules');

CREATE TABLE triage (
    tenant_id bigint NOT NULL REFERENCES tenant,
    company_id bigint NOT NULL,
    ruled smallint NOT NULL CONSTRAINT triage_ruled CHECK (ruled IN (1, 2, 3)),
    reasons jsonb NOT NULL,        -- [{code, verdict, text}]
    rules_version bigint NOT NULL, -- 0: the defaults
    ruled_at timestamptz NOT NULL DEFAULT now(),
    decided smallint CONSTRAINT triage_decided CHECK (decided IN (1, 3)),
    decided_by bigint REFERENCES user_account,
    decided_at timestamptz,
    reason text,          -- code; src/domain/triage/triage_queue.c has the words
    change_set_id bigint, -- what the decision changed in the company
    later_at timestamptz, -- put at the end of the queue
    held_by bigint REFERENCES user_account, -- who looks at it, so that the next person gets another one
    held_until timestamptz,
    verdict smallint NOT NULL GENERATED ALWAYS AS (coalesce(decided, ruled)) STORED,
    PRIMARY KEY (tenant_id, company_id),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company
);
CREATE INDEX triage_waiting ON triage (tenant_id, company_id) WHERE decided IS NULL AND ruled = 2;
CREATE INDEX triage_by_decision ON triage (tenant_id, decided_at DESC) WHERE decided IS NOT NULL;
ALTER TABLE triage ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('triage');

-- The job that applies the rules to what is there already.
CREATE TABLE triage_apply (
    tenant_id bigint PRIMARY KEY REFERENCES tenant,
    job_id bigint NOT NULL,
    applied_at timestamptz
);
SELECT app.protect('triage_apply');

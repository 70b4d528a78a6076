-- The definition of the ideal customer in versions, and what it comes to for each company: the score
-- with its evidence. What a document says is written down in src/domain/scoring/icp_model.h.

-- A version is a draft until it is activated for the first time; from then on it never changes.
CREATE TABLE icp_version (
    tenant_id bigint NOT NULL REFERENCES tenant,
    version bigint NOT NULL,
    document jsonb NOT NULL,
    note text NOT NULL DEFAULT '' CONSTRAINT icp_version_note CHECK (length(note) <= 500),
    based_on bigint,             -- the version that it began as
    revision bigint NOT NULL DEFAULT 1, -- counts the changes of a draft
    author bigint REFERENCES user_account, -- NULL: it came with the program
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    activated_at timestamptz,    -- for the last time; NULL: a draft
    activated_by bigint REFERENCES user_account,
    active boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, version)
);
CREATE UNIQUE INDEX icp_version_one_active ON icp_version (tenant_id) WHERE active;
SELECT app.protect('icp_version');

CREATE FUNCTION app.icp_version_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'This version has been active: its signals stay as they were. Start a new version.'
        USING ERRCODE = 'LG003';
END $$;
CREATE TRIGGER icp_version_keep BEFORE UPDATE ON icp_version FOR EACH ROW
    WHEN (OLD.activated_at IS NOT NULL AND (NEW.document IS DISTINCT FROM OLD.document
        OR NEW.activated_at IS NULL OR NEW.version <> OLD.version))
    EXECUTE FUNCTION app.icp_version_keep();
CREATE TRIGGER icp_version_keep_row BEFORE DELETE ON icp_version FOR EACH ROW
    WHEN (OLD.activated_at IS NOT NULL) EXECUTE FUNCTION app.icp_version_keep();

-- The score of a company now.
CREATE TABLE score (
    tenant_id bigint NOT NULL REFERENCES tenant,
    company_id bigint NOT NULL,
    version bigint NOT NULL,     -- of the model
    total integer NOT NULL,
    tier text NOT NULL,          -- key of the model's tier
    maturity text,               -- key of the model's stage of maturity
    tier_set text,               -- what scoring wrote into the company's tier; NULL: a person's is there
    signals text[] NOT NULL,     -- keys of what was found,
    points smallint[] NOT NULL,  -- what each gave,
    places integer[] NOT NULL,   -- and in how many places
    pages integer NOT NULL,      -- that were read
    digest bigint NOT NULL DEFAULT 0, -- of the evidence: the same is not written again
    scored_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, company_id),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company ON DELETE CASCADE
) WITH (fillfactor = 85);
ALTER TABLE score ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('score');

-- Which pages show a signal, what weighs most first.
CREATE TABLE score_evidence (
    tenant_id bigint NOT NULL REFERENCES tenant,
    company_id bigint NOT NULL,
    signal text NOT NULL,
    place smallint NOT NULL,
    url text NOT NULL,           -- of the page
    before text NOT NULL,        -- its words around what was found
    found text NOT NULL,
    after text NOT NULL,
    places integer NOT NULL,     -- on that page
    percent smallint NOT NULL,   -- of the signal's points that it gives
    PRIMARY KEY (tenant_id, company_id, signal, place),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company ON DELETE CASCADE
);
ALTER TABLE score_evidence ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('score_evidence');

-- Whether people find a signal rightly found at a company: what the model is judged by.
CREATE TABLE score_verdict (
    tenant_id bigint NOT NULL REFERENCES tenant,
    company_id bigint NOT NULL,
    signal text NOT NULL,
    is_right boolean NOT NULL,
    by bigint REFERENCES user_account,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, company_id, signal),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company ON DELETE CASCADE
);
SELECT app.protect('score_verdict');

-- Totals over time: one row whenever total or tier became another one.
CREATE TABLE score_history (
    tenant_id bigint NOT NULL REFERENCES tenant,
    company_id bigint NOT NULL,
    scored_at timestamptz NOT NULL DEFAULT now(),
    version bigint NOT NULL,
    total integer NOT NULL,
    tier text NOT NULL,
    PRIMARY KEY (tenant_id, company_id, scored_at),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company ON DELETE CASCADE
);
ALTER TABLE score_history ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('score_history');

-- What lists sort and filter by. codes[12] is made from it: 0 unknown, else the score + 101, within
-- one byte; whoever writes codes anew from a record's facts does not know it.
ALTER TABLE company ADD COLUMN score integer;

CREATE FUNCTION app.score_code(score integer) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN score IS NULL THEN 0 ELSE greatest(1, least(255, score + 101)) END::smallint
$$;
CREATE FUNCTION app.company_score() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.erased_at IS NOT NULL THEN
        NEW.score := NULL;
        DELETE FROM score WHERE tenant_id = NEW.tenant_id AND company_id = NEW.company_id;
        DELETE FROM score_evidence WHERE tenant_id = NEW.tenant_id AND company_id = NEW.company_id;
        DELETE FROM score_verdict WHERE tenant_id = NEW.tenant_id AND company_id = NEW.company_id;
        DELETE FROM score_history WHERE tenant_id = NEW.tenant_id AND company_id = NEW.company_id;
    END IF;
    NEW.codes[12] := app.score_code(NEW.score);
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.icp_version_keep(), app.company_score() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.score_code(integer) TO leadgen_app, leadgen_batch;
CREATE TRIGGER company_score BEFORE UPDATE ON company FOR EACH ROW
    WHEN (NEW.score IS NOT NULL AND (NEW.erased_at IS NOT NULL
        OR NEW.codes[12] IS DISTINCT FROM app.score_code(NEW.score)))
    EXECUTE FUNCTION app.company_score();

-- What a version would make of the companies that another one has scored: looked at before it is
-- activated. One row a version; the job fills it.
CREATE TABLE icp_compare (
    tenant_id bigint NOT NULL REFERENCES tenant,
    version bigint NOT NULL,
    revision bigint NOT NULL,    -- of the draft when it was compared
    against bigint NOT NULL,     -- the version that was active
    job_id bigint NOT NULL,
    tally jsonb,                 -- NULL until it is done; src/domain/scoring/icp_compare.h
    companies bigint NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, version),
    FOREIGN KEY (tenant_id, version) REFERENCES icp_version ON DELETE CASCADE
);
SELECT app.protect('icp_compare');

-- Companies that would change their tier.
CREATE TABLE icp_compare_move (
    tenant_id bigint NOT NULL,
    version bigint NOT NULL,
    company_id bigint NOT NULL,
    total_before integer,        -- NULL: it had no score
    total_after integer NOT NULL,
    tier_before text,
    tier_after text NOT NULL,
    PRIMARY KEY (tenant_id, version, company_id),
    FOREIGN KEY (tenant_id, version) REFERENCES icp_compare ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, company_id) REFERENCES company ON DELETE CASCADE
);
SELECT app.protect('icp_compare_move');

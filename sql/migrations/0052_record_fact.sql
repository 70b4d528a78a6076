-- What stages found out about records, where it stands and how sure it is: what a record page answers
-- "How do you know?" with, and what a company's web site is built with.

CREATE TABLE record_fact (
    tenant_id bigint NOT NULL REFERENCES tenant,
    entity smallint NOT NULL CONSTRAINT record_fact_entity CHECK (entity IN (1, 2)),
    record_id bigint NOT NULL,
    field smallint NOT NULL,        -- bit of the field table
    kind smallint NOT NULL,         -- enum record_fact_kind
    value text NOT NULL,            -- as the field stores it
    confidence smallint NOT NULL CONSTRAINT record_fact_confidence CHECK (confidence BETWEEN 1 AND 100),
    url text,                       -- the page; NULL: no public place
    snippet text,                   -- the words it stands in
    stage text NOT NULL,            -- who found it
    seen_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, entity, record_id, field)
);
ALTER TABLE record_fact ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('record_fact');

CREATE TABLE company_technology (
    tenant_id bigint NOT NULL REFERENCES tenant,
    company_id bigint NOT NULL,
    technology text NOT NULL,       -- key of the table of technologies
    version text,
    url text NOT NULL,              -- the page it was seen on
    evidence text NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, company_id, technology),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company ON DELETE CASCADE
);
ALTER TABLE company_technology ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('company_technology');

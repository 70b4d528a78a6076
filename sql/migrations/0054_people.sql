-- The people whom companies' pages show: where each contact was seen, since when and until when, whether
-- they still work there, and whom a workspace looks for. src/domain/enrich/ writes and reads them.

-- The state of somebody's employment (enum employment of people_store.h): kept here and not among the
-- facts, for pages tell it. It stands in the codes too, so that lists, counts and the snapshot find it;
-- with another company it begins afresh.
ALTER TABLE contact ADD COLUMN employment smallint NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN last_seen_at timestamptz; -- on a page of the company
CREATE FUNCTION app.contact_employment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.company_id IS DISTINCT FROM OLD.company_id AND NEW.employment = OLD.employment THEN
        NEW.employment := 0;
        NEW.last_seen_at := NULL;
    END IF;
    -- CONTACT_CODE_EMPLOYMENT; older rows have fewer codes, and a gap would be NULL
    NEW.codes := NEW.codes || array_fill(0::smallint, ARRAY[greatest(0, 11 - cardinality(NEW.codes))]);
    NEW.codes[12] := NEW.employment;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.contact_employment() FROM PUBLIC;
CREATE TRIGGER contact_employment BEFORE UPDATE OF employment, company_id, codes ON contact
    FOR EACH ROW WHEN (NEW.employment <> 0 OR OLD.employment <> 0)
    EXECUTE FUNCTION app.contact_employment();

-- A contact on a page of their company.
CREATE TABLE contact_sighting (
    tenant_id bigint NOT NULL REFERENCES tenant,
    contact_id bigint NOT NULL,
    url text NOT NULL CONSTRAINT contact_sighting_url_form CHECK (length(url) BETWEEN 8 AND 2048),
    company_id bigint NOT NULL,     -- whose page it is
    title text,                     -- as the page had it
    confidence smallint NOT NULL,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL,   -- the page, when it last showed them
    checked_at timestamptz NOT NULL, -- the page, when it was last looked at
    missed smallint NOT NULL DEFAULT 0, -- how often in a row it was fetched anew without them
    PRIMARY KEY (tenant_id, contact_id, url),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX contact_sighting_by_company ON contact_sighting (tenant_id, company_id);
ALTER TABLE contact_sighting ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('contact_sighting');

-- Whom a workspace looks for; without a row the default of people_focus.h.
CREATE TABLE people_focus (
    tenant_id bigint PRIMARY KEY REFERENCES tenant,
    departments smallint[] NOT NULL, -- codes of record_departments
    seniorities smallint[] NOT NULL, -- codes of record_seniorities
    most integer NOT NULL CONSTRAINT people_focus_most CHECK (most BETWEEN 1 AND 200) -- of one company
);
SELECT app.protect('people_focus');

-- The keyed hash of an erased person's name and their company's domain, or of their profile.
ALTER TABLE suppression DROP CONSTRAINT suppression_kind;
ALTER TABLE suppression ADD CONSTRAINT suppression_kind
    CHECK (kind IN ('email', 'domain', 'hash', 'person')) NOT VALID;

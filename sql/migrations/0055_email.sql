-- Addresses of people: what was found out about each, what the DNS says of their domains, what became
-- of mail to them, and a tenant's settings. src/domain/email/ writes and explains them; codes are those
-- of email_score.h.

-- The state of a contact's address, or EMAIL_GUESS when it has none and a guess is at hand. It stands
-- in the codes too, so that lists, counts and the snapshot find it; a new address starts afresh.
ALTER TABLE contact ADD COLUMN email_state smallint NOT NULL DEFAULT 0;
CREATE FUNCTION app.contact_email_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.email IS DISTINCT FROM OLD.email AND NEW.email_state = OLD.email_state THEN
        NEW.email_state := 0;
    END IF;
    -- CONTACT_CODE_EMAIL_STATE; older rows have fewer codes, and a gap would be NULL
    NEW.codes := NEW.codes || array_fill(0::smallint, ARRAY[greatest(0, 10 - cardinality(NEW.codes))]);
    NEW.codes[11] := NEW.email_state;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.contact_email_state() FROM PUBLIC;
CREATE TRIGGER contact_email_state BEFORE UPDATE OF email, email_state, codes ON contact
    FOR EACH ROW WHEN (NEW.email_state <> 0 OR OLD.email_state <> 0)
    EXECUTE FUNCTION app.contact_email_state();

-- One address of a contact: the one that stands there, or a candidate that a pattern built.
CREATE TABLE email_check (
    tenant_id bigint NOT NULL REFERENCES tenant,
    contact_id bigint NOT NULL,
    address text NOT NULL CONSTRAINT email_check_address_form CHECK (length(address) BETWEEN 1 AND 320),
    origin smallint NOT NULL,
    place smallint NOT NULL DEFAULT 0,  -- among a person's candidates, from 1; 0: no candidate
    pattern smallint NOT NULL DEFAULT 0,
    permille smallint NOT NULL DEFAULT 0, -- of the pattern, by email_pattern.h
    matching integer NOT NULL DEFAULT 0,
    samples integer NOT NULL DEFAULT 0,
    page_url text,                      -- where it was seen
    route smallint NOT NULL DEFAULT 0,
    answer smallint NOT NULL DEFAULT 0,
    catch_all smallint NOT NULL DEFAULT 0,
    flags integer NOT NULL DEFAULT 0,
    state smallint NOT NULL DEFAULT 0,
    percent smallint NOT NULL DEFAULT 0, -- the estimate, before it is fitted to outcomes
    seen_at timestamptz NOT NULL DEFAULT now(), -- seen, given or last proved: its age counts from here
    checked_at timestamptz,
    PRIMARY KEY (tenant_id, contact_id, address),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX email_check_by_age ON email_check (tenant_id, checked_at) WHERE place = 0;
ALTER TABLE email_check ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('email_check');

-- What the DNS and the mail server say of a domain. By tenant: which domains somebody asks about is
-- nobody else's business, and a domain may carry a person's name.
CREATE TABLE email_domain (
    tenant_id bigint NOT NULL REFERENCES tenant,
    domain text NOT NULL CONSTRAINT email_domain_form CHECK (length(domain) BETWEEN 1 AND 253),
    route smallint NOT NULL,
    host text, -- the mail server that comes first
    asked_at timestamptz NOT NULL DEFAULT now(),
    catch_all smallint NOT NULL DEFAULT 0,
    catch_all_at timestamptz,
    PRIMARY KEY (tenant_id, domain)
);
ALTER TABLE email_domain ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('email_domain');

-- What became of mail, against the estimate at that time: no address, so it may stay.
CREATE TABLE email_outcome (
    tenant_id bigint NOT NULL REFERENCES tenant,
    email_outcome_id bigint GENERATED ALWAYS AS IDENTITY,
    contact_id bigint NOT NULL,
    percent smallint NOT NULL CONSTRAINT email_outcome_percent CHECK (percent BETWEEN 0 AND 100),
    arrived boolean NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, email_outcome_id)
);
SELECT app.protect('email_outcome');

CREATE TABLE email_setting (
    tenant_id bigint PRIMARY KEY REFERENCES tenant,
    probe boolean NOT NULL DEFAULT false, -- ask mail servers about addresses
    reverify_days integer NOT NULL DEFAULT 90
        CONSTRAINT email_setting_days CHECK (reverify_days BETWEEN 7 AND 730)
);
SELECT app.protect('email_setting');

-- Mail servers in use, by all hosts and tenants: one conversation at a time each, and a pause behind it.
CREATE TABLE mail_lease (
    host text PRIMARY KEY,
    free_at timestamptz NOT NULL
);
CREATE INDEX mail_lease_by_time ON mail_lease (free_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_lease TO leadgen_batch;

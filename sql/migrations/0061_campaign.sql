-- Campaigns: who is written to, in which steps, by whom; the messages with all their versions, what
-- reviewers made of them, and what went out. src/domain/campaign/, message/, writing/ and letter_pdf/
-- write and read them. The rules that must never break stand here as constraints and triggers.

-- Who writes: name, role and what a letter ends with. Postal address: laws of some countries ask for it.
CREATE TABLE campaign_sender (
    tenant_id bigint NOT NULL REFERENCES tenant,
    sender_id bigint GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL CONSTRAINT campaign_sender_name CHECK (length(name) BETWEEN 1 AND 120),
    role text CONSTRAINT campaign_sender_role CHECK (length(role) <= 120),
    company text NOT NULL CONSTRAINT campaign_sender_company CHECK (length(company) BETWEEN 1 AND 200),
    email text CONSTRAINT campaign_sender_email CHECK (length(email) <= 254),
    postal_address text CONSTRAINT campaign_sender_address CHECK (length(postal_address) <= 400),
    signature text CONSTRAINT campaign_sender_signature CHECK (length(signature) <= 1000),
    user_id bigint REFERENCES user_account, -- whose it is; NULL: the workspace's
    is_default boolean NOT NULL DEFAULT false,
    version bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    PRIMARY KEY (tenant_id, sender_id)
);
CREATE UNIQUE INDEX campaign_sender_default ON campaign_sender (tenant_id) WHERE is_default AND deleted_at IS NULL;
SELECT app.protect('campaign_sender');

-- What a workspace decided about a country where it differs from the built-in table (country_policy.h).
CREATE TABLE country_policy (
    tenant_id bigint NOT NULL REFERENCES tenant,
    country text NOT NULL CONSTRAINT country_policy_country CHECK (country ~ '^[A-Z]{2}$'),
    basis text NOT NULL CONSTRAINT country_policy_basis CHECK (basis IN ('allowed', 'role_only', 'consent', 'blocked')),
    note text NOT NULL CONSTRAINT country_policy_note CHECK (length(note) BETWEEN 1 AND 500),
    updated_by bigint REFERENCES user_account,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, country)
);
SELECT app.protect('country_policy');

-- The library of a workspace. The system's own presets are a table of the program.
CREATE TABLE campaign_template (
    tenant_id bigint NOT NULL REFERENCES tenant,
    template_id bigint GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL CONSTRAINT campaign_template_name CHECK (length(name) BETWEEN 1 AND 120),
    name_key text NOT NULL,
    description text CONSTRAINT campaign_template_description CHECK (length(description) <= 500),
    steps jsonb NOT NULL,    -- [{channel, day, condition, label, length, tone, instructions, examples, variants, on}]
    defaults jsonb NOT NULL, -- {language, tone, formality, personalisation, instructions}
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    PRIMARY KEY (tenant_id, template_id)
);
CREATE UNIQUE INDEX campaign_template_unique ON campaign_template (tenant_id, name_key) WHERE deleted_at IS NULL;
SELECT app.protect('campaign_template');

-- HTML of a PDF with {{variables}}; cleaned when it was uploaded.
CREATE TABLE pdf_template (
    tenant_id bigint NOT NULL REFERENCES tenant,
    pdf_template_id bigint GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL CONSTRAINT pdf_template_name CHECK (length(name) BETWEEN 1 AND 120),
    html text NOT NULL CONSTRAINT pdf_template_html CHECK (length(html) BETWEEN 1 AND 1000000),
    variables text[] NOT NULL,
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    PRIMARY KEY (tenant_id, pdf_template_id)
);
SELECT app.protect('pdf_template');

CREATE TABLE campaign (
    tenant_id bigint NOT NULL REFERENCES tenant,
    campaign_id bigint GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL CONSTRAINT campaign_name CHECK (length(name) BETWEEN 1 AND 120),
    name_key text NOT NULL,
    description text CONSTRAINT campaign_description CHECK (length(description) <= 1000),
    state text NOT NULL DEFAULT 'draft' CONSTRAINT campaign_state CHECK (state IN ('draft', 'ready',
        'generating', 'review', 'approved', 'sending', 'paused', 'finished', 'archived')),
    owner_id bigint REFERENCES user_account,
    sender_id bigint,
    language text NOT NULL DEFAULT 'en' CONSTRAINT campaign_language CHECK (language ~ '^[a-z]{2}$'),
    own_language boolean NOT NULL DEFAULT true, -- people whose language has an offer get theirs
    tone text NOT NULL DEFAULT 'professional' CONSTRAINT campaign_tone CHECK (tone IN
        ('professional', 'friendly', 'casual', 'bold', 'authoritative', 'empathetic')),
    formality text NOT NULL DEFAULT 'formal' CONSTRAINT campaign_formality CHECK (formality IN ('formal', 'informal')),
    personalisation smallint NOT NULL DEFAULT 4 CONSTRAINT campaign_personalisation CHECK (personalisation BETWEEN 1 AND 4),
    instructions text CONSTRAINT campaign_instructions CHECK (length(instructions) <= 2000),
    provider_id bigint,                          -- a language model of provider; NULL: the embedded writer
    variant_mode text NOT NULL DEFAULT 'choose' CONSTRAINT campaign_variant_mode CHECK (variant_mode IN ('choose', 'split')),
    skip_unready boolean NOT NULL DEFAULT false, -- people whose research is missing are left for later
    cooldown_days integer NOT NULL DEFAULT 30 CONSTRAINT campaign_cooldown CHECK (cooldown_days BETWEEN 0 AND 365),
    starts_on date,                              -- day 0 of the sequence; NULL: when sending begins
    strategy_id bigint,
    run_id bigint,                               -- the run that writes or wrote its messages
    check_id bigint,                             -- the newest conflict check
    people_changed_at timestamptz NOT NULL DEFAULT now(), -- people or steps: a check before that is old
    approved_by bigint REFERENCES user_account,
    approved_at timestamptz,
    cost_micros bigint NOT NULL DEFAULT 0,       -- what writing has cost
    version bigint NOT NULL DEFAULT 1,
    created_by bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz,
    PRIMARY KEY (tenant_id, campaign_id),
    FOREIGN KEY (tenant_id, sender_id) REFERENCES campaign_sender,
    FOREIGN KEY (tenant_id, run_id) REFERENCES pipeline_run
);
CREATE INDEX campaign_by_name ON campaign (tenant_id, name_key) WHERE deleted_at IS NULL;
ALTER TABLE campaign ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('campaign');

-- What the sender has to say in a language, as whole sentences that a letter can take in.
CREATE TABLE campaign_offer (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    language text NOT NULL CONSTRAINT campaign_offer_language CHECK (language ~ '^[a-z]{2}$'),
    does text NOT NULL CONSTRAINT campaign_offer_does CHECK (length(does) BETWEEN 1 AND 500),    -- what we do
    outcome text CONSTRAINT campaign_offer_outcome CHECK (length(outcome) <= 500), -- what they get from it
    proof text CONSTRAINT campaign_offer_proof CHECK (length(proof) <= 500),       -- who has it already, what came of it
    proof_url text CONSTRAINT campaign_offer_proof_url CHECK (length(proof_url) <= 2048), -- where that can be read
    ask text CONSTRAINT campaign_offer_ask CHECK (length(ask) <= 300),             -- the one thing they are to do
    PRIMARY KEY (tenant_id, campaign_id, language),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign ON DELETE CASCADE
);
SELECT app.protect('campaign_offer');

CREATE TABLE campaign_step (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    step_id bigint GENERATED ALWAYS AS IDENTITY,
    position smallint NOT NULL CONSTRAINT campaign_step_position CHECK (position BETWEEN 1 AND 20),
    channel text NOT NULL CONSTRAINT campaign_step_channel CHECK (channel IN
        ('linkedin_connect', 'linkedin_message', 'email', 'call')),
    day_offset integer NOT NULL DEFAULT 0 CONSTRAINT campaign_step_day CHECK (day_offset BETWEEN 0 AND 365),
    condition text NOT NULL DEFAULT 'always' CONSTRAINT campaign_step_condition CHECK (condition IN
        ('always', 'no_response', 'opened_not_replied')),
    label text NOT NULL CONSTRAINT campaign_step_label CHECK (length(label) BETWEEN 1 AND 120),
    max_length integer NOT NULL CONSTRAINT campaign_step_length CHECK (max_length BETWEEN 100 AND
        CASE channel WHEN 'linkedin_connect' THEN 300 WHEN 'email' THEN 5000 ELSE 2000 END), -- characters
    tone text CONSTRAINT campaign_step_tone CHECK (tone IN
        ('professional', 'friendly', 'casual', 'bold', 'authoritative', 'empathetic')), -- NULL: the campaign's
    formality text CONSTRAINT campaign_step_formality CHECK (formality IN ('formal', 'informal')),
    language text CONSTRAINT campaign_step_language CHECK (language ~ '^[a-z]{2}$'),
    instructions text CONSTRAINT campaign_step_instructions CHECK (length(instructions) <= 2000),
    examples jsonb NOT NULL DEFAULT '[]', -- [{body, note}]
    variants smallint NOT NULL DEFAULT 1 CONSTRAINT campaign_step_variants CHECK (variants BETWEEN 1 AND 3),
    pdf_template_id bigint,
    is_on boolean NOT NULL DEFAULT true,
    PRIMARY KEY (tenant_id, step_id),
    CONSTRAINT campaign_step_place UNIQUE (tenant_id, campaign_id, position) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, pdf_template_id) REFERENCES pdf_template
);
SELECT app.protect('campaign_step');

-- Somebody in a campaign.
CREATE TABLE campaign_person (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT campaign_person_state CHECK (state IN
        ('waiting', 'written', 'failed', 'excluded')),
    reason text,                           -- why they failed or are excluded, in words
    how text NOT NULL DEFAULT 'picked',    -- picked, filter, list, company, owner, tag, import, api
    rank smallint NOT NULL DEFAULT 0,      -- score of the company, -100 to 100, when they were written to
    variant smallint CONSTRAINT campaign_person_variant CHECK (variant BETWEEN 1 AND 3), -- split: which angle they get
    skip_channels text[] NOT NULL DEFAULT '{}', -- steps of these are left out for them
    not_before date,                       -- they wait until then
    added_by bigint REFERENCES user_account,
    added_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, campaign_id, contact_id),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign,
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
) WITH (fillfactor = 85);
CREATE INDEX campaign_person_by_contact ON campaign_person (tenant_id, contact_id);
ALTER TABLE campaign_person ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('campaign_person');

-- A conflict check and what it found; kept as the report of the campaign.
CREATE TABLE campaign_check (
    tenant_id bigint NOT NULL,
    check_id bigint GENERATED ALWAYS AS IDENTITY,
    campaign_id bigint NOT NULL,
    people bigint NOT NULL,
    checked_by bigint REFERENCES user_account,
    checked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, check_id),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign
);
CREATE INDEX campaign_check_by_campaign ON campaign_check (tenant_id, campaign_id, check_id);
SELECT app.protect('campaign_check');

-- One kind of conflict with one set of facts: "contacted 12 days ago by campaign 7", with its people.
CREATE TABLE campaign_conflict (
    tenant_id bigint NOT NULL,
    conflict_id bigint GENERATED ALWAYS AS IDENTITY,
    check_id bigint NOT NULL,
    kind text NOT NULL CONSTRAINT campaign_conflict_kind CHECK (kind IN ('no_channel', 'step_channel',
        'suppressed', 'disqualified', 'icp_mismatch', 'overlap', 'cooldown', 'tone', 'basis', 'holiday',
        'time_zone', 'left_company', 'bad_address')),
    severity smallint NOT NULL CONSTRAINT campaign_conflict_severity CHECK (severity IN (1, 2, 3)), -- info, warning, blocks
    step_id bigint,
    title text NOT NULL,
    detail text NOT NULL, -- one sentence without the number of people
    facts jsonb NOT NULL, -- what the fix needs
    people bigint NOT NULL,
    fix text,             -- exclude, wait, skip_channel, move_step; NULL: none by one click
    state text NOT NULL DEFAULT 'open' CONSTRAINT campaign_conflict_state CHECK (state IN ('open', 'fixed', 'accepted')),
    accepted_reason text CONSTRAINT campaign_conflict_reason CHECK (length(accepted_reason) BETWEEN 3 AND 500),
    decided_by bigint REFERENCES user_account,
    decided_at timestamptz,
    PRIMARY KEY (tenant_id, conflict_id),
    CONSTRAINT campaign_conflict_accepted CHECK ((state = 'accepted') = (accepted_reason IS NOT NULL)),
    FOREIGN KEY (tenant_id, check_id) REFERENCES campaign_check ON DELETE CASCADE
);
CREATE INDEX campaign_conflict_by_check ON campaign_conflict (tenant_id, check_id);
SELECT app.protect('campaign_conflict');

CREATE TABLE campaign_conflict_person (
    tenant_id bigint NOT NULL,
    conflict_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    PRIMARY KEY (tenant_id, conflict_id, contact_id),
    FOREIGN KEY (tenant_id, conflict_id) REFERENCES campaign_conflict ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
SELECT app.protect('campaign_conflict_person');

-- A message to a person for a step; its texts are message_version.
CREATE TABLE message (
    tenant_id bigint NOT NULL,
    message_id bigint GENERATED ALWAYS AS IDENTITY,
    campaign_id bigint NOT NULL,
    step_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    variant smallint NOT NULL DEFAULT 1 CONSTRAINT message_variant CHECK (variant BETWEEN 1 AND 3),
    angle text NOT NULL DEFAULT 'pain' CONSTRAINT message_angle CHECK (angle IN ('pain', 'opportunity', 'social_proof')),
    state text NOT NULL DEFAULT 'draft' CONSTRAINT message_state CHECK (state IN ('draft', 'approved', 'rejected',
        'set_aside', 'sent', 'delivered', 'replied')), -- set_aside: another variant was taken
    channel text NOT NULL,
    position smallint NOT NULL, -- of the step, when it was written
    rank smallint NOT NULL,     -- of the person
    language text NOT NULL,
    tone text NOT NULL,
    formality text NOT NULL,
    version integer NOT NULL DEFAULT 1, -- the newest
    subject_start text,         -- of the newest version, for lists: subject, or the first words of a body
    provider text NOT NULL,     -- 'embedded', or the name of the model's service
    rewrites integer NOT NULL DEFAULT 0,
    cost_micros bigint NOT NULL DEFAULT 0,
    trouble text,               -- why the last rewriting failed, in words
    approved_version integer,
    decided_by bigint REFERENCES user_account,
    decided_at timestamptz,
    reject_reason text CONSTRAINT message_reject_reason CHECK (length(reject_reason) BETWEEN 5 AND 500),
    later_at timestamptz,       -- skipped: to the end of the queue
    held_by bigint REFERENCES user_account, -- who looks at it, so that the next person gets another one
    held_until timestamptz,
    sent_at timestamptz,
    sent_by bigint REFERENCES user_account, -- marked by hand
    sent_via text CONSTRAINT message_sent_via CHECK (sent_via IN ('email', 'linkedin', 'call', 'other')),
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, message_id),
    CONSTRAINT message_once UNIQUE (tenant_id, campaign_id, contact_id, step_id, variant),
    CONSTRAINT message_approval CHECK (state NOT IN ('approved', 'sent', 'delivered', 'replied')
        OR (approved_version IS NOT NULL AND decided_at IS NOT NULL)),
    CONSTRAINT message_approved_text CHECK (state <> 'approved' OR approved_version = version),
    CONSTRAINT message_rejection CHECK (state <> 'rejected' OR reject_reason IS NOT NULL),
    FOREIGN KEY (tenant_id, campaign_id, contact_id) REFERENCES campaign_person,
    FOREIGN KEY (tenant_id, step_id) REFERENCES campaign_step
) WITH (fillfactor = 80);
CREATE INDEX message_queue ON message (tenant_id, campaign_id, later_at, rank DESC, contact_id, position, variant, message_id)
    WHERE state = 'draft';
CREATE INDEX message_by_state ON message (tenant_id, campaign_id, state, message_id);
CREATE INDEX message_by_contact ON message (tenant_id, contact_id, message_id);
ALTER TABLE message ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('message');

-- Every text a message has had, never changed.
CREATE TABLE message_version (
    tenant_id bigint NOT NULL,
    message_id bigint NOT NULL,
    version integer NOT NULL,
    subject text CONSTRAINT message_version_subject CHECK (length(subject) BETWEEN 1 AND 200),
    body text NOT NULL CONSTRAINT message_version_body CHECK (length(body) BETWEEN 1 AND 20000),
    claims jsonb NOT NULL DEFAULT '[]', -- [{start, end (characters of body), kind, snippet, url, at (ms)}]
    origin text NOT NULL CONSTRAINT message_version_origin CHECK (origin IN ('embedded', 'model', 'edit', 'restore')),
    settings jsonb NOT NULL DEFAULT '{}', -- language, tone, formality, instruction it was written with
    reasons text[] NOT NULL DEFAULT '{}', -- of an edit, codes
    reason_text text CONSTRAINT message_version_reason CHECK (length(reason_text) <= 500),
    author bigint REFERENCES user_account,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, message_id, version),
    FOREIGN KEY (tenant_id, message_id) REFERENCES message ON DELETE CASCADE
);
SELECT app.protect('message_version');
REVOKE UPDATE ON message_version FROM leadgen_app;

-- What reviewers did, for learning.
CREATE TABLE message_feedback (
    tenant_id bigint NOT NULL,
    feedback_id bigint GENERATED ALWAYS AS IDENTITY,
    campaign_id bigint NOT NULL,
    message_id bigint NOT NULL,
    step_id bigint NOT NULL,
    action text NOT NULL CONSTRAINT message_feedback_action CHECK (action IN ('approved', 'rejected', 'edited', 'rewritten')),
    version integer NOT NULL,
    reasons text[] NOT NULL DEFAULT '{}',
    reason_text text,
    tone text NOT NULL,
    language text NOT NULL,
    variant smallint NOT NULL,
    user_id bigint REFERENCES user_account,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, feedback_id),
    FOREIGN KEY (tenant_id, message_id) REFERENCES message ON DELETE CASCADE
);
CREATE INDEX message_feedback_by_campaign ON message_feedback (tenant_id, campaign_id, at);
SELECT app.protect('message_feedback');

-- Insights that somebody applied or put away.
CREATE TABLE campaign_insight (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    code text NOT NULL, -- what was found, with the step where it is about one: "too_formal", "step:17"
    action text NOT NULL CONSTRAINT campaign_insight_action CHECK (action IN ('applied', 'dismissed')),
    before jsonb NOT NULL DEFAULT '{}', -- what the change replaced, for the undo
    decided_by bigint REFERENCES user_account,
    decided_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, campaign_id, code),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign
);
SELECT app.protect('campaign_insight');

-- When somebody was really contacted: by hand, later by the sender. What the cooldown goes by.
CREATE TABLE contact_touch (
    tenant_id bigint NOT NULL,
    touch_id bigint GENERATED ALWAYS AS IDENTITY,
    contact_id bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    channel text NOT NULL CONSTRAINT contact_touch_channel CHECK (channel IN ('email', 'linkedin', 'call', 'other')),
    campaign_id bigint,
    message_id bigint,
    by_user bigint REFERENCES user_account,
    note text CONSTRAINT contact_touch_note CHECK (length(note) <= 500),
    PRIMARY KEY (tenant_id, touch_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX contact_touch_by_contact ON contact_touch (tenant_id, contact_id, at DESC);
CREATE UNIQUE INDEX contact_touch_once ON contact_touch (tenant_id, message_id) WHERE message_id IS NOT NULL;
SELECT app.protect('contact_touch');

-- Files made from approved messages.
CREATE TABLE campaign_export (
    tenant_id bigint NOT NULL,
    export_id bigint GENERATED ALWAYS AS IDENTITY,
    campaign_id bigint NOT NULL,
    format text NOT NULL CONSTRAINT campaign_export_format CHECK (format IN ('lemlist', 'linkedin', 'csv', 'xlsx')),
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT campaign_export_state CHECK (state IN
        ('waiting', 'running', 'done', 'failed', 'cancelled')),
    people bigint NOT NULL DEFAULT 0,
    messages bigint NOT NULL DEFAULT 0,
    left_out bigint NOT NULL DEFAULT 0, -- people whom the file cannot hold, or who must not be contacted
    file text,                          -- of the store
    file_size bigint,
    error text,
    job_id bigint,
    asked_by bigint REFERENCES user_account,
    asked_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    expires_at timestamptz,
    PRIMARY KEY (tenant_id, export_id),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign
);
CREATE INDEX campaign_export_by_campaign ON campaign_export (tenant_id, campaign_id, export_id);
SELECT app.protect('campaign_export');

-- A rendered PDF; served at an address nobody can guess.
CREATE TABLE pdf_file (
    tenant_id bigint NOT NULL,
    pdf_file_id bigint GENERATED ALWAYS AS IDENTITY,
    pdf_template_id bigint NOT NULL,
    campaign_id bigint,
    contact_id bigint NOT NULL,
    token text NOT NULL CONSTRAINT pdf_file_token CHECK (length(token) >= 22),
    file text NOT NULL, -- of the store
    file_size bigint NOT NULL,
    made_from text NOT NULL, -- sha256 of the HTML: made again only when that changes
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, pdf_file_id),
    FOREIGN KEY (tenant_id, pdf_template_id) REFERENCES pdf_template,
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE UNIQUE INDEX pdf_file_once ON pdf_file (tenant_id, pdf_template_id, contact_id, made_from);
CREATE UNIQUE INDEX pdf_file_by_token ON pdf_file (tenant_id, token);
SELECT app.protect('pdf_file');

-- Messages of a campaign by state; kept by the triggers below.
CREATE TABLE campaign_count (
    tenant_id bigint NOT NULL,
    campaign_id bigint NOT NULL,
    people bigint NOT NULL DEFAULT 0, -- not excluded
    written bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0,
    excluded bigint NOT NULL DEFAULT 0,
    draft bigint NOT NULL DEFAULT 0,
    approved bigint NOT NULL DEFAULT 0,
    rejected bigint NOT NULL DEFAULT 0,
    set_aside bigint NOT NULL DEFAULT 0,
    sent bigint NOT NULL DEFAULT 0, -- delivered and replied too
    PRIMARY KEY (tenant_id, campaign_id),
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign ON DELETE CASCADE
) WITH (fillfactor = 50);
SELECT app.protect('campaign_count');

CREATE FUNCTION app.campaign_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO campaign_count (tenant_id, campaign_id) VALUES (NEW.tenant_id, NEW.campaign_id);
    RETURN NULL;
END $$;
CREATE TRIGGER campaign_new AFTER INSERT ON campaign FOR EACH ROW EXECUTE FUNCTION app.campaign_new();

-- Whether a campaign may go from a state to another; campaign_state.c has the same table for people.
CREATE FUNCTION app.campaign_may(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT (before, after) IN (
        ('draft', 'ready'), ('draft', 'archived'),
        ('ready', 'draft'), ('ready', 'generating'), ('ready', 'archived'),
        ('generating', 'review'), ('generating', 'ready'),
        ('review', 'approved'), ('review', 'ready'), ('review', 'archived'),
        ('approved', 'review'), ('approved', 'sending'), ('approved', 'finished'), ('approved', 'archived'),
        ('sending', 'paused'), ('sending', 'finished'),
        ('paused', 'sending'), ('paused', 'finished'),
        ('finished', 'archived'))
$$;

CREATE FUNCTION app.campaign_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE n campaign_count;
BEGIN
    IF NOT app.campaign_may(OLD.state, NEW.state) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_move',
            MESSAGE = format('a campaign cannot go from %s to %s', OLD.state, NEW.state);
    END IF;
    -- The lock makes writers of messages wait, or this wait for them.
    SELECT * INTO n FROM campaign_count c
        WHERE c.tenant_id = NEW.tenant_id AND c.campaign_id = NEW.campaign_id FOR UPDATE;
    -- Not on the way back from writing or review: then people are added again.
    IF NEW.state IN ('ready', 'generating') AND OLD.state IN ('draft', 'ready') AND (n.people = 0 OR NOT EXISTS (SELECT FROM campaign_step s
            WHERE s.tenant_id = NEW.tenant_id AND s.campaign_id = NEW.campaign_id AND s.is_on)) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_ready',
            MESSAGE = 'a campaign needs people and a step';
    END IF;
    IF NEW.state = 'approved' AND (n.draft > 0 OR n.approved = 0) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_drafts',
            MESSAGE = 'every message must be decided, and one approved';
    END IF;
    IF NEW.state = 'approved' AND (NEW.check_id IS NULL OR EXISTS (SELECT FROM campaign_conflict f
            WHERE f.tenant_id = NEW.tenant_id AND f.check_id = NEW.check_id AND f.severity = 3
                AND f.state = 'open')) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_conflicts',
            MESSAGE = 'conflicts that block must be solved or accepted';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER campaign_gate BEFORE UPDATE OF state ON campaign
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION app.campaign_gate();

CREATE FUNCTION app.message_may(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT (before, after) IN (
        ('draft', 'approved'), ('draft', 'rejected'), ('draft', 'set_aside'),
        ('approved', 'draft'), ('approved', 'rejected'), ('approved', 'set_aside'), ('approved', 'sent'),
        ('rejected', 'draft'), ('set_aside', 'draft'), ('set_aside', 'rejected'),
        ('sent', 'approved'), ('sent', 'delivered'), ('sent', 'replied'), ('delivered', 'replied'))
$$;
CREATE FUNCTION app.message_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT app.message_may(OLD.state, NEW.state) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'message_move',
            MESSAGE = format('a message cannot go from %s to %s', OLD.state, NEW.state);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER message_gate BEFORE UPDATE OF state ON message
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION app.message_gate();

-- Adds what a statement changed to the counts: one row per message, 1 for what is now, -1 for what was.
CREATE FUNCTION app.message_count(tenants bigint[], campaigns bigint[], states text[], signs integer[])
RETURNS void LANGUAGE sql AS $$
    UPDATE campaign_count c SET draft = c.draft + s.draft, approved = c.approved + s.approved,
        rejected = c.rejected + s.rejected, set_aside = c.set_aside + s.set_aside, sent = c.sent + s.sent
    FROM (SELECT t.tenant_id, t.campaign_id,
            sum(n * (state = 'draft')::integer) AS draft, sum(n * (state = 'approved')::integer) AS approved,
            sum(n * (state = 'rejected')::integer) AS rejected, sum(n * (state = 'set_aside')::integer) AS set_aside,
            sum(n * (state IN ('sent', 'delivered', 'replied'))::integer) AS sent
          FROM unnest(tenants, campaigns, states, signs) AS t(tenant_id, campaign_id, state, n) GROUP BY 1, 2) s
    WHERE c.tenant_id = s.tenant_id AND c.campaign_id = s.campaign_id
        AND (s.draft <> 0 OR s.approved <> 0 OR s.rejected <> 0 OR s.set_aside <> 0 OR s.sent <> 0)
$$;
-- Counts, and refuses open texts in a campaign that is approved or further.
CREATE FUNCTION app.message_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE closed bigint;
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM app.message_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(1)) FROM after;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM app.message_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(-1)) FROM before;
        RETURN NULL;
    ELSE
        PERFORM app.message_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(n))
        FROM (SELECT tenant_id, campaign_id, state, 1 AS n FROM after
              UNION ALL SELECT tenant_id, campaign_id, state, -1 FROM before) t;
    END IF;
    SELECT c.campaign_id INTO closed FROM campaign c
        WHERE (c.tenant_id, c.campaign_id) IN (SELECT a.tenant_id, a.campaign_id FROM after a WHERE a.state = 'draft')
            AND c.state NOT IN ('ready', 'generating', 'review') LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'message_closed',
            MESSAGE = 'the campaign takes no drafts in its state';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER message_inserted AFTER INSERT ON message REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION app.message_counted();
CREATE TRIGGER message_deleted AFTER DELETE ON message REFERENCING OLD TABLE AS before
    FOR EACH STATEMENT EXECUTE FUNCTION app.message_counted();
CREATE TRIGGER message_updated AFTER UPDATE ON message REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION app.message_counted();

CREATE FUNCTION app.person_count(tenants bigint[], campaigns bigint[], states text[], signs integer[])
RETURNS void LANGUAGE sql AS $$
    UPDATE campaign_count c SET people = c.people + s.people, written = c.written + s.written,
        failed = c.failed + s.failed, excluded = c.excluded + s.excluded
    FROM (SELECT t.tenant_id, t.campaign_id, sum(n * (state <> 'excluded')::integer) AS people,
            sum(n * (state = 'written')::integer) AS written, sum(n * (state = 'failed')::integer) AS failed,
            sum(n * (state = 'excluded')::integer) AS excluded
          FROM unnest(tenants, campaigns, states, signs) AS t(tenant_id, campaign_id, state, n) GROUP BY 1, 2) s
    WHERE c.tenant_id = s.tenant_id AND c.campaign_id = s.campaign_id
        AND (s.people <> 0 OR s.written <> 0 OR s.failed <> 0 OR s.excluded <> 0)
$$;
CREATE FUNCTION app.person_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM app.person_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(1)) FROM after;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM app.person_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(-1)) FROM before;
    ELSE
        PERFORM app.person_count(array_agg(tenant_id), array_agg(campaign_id), array_agg(state), array_agg(n))
        FROM (SELECT tenant_id, campaign_id, state, 1 AS n FROM after
              UNION ALL SELECT tenant_id, campaign_id, state, -1 FROM before) t;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER person_inserted AFTER INSERT ON campaign_person REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION app.person_counted();
CREATE TRIGGER person_deleted AFTER DELETE ON campaign_person REFERENCING OLD TABLE AS before
    FOR EACH STATEMENT EXECUTE FUNCTION app.person_counted();
CREATE TRIGGER person_updated AFTER UPDATE ON campaign_person REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION app.person_counted();

-- Runs that write a campaign's messages. cost_micros: the most one record may cost, in place of the stages'.
ALTER TABLE pipeline_run ADD COLUMN campaign_id bigint;
ALTER TABLE pipeline_run ADD COLUMN cost_micros bigint;

GRANT EXECUTE ON FUNCTION app.campaign_new(), app.campaign_may(text, text), app.campaign_gate(),
    app.message_may(text, text), app.message_gate(), app.message_counted(), app.person_counted(),
    app.message_count(bigint[], bigint[], text[], integer[]),
    app.person_count(bigint[], bigint[], text[], integer[]) TO leadgen_app, leadgen_batch;

-- The files of campaigns are in use, too.
CREATE OR REPLACE FUNCTION app.files_unused(keys text[]) RETURNS TABLE (key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.key FROM unnest(keys) AS k(key)
    WHERE NOT EXISTS (SELECT FROM import i WHERE i.file = k.key)
        AND NOT EXISTS (SELECT FROM record_export e WHERE e.file = k.key)
        AND NOT EXISTS (SELECT FROM campaign_export e WHERE e.file = k.key)
        AND NOT EXISTS (SELECT FROM pdf_file f WHERE f.file = k.key)
$$;

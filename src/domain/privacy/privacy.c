/* The registry and who walks it. See privacy.h. A new table with a text needs a row here; one whose
 * rows tell of a company or contact needs a statement that forgets them, too. */
#include "domain/privacy/privacy.h"

#include "domain/suppression/suppression_person.h"
#include "statements.h"

#define WORKSPACE "as long as the workspace"
#define ACCOUNT "as long as the account"
#define ERASED "until the record is erased, at the latest 30 days after it was deleted"
#define SETTING "a setting of the workspace; nothing about people"
#define HOUSE "the house's own; nothing about people"

/* clang-format off */
static const struct privacy_table tables[] = {
    {"api_token", "name", "token_hash scope", WORKSPACE ", revoked ones too, for the audit log", NULL},
    {"audit", "subject detail", "action", WORKSPACE ": who did what must stay provable", NULL},
    {"budget", "", "mode", SETTING, NULL},
    {"bulk", "filter choice what", "act state error", WORKSPACE "; asked for and never begun, 2 days", NULL},
    {"campaign", "name name_key description instructions", "state language tone formality variant_mode starts_on", WORKSPACE, NULL},
    {"campaign_adding", "filter", "how state error", WORKSPACE "; asked for and never begun, 2 days", NULL},
    {"campaign_check", "", "", SETTING, NULL},
    {"campaign_conflict", "detail facts accepted_reason", "kind title fix state", WORKSPACE "; it names nobody", NULL},
    {"campaign_conflict_person", "", "was_channels was_not_before", ERASED, &SQL_PRIVACY_CAMPAIGN_PERSON},
    {"campaign_export", "file", "format state error", "the file 7 days, its sums " WORKSPACE, NULL},
    {"campaign_export_left", "", "reason", ERASED, &SQL_PRIVACY_CAMPAIGN_EXPORT_LEFT},
    {"campaign_insight", "", "code action before", SETTING, NULL},
    {"campaign_offer", "", "language does outcome proof proof_url ask", SETTING, NULL},
    {"campaign_person", "reason", "state how skip_channels not_before", ERASED, &SQL_PRIVACY_CAMPAIGN_PERSON},
    {"campaign_sender", "name role company email postal_address signature", "", WORKSPACE ": who wrote must stay known", NULL},
    {"campaign_step", "instructions examples", "channel condition label tone formality language", SETTING, NULL},
    {"campaign_template", "", "name name_key description steps defaults", SETTING, NULL},
    {"change", "previous", "kind", ERASED, &SQL_PRIVACY_CHANGE},
    {"change_kept", "detail", "reason", ERASED, &SQL_PRIVACY_CHANGE_KEPT},
    {"change_set", "source", "kind", "names of single records until they are erased; others " WORKSPACE, &SQL_PRIVACY_CHANGE_SET},
    {"company", "name legal_form domain website_url linkedin_url industry keywords employees revenue founded_year description phone email address city region postal_code country registry_number logo_url crunchbase_url source notes custom name_key search sort_name", "status tier", ERASED, NULL},
    {"company_technology", "url evidence", "technology version", ERASED, &SQL_PRIVACY_TECHNOLOGY},
    {"contact", "name_prefix first_name last_name name_suffix job_title email other_emails phone mobile_phone other_phones linkedin_url seniority department address city region postal_code country language birthday source notes custom linkedin_activity email_key linkedin_key name_key search sort_name title_key", "status", ERASED, NULL},
    {"contact_sighting", "url title", "", ERASED, &SQL_PRIVACY_SIGHTING},
    {"contact_touch", "note", "channel", ERASED, &SQL_PRIVACY_TOUCH},
    {"country_policy", "", "country basis note", SETTING, NULL},
    {"custom_field", "", "key label type options deleted_key", SETTING, NULL},
    {"discovery_block", "", "domain reason", SETTING, NULL},
    {"discovery_find", "key url title reason", "verdict", ERASED, &SQL_PRIVACY_DISCOVERY_FIND},
    {"discovery_query", "words words_key body why message", "source origin state cause", WORKSPACE "; the lines of a list until they are read", NULL},
    {"duplicate", "", "reason", ERASED, &SQL_PRIVACY_DUPLICATE},
    {"email_check", "address page_url", "", ERASED, &SQL_PRIVACY_EMAIL_CHECK},
    {"email_domain", "", "domain host", "what mail servers say of themselves; nothing about people", NULL},
    {"health_alert", "", "code level subject title detail", HOUSE, NULL},
    {"health_point", "", "day name", HOUSE, NULL},
    {"icp_compare", "", "tally", SETTING, NULL},
    {"icp_compare_move", "", "tier_before tier_after", "until versions are compared anew", NULL},
    {"icp_version", "", "document note", SETTING, NULL},
    {"import", "filename file", "state dialect mapping options preview totals mark undo error", "the file 90 days, its name and sums " WORKSPACE, NULL},
    {"import_memory", "", "signature targets", SETTING, NULL},
    {"import_row", "detail label company_label changes raw", "verdict reason", "raw rows 90 days; the rest " ERASED, &SQL_PRIVACY_IMPORT_ROW},
    {"job", "payload message reason", "kind state worker", "until the job ends, dead ones 90 days", NULL},
    {"job_history", "payload message reason", "kind state worker", "12 months, by month", NULL},
    {"ledger", "note", "kind stage provider", WORKSPACE ": books of account", NULL},
    {"list", "name name_key", "", WORKSPACE ", deleted ones for the undo", NULL},
    {"list_view", "", "view", ACCOUNT, NULL},
    {"login_attempt", "key", "", "1 day after the last try", NULL},
    {"mail_lease", "", "host", HOUSE, NULL},
    {"membership", "", "role", ACCOUNT, NULL},
    {"message", "subject_start trouble reject_reason", "angle state channel language tone formality provider sent_via", ERASED, &SQL_PRIVACY_MESSAGE},
    {"message_feedback", "reason_text", "action reasons tone language", ERASED ", with its message", NULL},
    {"message_version", "subject body claims reason_text", "origin settings reasons", ERASED ", with its message", NULL},
    {"migration", "", "name", HOUSE, NULL},
    {"one_time_link", "email email_key", "token_hash kind role", "30 days after its end", NULL},
    {"page", "url title description text frame_text body links", "etag last_modified sha256 language", "public pages of a company as they stand there, " ERASED, &SQL_PRIVACY_PAGE},
    {"partitioned", "", "name", HOUSE, NULL},
    {"pdf_address", "", "token", ERASED ", with its file", NULL},
    {"pdf_file", "file", "token made_from", ERASED, &SQL_PRIVACY_PDF_FILE},
    {"pdf_run", "", "state error", ERASED, &SQL_PRIVACY_PDF_RUN},
    {"pdf_template", "html", "name variables", WORKSPACE, NULL},
    {"pipeline_run", "title filter", "stages state reason", WORKSPACE "; chosen and never started, 2 days", NULL},
    {"provider", "", "kind name base_url settings sealed_key trouble test_said", SETTING, NULL},
    {"provider_call", "message", "operation outcome", "12 months, by month", NULL},
    {"provider_use", "", "day", HOUSE, NULL},
    {"record_export", "filter file", "state sort columns format error", "the file 7 days, what was asked for " WORKSPACE, NULL},
    {"record_fact", "value url snippet", "stage", ERASED, &SQL_PRIVACY_FACT},
    {"record_note", "body", "", ERASED, &SQL_PRIVACY_NOTE},
    {"recovery_code", "", "code_hash", ACCOUNT, NULL},
    {"reservation", "", "what", HOUSE, NULL},
    {"run_stage", "", "stage", HOUSE, NULL},
    {"schedule", "", "task zone outcome message worker", HOUSE, NULL},
    {"score", "", "tier maturity tier_set signals", ERASED, &SQL_PRIVACY_SCORE},
    {"score_evidence", "url before found after", "signal", ERASED, &SQL_PRIVACY_SCORE_EVIDENCE},
    {"score_history", "", "tier", ERASED, &SQL_PRIVACY_SCORE_HISTORY},
    {"score_verdict", "", "signal", ERASED, &SQL_PRIVACY_SCORE_VERDICT},
    {"second_factor", "secret", "", ACCOUNT, NULL},
    {"session", "user_agent address", "token_hash", "30 days after its end", NULL},
    {"site", "host message moved_to", "state cause", ERASED, &SQL_PRIVACY_SITE},
    {"site_lease", "", "host holder", HOUSE, NULL},
    {"smart_list", "name name_key filter", "sort", WORKSPACE, NULL},
    {"stage_claim", "", "stage worker", HOUSE, NULL},
    {"stage_latest", "", "stage result cause", HOUSE, NULL},
    {"stage_result", "message", "stage result cause", "400 days; " ERASED, &SQL_PRIVACY_STAGE_RESULT},
    {"stage_work", "", "stage state worker", HOUSE, NULL},
    {"suppression", "value reason", "kind", WORKSPACE ": who must not be contacted stays known", NULL},
    {"tag", "name name_key", "colour", WORKSPACE ", deleted ones for the undo", NULL},
    {"tenant", "slug name", "time_zone locale default_country", WORKSPACE, NULL},
    {"triage", "reasons reason", "", ERASED, &SQL_PRIVACY_TRIAGE},
    {"triage_rules", "", "rules", SETTING, NULL},
    {"user_account", "email email_key name", "password_hash theme density time_zone", ACCOUNT, NULL},
};
/* clang-format on */

const struct privacy_table *
privacy_tables(size_t *n)
{
    *n = sizeof tables / sizeof *tables;
    return tables;
}

/* Pages of their company must not bring them back. */
static bool
remember_people(struct ctx *ctx, const int64_t *ids, size_t n)
{
    static const struct field map[] = {FIELD_STR(struct suppression_person, first_name),
                                       FIELD_STR(struct suppression_person, last_name),
                                       FIELD_STR(struct suppression_person, linkedin_key),
                                       FIELD_STR(struct suppression_person, domain), FIELD_END};
    struct suppression_person *people;
    size_t n_people;
    return DB_ALL(ctx, &SQL_PRIVACY_PEOPLE, DB_ARGS(DB_I64S(ids, n)), map, &people, &n_people) &&
           suppression_person_add(ctx, people, n_people, "Erased");
}

bool
privacy_erase(struct ctx *ctx, enum record_entity entity, const int64_t *ids, size_t n,
              int64_t *n_erased)
{
    struct row {
        int64_t record_id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, record_id), FIELD_END};
    size_t n_rows;
    if (entity == RECORD_CONTACT && !remember_people(ctx, ids, n))
        return false;
    if (!DB_ALL(ctx, entity == RECORD_COMPANY ? &SQL_PRIVACY_COMPANY : &SQL_PRIVACY_CONTACT,
                DB_ARGS(DB_I64S(ids, n)), map, &rows, &n_rows))
        return false;
    *n_erased = (int64_t)n_rows;
    int64_t *erased = ARENA_ARRAY(ctx->arena, n_rows + 1, int64_t);
    for (size_t i = 0; i < n_rows; i++)
        erased[i] = rows[i].record_id;
    for (size_t i = 0; n_rows && i < sizeof tables / sizeof *tables; i++)
        if (tables[i].forget &&
            !db_exec(ctx, tables[i].forget, DB_ARGS(DB_I64(entity), DB_I64S(erased, n_rows)), NULL))
            return false;
    return true;
}

bool
privacy_sweep(struct ctx *ctx)
{
    return db_exec(ctx, &SQL_PRIVACY_SWEEP, DB_ARGS(DB_I64(PRIVACY_SWEEP_DAYS)), NULL);
}

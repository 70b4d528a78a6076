/* The audit log. See audit.h. */
#include "domain/account/audit.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "base/json.h"
#include "statements.h"

enum { WORDS_MOST = 1000 };

/* One row, one line. */
/* clang-format off */
const struct audit_action audit_actions[] = {
    {"sign_in", "signed in as", "Sign-in"},
    {"sign_in_paused", "too many wrong passwords for", "Sign-in paused"},
    {"session_end", "ended sessions of", "Session ended"},
    {"password_change", "changed the password of", "Password changed"},
    {"password_reset", "set a new password for", "Password set by link"},
    {"second_factor_on", "switched on the second factor of", "Second factor on"},
    {"second_factor_off", "switched off the second factor of", "Second factor off"},
    {"recovery_codes_new", "made new recovery codes for", "Recovery codes made"},
    {"recovery_code_used", "used a recovery code of", "Recovery code used"},
    {"member_invite", "invited", "Member invited"},
    {"invitation_withdraw", "withdrew the invitation of", "Invitation withdrawn"},
    {"member_join", "joined as", "Member joined"},
    {"member_add", "added", "Member added"},
    {"member_role", "changed the role of", "Role changed"},
    {"member_remove", "removed", "Member removed"},
    {"tenant_add", "added the workspace", "Workspace added"},
    {"tenant_change", "changed the settings of", "Workspace changed"},
    {"tenant_off", "switched off the workspace", "Workspace off"},
    {"tenant_on", "switched on the workspace", "Workspace on"},
    {"api_token_add", "made the API token", "API token made"},
    {"api_token_revoke", "revoked the API token", "API token revoked"},
    {"user_add", "added the account", "Account added"},
    {"user_off", "switched off the account", "Account off"},
    {"user_on", "switched on the account", "Account on"},
    {"super_on", "made a super admin of", "Super admin made"},
    {"user_email", "changed the address of", "Address changed"},
    {"super_off", "took super admin from", "Super admin taken away"},
    {"reset_link", "made a password link for", "Password link made"},
    {"schedule_run", "started the task", "Task started"},
    {"provider_add", "added the service", "Service added"},
    {"provider_change", "changed the service", "Service changed"},
    {"provider_key", "gave a key to the service", "Key of a service given"},
    {"provider_key_gone", "took the key from the service", "Key of a service taken"},
    {"provider_remove", "removed the service", "Service removed"},
    {"email_probe_on", "let mail servers be asked about addresses", "Mail servers asked"},
    {"email_probe_off", "lets mail servers be asked no more", "Mail servers asked no more"},
    {"people_focus_set", "chose whom to look for", "People to look for chosen"},
    {"triage_rules", "changed the", "Triage rules changed"},
    {"schedule_pause", "paused the task", "Task paused"},
    {"schedule_resume", "resumed the task", "Task resumed"},
    {"schedule_change", "changed when it runs:", "Task changed"},
    {"job_retry", "started again the job", "Job started again"},
    {"job_cancel", "stopped the job", "Job stopped"},
    {"record_erase", "erased for good", "Records erased"},
    {"suppression_add", "barred from contact", "Suppression added"},
    {"suppression_remove", "allowed contact again with", "Suppression removed"},
    {"import_run", "ran the import of", "Import run"},
    {"import_undo", "undid the import of", "Import undone"},
    {"import_discard", "discarded the import of", "Import discarded"},
    {"tag_rename", "renamed the tag", "Tag renamed"},
    {"tag_merge", "merged the tag", "Tags merged"},
    {"tag_delete", "deleted the tag", "Tag deleted"},
    {"list_rename", "renamed the list", "List renamed"},
    {"list_merge", "merged the list", "Lists merged"},
    {"list_delete", "deleted the list", "List deleted"},
    {"owner_hand_over", "handed over the records of", "Records handed over"},
    {"custom_field_add", "added the custom field", "Custom field added"},
    {"custom_field_change", "changed the custom field", "Custom field changed"},
    {"custom_field_archive", "archived the custom field", "Custom field archived"},
    {"custom_field_restore", "brought back the custom field", "Custom field brought back"},
    {"custom_field_delete", "deleted the custom field", "Custom field deleted"},
    {"campaign_template_add", "saved the campaign template", "Campaign template saved"},
    {"campaign_template_replace", "overwrote the campaign template", "Campaign template overwritten"},
    {"campaign_template_rename", "renamed the campaign template", "Campaign template renamed"},
    {"campaign_template_delete", "deleted the campaign template", "Campaign template deleted"},
    {"export", "exported", "Records exported"},
    {"campaign_move", "moved the campaign", "Campaign moved"},
    {"campaign_approve", "approved the campaign", "Campaign approved"},
    {"campaign_delete", "deleted the campaign", "Campaign deleted"},
    {"sender_remove", "removed the sender", "Sender removed"},
    {"country_policy", "changed the rule for", "Country's rule changed"},
    {"icp_activate", "let score", "Model of signals activated"},
    {NULL, NULL, NULL},
};
/* clang-format on */

static const struct field entry_map[] = {
    FIELD_I64(struct audit_entry, audit_id),    FIELD_I64(struct audit_entry, at),
    FIELD_STR(struct audit_entry, tenant_name), FIELD_STR(struct audit_entry, tenant_slug),
    FIELD_STR(struct audit_entry, actor_name),  FIELD_STR(struct audit_entry, actor_email),
    FIELD_STR(struct audit_entry, action),      FIELD_STR(struct audit_entry, subject),
    FIELD_STR(struct audit_entry, detail),      FIELD_END,
};

const char *
audit_verb(const char *action)
{
    for (const struct audit_action *row = audit_actions; row->action; row++)
        if (!strcmp(row->action, action))
            return row->verb;
    return action;
}

bool
audit_words(struct ctx *ctx, const char *detail, const char **words)
{
    struct jsn *object = NULL, *value = NULL;
    const char *key = NULL;
    struct buf buf;
    if (!jsn_read(ctx, ctx->arena, detail, strlen(detail), &object))
        return false;
    buf_init(&buf, ctx->arena, WORDS_MOST);
    for (const void *at = NULL; jsn_member(object, &at, &key, &value);) {
        if (jsn_kind(value) == JSN_NULL || (jsn_kind(value) == JSN_BOOL && !jsn_as_bool(value, 0)))
            continue;
        buf_text(&buf, buf.length ? ", " : "");
        for (const char *c = key; *c; c++)
            buf_char(&buf, *c == '_' ? ' ' : *c);
        if (jsn_kind(value) == JSN_TEXT)
            buf_printf(&buf, ": %s", jsn_as_text(value, ""));
        else if (jsn_kind(value) == JSN_INT)
            buf_printf(&buf, ": %" PRId64, jsn_as_int(value, 0));
    }
    *words = buf.data;
    return true;
}

bool
audit_list(struct ctx *ctx, int64_t tenant_id, const char *action, const char *who, int64_t after,
           int64_t before, int64_t most, struct audit_entry **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_AUDIT_LIST,
                  DB_ARGS(DB_I64(tenant_id), DB_STR(action), DB_STR(who), DB_I64(after),
                          DB_I64(before), DB_I64(most)),
                  entry_map, rows, n_rows);
}

bool
audit_add(struct ctx *ctx, const char *action, const char *subject, const char *detail)
{
    return db_exec(ctx, &SQL_AUDIT_ADD,
                   DB_ARGS(DB_STR(action), DB_STR(subject), DB_STR(detail ? detail : "{}")), NULL);
}

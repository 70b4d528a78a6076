/* Verdicts. See import_decide.h. */
#include "domain/import/import_decide.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "domain/identity/name_domain.h"
#include "domain/import/import_apply.h"
#include "domain/import/import_match.h"
#include "domain/import/import_reason.h"

static void
conclude(struct import_entry *entry, enum import_verdict verdict, const char *reason,
         const char *detail)
{
    entry->verdict = (char)verdict;
    entry->reason = reason;
    entry->detail = detail;
}

/* A company nobody knows: only what tells which one it is; the rest comes when a row needs it. */
static struct import_record *
make_company(struct ctx *ctx, struct import_batch *batch, const struct import_entry *entry)
{
    struct import_record *record = import_batch_make(ctx, batch, RECORD_COMPANY, entry->row_no);
    const char *name = entry->company[COMPANY_NAME];
    const char *domain = entry->company[COMPANY_DOMAIN];
    if (!domain && entry->email_domain && *entry->company_keys.name_key &&
        !map_get(batch->company_by_domain, entry->email_domain) &&
        name_domain_resembles(ctx->arena, name, entry->email_domain))
        domain = entry->email_domain;
    import_batch_set(record, COMPANY_NAME, name ? name : domain);
    if (domain)
        import_batch_set(record, COMPANY_DOMAIN, domain);
    return record;
}

bool
import_decide_companies(struct ctx *ctx, struct import_batch *batch)
{
    for (size_t i = 0; i < batch->n_entries; i++) {
        struct import_entry *entry = &batch->entries[i];
        const char *reason;
        if (entry->verdict || (!entry->has_company && !entry->email_domain))
            continue;
        entry->company_record = import_match_company(ctx, batch, entry, &reason);
        if (entry->company_record || !entry->has_company)
            continue;
        entry->company_record = make_company(ctx, batch, entry);
        import_batch_add(ctx, batch, entry->company_record);
    }
    return true;
}

/* Line of the row that made a record, for "same as line 118": the line is the row's own when the
 * file has no line breaks inside cells; the ledger finds it by row otherwise. */
static const char *
row_text(struct arena *arena, const struct import_batch *batch, int64_t row_no)
{
    const struct import_entry *first = &batch->entries[0];
    int64_t place = row_no - first->row_no;
    if (place >= 0 && (size_t)place < batch->n_entries)
        return arena_printf(arena, "%" PRId64, first[place].line_no);
    return arena_printf(arena, "%" PRId64, batch->line_of_row(batch->run, row_no));
}

/* The rest of the verdict for a record that was there: changed or not. */
static void
conclude_known(struct ctx *ctx, struct import_batch *batch, struct import_entry *entry,
               const struct import_record *record, size_t n_changes, const char *reason,
               const char *detail)
{
    bool repeats = record->made_by && record->made_by != entry->row_no;
    if (repeats) {
        reason = IMPORT_REPEATS;
        detail = row_text(ctx->arena, batch, record->made_by);
    }
    if (n_changes)
        conclude(entry, IMPORT_UPDATED, reason, detail);
    else if (repeats)
        conclude(entry, IMPORT_SKIPPED, reason, detail);
    else if (batch->options->strategy == IMPORT_LEAVE)
        conclude(entry, IMPORT_SKIPPED, IMPORT_LEFT, detail);
    else
        conclude(entry, IMPORT_SKIPPED, IMPORT_COMPLETE, NULL);
}

static bool
decide_company(struct ctx *ctx, struct import_batch *batch, struct import_entry *entry)
{
    const char *reason;
    struct import_record *record = import_match_company(ctx, batch, entry, &reason);
    size_t n = 0;
    if (!record || batch->options->strategy == IMPORT_ANYWAY) {
        struct import_record *twin = record;
        record = make_company(ctx, batch, entry);
        record->wanted = true;
        record->duplicate_of = twin ? twin->id : 0;
        if (!import_apply(ctx, batch, record, entry, &n))
            return false;
        import_batch_add(ctx, batch, record);
        conclude(entry, IMPORT_CREATED, twin ? IMPORT_KEPT_TWIN : IMPORT_NEW,
                 twin ? twin->values[COMPANY_NAME] : NULL);
    } else {
        if (batch->options->strategy != IMPORT_LEAVE &&
            !import_apply(ctx, batch, record, entry, &n))
            return false;
        conclude_known(ctx, batch, entry, record, n, reason,
                       !strcmp(reason, IMPORT_BY_DOMAIN) ? record->company_keys.domain : NULL);
    }
    entry->company_record = record;
    return true;
}

/* The company of a row whose contact is created or changed: written if new, its blanks filled. */
static bool
use_company(struct ctx *ctx, struct import_batch *batch, struct import_entry *entry)
{
    struct import_record *company = entry->company_record;
    size_t n = 0;
    if (!company)
        return true;
    bool created = company->is_new && !company->wanted;
    company->wanted = true;
    if (created)
        company->made_by = entry->row_no;
    if (!import_apply_company(ctx, batch, company, entry, &n))
        return false;
    entry->company_created = created;
    entry->company_updated = !created && n > 0;
    return true;
}

static void
link_company(struct arena *arena, struct import_record *contact, struct import_record *company)
{
    contact->company = company;
    import_batch_set(contact, CONTACT_COMPANY_ID, arena_printf(arena, "%" PRId64, company->id));
}

static bool
create_contact(struct ctx *ctx, struct import_batch *batch, struct import_entry *entry,
               struct import_record *twin)
{
    struct import_record *record = import_batch_make(ctx, batch, RECORD_CONTACT, entry->row_no);
    size_t n = 0;
    record->wanted = true;
    record->duplicate_of = twin ? twin->id : 0;
    if (!use_company(ctx, batch, entry))
        return false;
    if (entry->company_record)
        link_company(ctx->arena, record, entry->company_record);
    if (!import_apply(ctx, batch, record, entry, &n))
        return false;
    import_batch_add(ctx, batch, record);
    entry->contact_record = record;
    const char *reason = !entry->company_record   ? IMPORT_NEW
                         : entry->company_created ? IMPORT_NEW_BOTH
                                                  : IMPORT_NEW_PERSON;
    conclude(entry, IMPORT_CREATED, twin ? IMPORT_KEPT_TWIN : reason,
             twin ? import_record_label(ctx->arena, twin) : NULL);
    return true;
}

static bool
decide_contact(struct ctx *ctx, struct import_batch *batch, struct import_entry *entry)
{
    /* of a company that neither the row names nor its e-mail domain found */
    if (entry->has_facts && !entry->company_record)
        entry->flags |= IMPORT_FLAG_DROPPED;
    const char *reason, *detail;
    struct import_record *record = import_match_contact(ctx, batch, entry, &reason, &detail);
    if (!record || batch->options->strategy == IMPORT_ANYWAY)
        return create_contact(ctx, batch, entry, record);
    size_t n = 0;
    entry->contact_record = record;
    if (batch->options->strategy != IMPORT_LEAVE) {
        if (!import_apply(ctx, batch, record, entry, &n))
            return false;
        bool same = entry->company_record && record->company == entry->company_record;
        bool may = batch->options->contact[CONTACT_COMPANY_ID] == IMPORT_OVERWRITE;
        bool link = entry->company_record && !same && (!record->values[CONTACT_COMPANY_ID] || may);
        if ((link || same) && !use_company(ctx, batch, entry))
            return false;
        if (link) {
            import_apply_note(ctx->arena, entry, "company",
                              record->company ? record->company->values[COMPANY_NAME] : NULL,
                              entry->company_record->values[COMPANY_NAME]);
            link_company(ctx->arena, record, entry->company_record);
            import_batch_settle(ctx, batch, record, entry);
            n++;
        } else if (entry->company_record && !same) {
            entry->flags |= IMPORT_FLAG_KEPT;
        }
    }
    conclude_known(ctx, batch, entry, record, n, reason, detail);
    return true;
}

bool
import_decide_rows(struct ctx *ctx, struct import_batch *batch)
{
    for (size_t i = 0; i < batch->n_entries; i++) {
        struct import_entry *entry = &batch->entries[i];
        if (entry->verdict)
            continue;
        bool ok = batch->entity == RECORD_COMPANY ? decide_company(ctx, batch, entry)
                                                  : decide_contact(ctx, batch, entry);
        if (!ok)
            return false;
    }
    return true;
}

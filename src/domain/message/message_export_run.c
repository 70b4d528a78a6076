/* The loop over people. See message_export_run.h; message_export_row.h makes the cells. */
#include "domain/message/message_export_run.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "domain/account/audit.h"
#include "domain/campaign/campaign.h"
#include "domain/message/message_export_row.h"
#include "statements.h"

enum { BATCH = 2000, PUMP_ROWS = 20 };

const char *const message_export_format_names[MESSAGE_EXPORT_FORMATS + 1] = {"lemlist", "linkedin",
                                                                             "csv", "xlsx", NULL};
const char *const message_export_format_labels[MESSAGE_EXPORT_FORMATS] = {
    "Lemlist (CSV)", "LinkedIn (CSV)", "All messages (CSV)", "All messages (Excel)"};

enum { DELETED, EXCLUDED, DISQUALIFIED, LEFT_OUT, SUPPRESSED, NO_ADDRESS, NO_PROFILE, NOTHING };
const struct message_export_reason message_export_reasons[MESSAGE_EXPORT_REASONS + 1] = {
    {"deleted",      "Deleted",           "were deleted"                           },
    {"excluded",     "Excluded",          "are excluded from the campaign"         },
    {"disqualified", "Disqualified",      "or their company are disqualified"      },
    {"left_out",     "Left out",          "work for a company that triage left out"},
    {"suppressed",   "Suppressed",        "must not be contacted"                  },
    {"no_email",     "No e-mail address", "have no e-mail address"                 },
    {"no_linkedin",  "No LinkedIn page",  "have no LinkedIn page"                  },
    {"nothing",      "Nothing approved",  "have no approved message for this file" },
    {NULL,           NULL,                NULL                                     },
};

struct run {
    struct arena *arena, *row;
    const struct message_export_work *work;
    struct message_export_layout *layout;
    struct record_export_file *file;
    const char *zone;
    struct message_export_member *members;
    int64_t *left;
    const char **left_reasons;
    size_t n, n_left;
    struct message_export_batch batches[2];
    struct message_export_totals totals;
};

bool
message_export_format_read(struct ctx *ctx, const char *name, enum message_export_format *out)
{
    for (unsigned i = 0; i < MESSAGE_EXPORT_FORMATS; i++) {
        *out = (enum message_export_format)i;
        if (!strcmp(name, message_export_format_names[i]))
            return true;
    }
    return err_field(ctx, ERR_INPUT, "format", "The formats are lemlist, linkedin, csv and xlsx.");
}

bool
message_export_may(struct ctx *ctx, int64_t campaign_id, const char **name)
{
    static const char *const states[] = {"approved", "sending", "paused", "finished"};
    struct campaign campaign;
    if (!campaign_get(ctx, campaign_id, &campaign))
        return false;
    *name = campaign.name;
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (!strcmp(states[i], campaign.state))
            return true;
    return err_raise(ctx, ERR_CONFLICT,
                     "Approve the campaign first: only approved messages leave the house.");
}

/* The answer is four times as large as what is kept of it. */
static bool
read_members(struct ctx *ctx, struct run *run)
{
    struct arena *outer = ctx->arena, *unit = arena_new();
    struct db_table people;
    ctx->arena = unit;
    bool ok =
        db_table(ctx, &SQL_MESSAGE_EXPORT_PEOPLE, DB_ARGS(DB_I64(run->work->campaign_id)), &people);
    ctx->arena = outer;
    run->n = ok ? people.n_rows : 0;
    run->members = ARENA_ARRAY(run->arena, run->n + 1, struct message_export_member);
    for (size_t i = 0; i < run->n; i++) {
        const char *variant = db_cell(&people, i, 2);
        run->members[i] = (struct message_export_member){strtoll(db_cell(&people, i, 0), NULL, 10),
                                                         variant ? strtoll(variant, NULL, 10) : 0,
                                                         db_cell(&people, i, 1)[0] == 't'};
    }
    arena_free(unit);
    return ok;
}

/* The first transaction: the layout, whose messages, the file. */
static bool
prepare(struct ctx *ctx, struct run *run)
{
    const struct message_export_work *work = run->work;
    struct record_export_form form = {
        .format = work->format == MESSAGE_EXPORT_XLSX ? EXPORT_XLSX : EXPORT_CSV, .bom = work->bom};
    const char *name, *zone;
    if (!message_export_may(ctx, work->campaign_id, &name) ||
        !db_str(ctx, &SQL_RECORD_EXPORT_ZONE, DB_NO_ARGS, &zone) ||
        !message_export_layout(ctx, run->arena, work->campaign_id, work->format, &run->layout) ||
        !read_members(ctx, run))
        return false;
    run->zone = arena_strdup(run->arena, zone);
    run->left = ARENA_ARRAY(run->arena, BATCH, int64_t);
    run->left_reasons = ARENA_ARRAY(run->arena, BATCH, const char *);
    if (work->export_id &&
        !db_exec(ctx, &SQL_MESSAGE_EXPORT_LEFT_CLEAR, DB_ARGS(DB_I64(work->export_id)), NULL))
        return false;
    return record_export_file_begin(ctx, run->arena, work->path, &form, "Messages",
                                    run->layout->columns, run->layout->n_columns, &run->file);
}

static void
leave_out(struct run *run, int64_t contact_id, const char *code)
{
    run->totals.left_out++;
    for (size_t i = 0; i < MESSAGE_EXPORT_REASONS; i++)
        if (!strcmp(message_export_reasons[i].code, code))
            run->totals.left[i]++;
    run->left[run->n_left] = contact_id;
    run->left_reasons[run->n_left++] = code;
}

/* What the codes of the gate are called in the file's account. */
static const struct {
    const char *bar;
    int reason;
} barred[] = {
    {"gone",         DELETED     },
    {"disqualified", DISQUALIFIED},
    {"company",      DISQUALIFIED},
    {"triage",       LEFT_OUT    },
    {"suppressed",   SUPPRESSED  },
};

/* Why this person is not in the file; NULL: they are. */
static const char *
refusal(const struct run *run, const struct message_export_batch *batch, size_t place)
{
    const struct db_table *people = &batch->tables[EXPORTED_PERSON];
    size_t row = (size_t)batch->person[place];
    for (size_t i = 0; batch->bars[place].code && i < sizeof barred / sizeof *barred; i++)
        if (!strcmp(barred[i].bar, batch->bars[place].code))
            return message_export_reasons[barred[i].reason].code;
    if (batch->members[place].excluded)
        return message_export_reasons[EXCLUDED].code;
    if (run->work->format == MESSAGE_EXPORT_LEMLIST && !db_cell(people, row, PERSON_EMAIL))
        return message_export_reasons[NO_ADDRESS].code;
    if (run->work->format == MESSAGE_EXPORT_LINKEDIN && !db_cell(people, row, PERSON_LINKEDIN_URL))
        return message_export_reasons[NO_PROFILE].code;
    return NULL;
}

static bool
write_person(struct ctx *ctx, struct run *run, const struct message_export_batch *batch,
             size_t place)
{
    const char *code = refusal(run, batch, place);
    int64_t messages = 0;
    arena_reset(run->row);
    if (!code &&
        !message_export_person(ctx, run->row, run->layout, batch, place, run->file, &messages))
        return false;
    if (!code && !messages)
        code = message_export_reasons[NOTHING].code;
    if (code)
        leave_out(run, batch->members[place].contact_id, code);
    run->totals.people += !code;
    run->totals.messages += messages;
    return true;
}

static bool
write_batch(struct ctx *ctx, struct run *run, const struct message_export_batch *batch)
{
    for (size_t i = 0; i < batch->n; i++) {
        if (i % PUMP_ROWS == 0 && !db_pump(ctx))
            return false;
        if (batch->person[i] >= 0 && !write_person(ctx, run, batch, i))
            return false;
    }
    return true;
}

static bool
note_left(struct ctx *ctx, struct run *run)
{
    size_t n = run->n_left;
    run->n_left = 0;
    return !n || !run->work->export_id ||
           db_exec(ctx, &SQL_MESSAGE_EXPORT_LEFT_ADD,
                   DB_ARGS(DB_I64(run->work->export_id), DB_I64S(run->left, n),
                           DB_STRS(run->left_reasons, n)),
                   NULL);
}

/* Writes the batch before while the server reads this one. */
static bool
turn(struct ctx *ctx, struct run *run, struct message_export_batch *batch,
     struct message_export_batch *before)
{
    const struct message_export_work *work = run->work;
    const struct message_export_question question = {
        work->campaign_id, run->zone, run->layout->n_pdf, work->format >= MESSAGE_EXPORT_CSV};
    if (!work->begin(ctx, work->arg) ||
        (batch->n && !message_export_batch_send(ctx, &question, batch)))
        return false;
    message_export_batch_join(before);
    if (!write_batch(ctx, run, before))
        return false;
    return (!batch->n || message_export_batch_receive(ctx, batch)) && note_left(ctx, run) &&
           db_commit(ctx);
}

static bool
loop(struct ctx *ctx, struct run *run, bool *stopped)
{
    const struct message_export_work *work = run->work;
    struct arena *unit = arena_new(), *outer = ctx->arena;
    bool ok = true;
    arena_defer(run->arena, (void (*)(void *))arena_free, unit);
    ctx->arena = unit;
    /* one turn more than batches: the last only writes */
    for (size_t from = 0, i = 0; ok && !*stopped && from < run->n + BATCH; from += BATCH, i++) {
        struct message_export_batch *batch = &run->batches[i % 2];
        size_t left = from < run->n ? run->n - from : 0;
        arena_reset(unit);
        arena_reset(batch->arena);
        *batch = (struct message_export_batch){.arena = batch->arena,
                                               .members = run->members + (left ? from : 0),
                                               .n = left < BATCH ? left : BATCH};
        ok = turn(ctx, run, batch, &run->batches[(i + 1) % 2]) &&
             work->step(ctx, work->arg, (int64_t)(from < run->n ? from : run->n), (int64_t)run->n,
                        stopped);
    }
    ctx->arena = outer;
    return ok;
}

bool
message_export_write(struct ctx *ctx, const struct message_export_work *work,
                     struct message_export_totals *totals, bool *stopped)
{
    struct arena *arena = arena_new(), *outer = ctx->arena;
    struct run *run = ARENA_NEW(arena, struct run);
    struct record_export_totals file = {0};
    *run = (struct run){.arena = arena, .row = arena_new(), .work = work};
    arena_defer(arena, (void (*)(void *))arena_free, run->row);
    for (int i = 0; i < 2; i++) {
        run->batches[i].arena = arena_new();
        arena_defer(arena, (void (*)(void *))arena_free, run->batches[i].arena);
    }
    *stopped = false;
    ctx->arena = arena;
    bool ok = work->begin(ctx, work->arg) && prepare(ctx, run) && db_commit(ctx);
    ctx->arena = outer;
    ok = ok && loop(ctx, run, stopped) &&
         (*stopped || record_export_file_end(ctx, run->file, &file));
    if (!ok)
        db_rollback(ctx);
    *totals = run->totals;
    totals->bytes = file.bytes;
    totals->cut = file.cut;
    arena_free(arena);
    return ok;
}

bool
message_export_audit(struct ctx *ctx, const struct message_export_work *work,
                     const struct message_export_totals *totals)
{
    struct jsn *detail = jsn_object(ctx->arena);
    const char *name;
    if (!message_export_may(ctx, work->campaign_id, &name))
        return false;
    jsn_set_text(detail, "campaign", name);
    jsn_set_text(detail, "format", message_export_format_labels[work->format]);
    jsn_set_int(detail, "messages", totals->messages);
    jsn_set_int(detail, "left out", totals->left_out);
    return audit_add(ctx, "export",
                     arena_printf(ctx->arena, "messages to %" PRId64 " %s", totals->people,
                                  totals->people == 1 ? "person" : "people"),
                     jsn_write(ctx->arena, detail));
}

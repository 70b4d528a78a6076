/* leadgen-batch campaign: what campaigns there are, one of them, writing its messages, and handing out
 * the approved ones. The same functions as behind the pages, done here at once. */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/json.h"
#include "batch/batch.h"
#include "batch/command.h"
#include "domain/account/tenant.h"
#include "domain/campaign/campaign_list.h"
#include "domain/generation/generation.h"
#include "domain/message/message_export_run.h"
#include "domain/sequence/campaign_step.h"

enum { LIST_PAGE = 100 };

struct campaign_wish {
    const char *act, *slug, *format, *output;
    int64_t id, tenant_id;
    bool bom, json;
    bool bar; /* a progress bar is on the terminal */
};

static bool
begin(struct ctx *ctx, void *arg)
{
    const struct campaign_wish *wish = arg;
    return db_begin(ctx, false) && tenant_enter(ctx, wish->tenant_id);
}

static bool
step(struct ctx *ctx, void *arg, int64_t done, int64_t total, bool *stop)
{
    const struct campaign_wish *wish = arg;
    (void)ctx;
    (void)stop;
    if (wish->bar)
        fprintf(stderr, "\r%" PRId64 " of %" PRId64 " people ", done, total);
    return true;
}

static void
report_export(struct ctx *ctx, const struct campaign_wish *wish,
              const struct message_export_totals *totals)
{
    FILE *out = strcmp(wish->output, "-") ? stdout : stderr;
    if (wish->bar)
        fputs("\r\033[K", stderr);
    if (wish->json) {
        struct jsn *line = jsn_object(ctx->arena), *left = jsn_object(ctx->arena);
        jsn_set_int(line, "people", totals->people);
        jsn_set_int(line, "messages", totals->messages);
        jsn_set_int(line, "bytes", totals->bytes);
        for (size_t i = 0; i < MESSAGE_EXPORT_REASONS; i++)
            if (totals->left[i])
                jsn_set_int(left, message_export_reasons[i].code, totals->left[i]);
        jsn_set(line, "left_out", left);
        fprintf(out, "%s\n", jsn_write(ctx->arena, line));
        return;
    }
    fprintf(out, "%" PRId64 " people, %" PRId64 " messages, %" PRId64 " bytes\n", totals->people,
            totals->messages, totals->bytes);
    for (size_t i = 0; i < MESSAGE_EXPORT_REASONS; i++)
        if (totals->left[i])
            fprintf(out, "%" PRId64 " left out: they %s\n", totals->left[i],
                    message_export_reasons[i].words);
}

/* The file is written beside its place and moved there when it is complete. */
static bool
write_file(struct ctx *ctx, struct campaign_wish *wish, struct message_export_work *work,
           struct message_export_totals *totals)
{
    bool stopped;
    if (!strcmp(wish->output, "-")) {
        work->path = "-";
        return message_export_write(ctx, work, totals, &stopped);
    }
    char *part = arena_printf(ctx->arena, "%s.part-XXXXXX", wish->output);
    int fd = mkstemp(part);
    if (fd < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "%s: %s", part, strerror(errno));
    close(fd);
    work->path = part;
    bool ok = message_export_write(ctx, work, totals, &stopped) &&
              (rename(part, wish->output) == 0 ||
               err_raise(ctx, ERR_UNAVAILABLE, "%s: %s", wish->output, strerror(errno)));
    if (!ok)
        unlink(part);
    return ok;
}

static bool
export_messages(struct ctx *ctx, struct campaign_wish *wish)
{
    struct message_export_work work = {
        .campaign_id = wish->id, .bom = wish->bom, .begin = begin, .step = step, .arg = wish};
    struct message_export_totals totals;
    if (!message_export_format_read(ctx, wish->format, &work.format))
        return false;
    if (work.format == MESSAGE_EXPORT_XLSX && !strcmp(wish->output, "-"))
        return err_raise(ctx, ERR_INPUT, "A workbook needs --output FILE.");
    wish->bar = !wish->json && isatty(STDERR_FILENO);
    if (!write_file(ctx, wish, &work, &totals) || !begin(ctx, wish) ||
        !message_export_audit(ctx, &work, &totals) || !db_commit(ctx))
        return false;
    report_export(ctx, wish, &totals);
    return true;
}

static void
set_counts(struct jsn *line, const struct campaign_counts *counts)
{
    jsn_set_int(line, "people", counts->people);
    jsn_set_int(line, "drafts", counts->draft);
    jsn_set_int(line, "approved", counts->approved);
    jsn_set_int(line, "rejected", counts->rejected);
    jsn_set_int(line, "sent", counts->sent);
}

static void
print_campaign(struct ctx *ctx, const struct campaign_wish *wish, int64_t id, const char *name,
               const char *state, const struct campaign_counts *counts)
{
    if (!wish->json) {
        printf("%" PRId64 "\t%s\t%" PRId64 " people\t%" PRId64 " drafts\t%" PRId64
               " approved\t%s\n",
               id, state, counts->people, counts->draft, counts->approved, name);
        return;
    }
    struct jsn *line = jsn_object(ctx->arena);
    jsn_set_int(line, "id", id);
    jsn_set_text(line, "name", name);
    jsn_set_text(line, "state", state);
    set_counts(line, counts);
    printf("%s\n", jsn_write(ctx->arena, line));
}

/* All of them. */
static bool
list_campaigns(struct ctx *ctx, struct campaign_wish *wish)
{
    static const char *const states[] = {"draft",   "ready",  "generating", "review",  "approved",
                                         "sending", "paused", "finished",   "archived"};
    const struct campaign_tab all = {"all", "All", states, sizeof states / sizeof *states};
    const struct campaign_filter filter = {0};
    struct campaign_row *rows;
    size_t n;
    int64_t at = 0;
    do {
        if (!begin(ctx, wish) ||
            !campaign_list(ctx, &all, &filter, "name", LIST_PAGE, at, &rows, &n) || !db_commit(ctx))
            return false;
        for (size_t i = 0; i < n; i++)
            print_campaign(ctx, wish, rows[i].campaign_id, rows[i].name, rows[i].state,
                           &rows[i].counts);
        at += (int64_t)n;
    } while (n == LIST_PAGE);
    return true;
}

static bool
show_campaign(struct ctx *ctx, struct campaign_wish *wish)
{
    struct campaign campaign;
    struct campaign_counts counts;
    struct campaign_step *steps;
    size_t n;
    if (!begin(ctx, wish) || !campaign_get(ctx, wish->id, &campaign) ||
        !campaign_counts(ctx, wish->id, &counts) || !campaign_steps(ctx, wish->id, &steps, &n) ||
        !db_commit(ctx))
        return false;
    print_campaign(ctx, wish, campaign.campaign_id, campaign.name, campaign.state, &counts);
    for (size_t i = 0; i < n && !wish->json; i++)
        printf("  %" PRId64 ". day %" PRId64 "\t%s\t%s%s\n", steps[i].position, steps[i].day_offset,
               steps[i].channel, steps[i].label, steps[i].is_on ? "" : " (off)");
    return true;
}

/* The workers of tick write them; this says which run to look at. */
static bool
generate_messages(struct ctx *ctx, struct campaign_wish *wish)
{
    int64_t run_id;
    if (!begin(ctx, wish) || !generation_start(ctx, wish->id, &run_id) || !db_commit(ctx))
        return false;
    printf(wish->json ? "{\"run\":%" PRId64 "}\n" : "run %" PRId64 "\n", run_id);
    return true;
}

/* The acts, and whether each needs --id. */
static const struct {
    const char *name;
    bool (*run)(struct ctx *ctx, struct campaign_wish *wish);
    bool of_one;
} acts[] = {
    {"list",     list_campaigns,    false},
    {"show",     show_campaign,     true },
    {"generate", generate_messages, true },
    {"export",   export_messages,   true },
};

static bool
read_id(const char *text, int64_t *id)
{
    char *end;
    errno = 0;
    *id = strtoll(text, &end, 10);
    return !errno && end != text && !*end && *id > 0;
}

static bool
read_wish(int argc, char **argv, struct campaign_wish *wish)
{
    static const struct option options[] = {
        {"tenant", required_argument, NULL, 't'},
        {"id",     required_argument, NULL, 'i'},
        {"format", required_argument, NULL, 'f'},
        {"bom",    no_argument,       NULL, 'b'},
        {"output", required_argument, NULL, 'o'},
        {"json",   no_argument,       NULL, 'j'},
        {NULL,     0,                 NULL, 0  },
    };
    int option;
    bool ok = true;
    while (ok && (option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (option) {
        case 't':
            wish->slug = optarg;
            break;
        case 'i':
            ok = read_id(optarg, &wish->id);
            break;
        case 'f':
            wish->format = optarg;
            break;
        case 'b':
            wish->bom = true;
            break;
        case 'o':
            wish->output = optarg;
            break;
        case 'j':
            wish->json = true;
            break;
        default:
            ok = false;
        }
    }
    wish->act = argv[optind];
    return ok && wish->slug && optind + 1 == argc;
}

int
campaign_command(int argc, char **argv)
{
    static const char usage[] =
        "usage: leadgen-batch campaign list --tenant SLUG [--json]\n"
        "       leadgen-batch campaign show --tenant SLUG --id ID [--json]\n"
        "       leadgen-batch campaign generate --tenant SLUG --id ID [--json]\n"
        "       leadgen-batch campaign export --tenant SLUG --id ID "
        "[--format lemlist|linkedin|csv|xlsx]\n       [--bom] [--output FILE|-] [--json]\n";
    struct campaign_wish wish = {.format = "csv", .output = "-"};
    struct batch batch;
    size_t act = 0, n = sizeof acts / sizeof *acts;
    bool ok = read_wish(argc, argv, &wish);
    while (ok && act < n && strcmp(acts[act].name, wish.act) != 0)
        act++;
    if (!ok || act == n || (acts[act].of_one && !wish.id)) {
        fputs(usage, stderr);
        return EX_USAGE;
    }
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN") ||
        !tenant_by_slug(&batch.ctx, wish.slug, &wish.tenant_id) ||
        !acts[act].run(&batch.ctx, &wish))
        return batch_fail(&batch);
    batch_close(&batch);
    return EX_OK;
}

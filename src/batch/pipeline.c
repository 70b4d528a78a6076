/* leadgen-batch pipeline: starts a run of stages over companies or contacts, or estimates it; and
 * stages, which lists them. The workers do what a run asks for. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "base/json.h"
#include "batch/command.h"
#include "batch/pipeline.h"
#include "domain/account/tenant.h"
#include "domain/label/label.h"

/* The list's records, as a filter. */
static bool
name_list(struct ctx *ctx, struct pipeline_wish *wish)
{
    struct label *lists;
    size_t n;
    if (!wish->list)
        return true;
    if (!label_all(ctx, LABEL_LIST, &lists, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(lists[i].name, wish->list)) {
            wish->choice.filter = arena_printf(ctx->arena, "list=%" PRId64, lists[i].id);
            return true;
        }
    return err_raise(ctx, ERR_NOT_FOUND, "There is no list \"%s\".", wish->list);
}

static void
all_stages(struct ctx *ctx, struct pipeline_choice *choice)
{
    const char **names = ARENA_ARRAY(ctx->arena, PIPELINE_STAGES_MOST, const char *);
    for (const struct stage *const *at = stages; *at; at++)
        if ((*at)->entity == choice->entity && !(*at)->apart &&
            choice->n_stages < PIPELINE_STAGES_MOST)
            names[choice->n_stages++] = (*at)->name;
    choice->stages = names;
}

static void
print_cost(struct ctx *ctx, const struct pipeline_wish *wish, const struct pipeline_cost *cost,
           int64_t run_id)
{
    if (wish->json) {
        struct jsn *line = jsn_object(ctx->arena);
        if (run_id)
            jsn_set_int(line, "run", run_id);
        jsn_set_int(line, "records", cost->records);
        jsn_set_int(line, "stages", (int64_t)cost->n_stages);
        jsn_set_int(line, "cost_micros", cost->cost_micros);
        printf("%s\n", jsn_write(ctx->arena, line));
        return;
    }
    if (run_id)
        printf("run %" PRId64 ": ", run_id);
    printf("%" PRId64 " records, %zu stages, at most %.2f dollars\n", cost->records, cost->n_stages,
           (double)cost->cost_micros / 1e6);
    for (size_t i = 0; i < cost->n_stages; i++)
        printf("  %-14s %6" PRId64 " to do, %" PRId64 " young enough%s\n",
               cost->stages[i].stage->name, cost->stages[i].records - cost->stages[i].kept,
               cost->stages[i].kept, cost->stages[i].added ? ", needed by another" : "");
}

bool
pipeline_begin(struct batch *batch, struct pipeline_wish *wish)
{
    struct ctx *ctx = &batch->ctx;
    struct pipeline_cost cost;
    int64_t tenant_id, run_id = 0;
    if (!wish->choice.n_stages)
        all_stages(ctx, &wish->choice);
    if (!tenant_by_slug(ctx, wish->slug, &tenant_id) || !db_begin(ctx, wish->estimate) ||
        !tenant_enter(ctx, tenant_id) || !name_list(ctx, wish) ||
        !pipeline_run_estimate(ctx, &wish->choice, &cost) ||
        (!wish->estimate && !pipeline_run_start(ctx, &wish->choice, &run_id)) || !db_commit(ctx))
        return false;
    print_cost(ctx, wish, &cost, run_id);
    return true;
}

/* How large it may be, the run knows. */
static bool
read_number(const char *text, int64_t *out)
{
    char *end;
    *out = strtol(text, &end, 10);
    return *text && !*end && *out >= 0;
}

static bool
read_option(int option, struct pipeline_wish *wish, const char **names)
{
    struct pipeline_choice *choice = &wish->choice;
    switch (option) {
    case 't':
        wish->slug = optarg;
        return true;
    case 'e':
        choice->entity = !strcmp(optarg, "contact") ? RECORD_CONTACT : RECORD_COMPANY;
        return !strcmp(optarg, "contact") || !strcmp(optarg, "company");
    case 'l':
        wish->list = optarg;
        return true;
    case 'f':
        choice->filter = optarg;
        return true;
    case 's':
        if (choice->n_stages == PIPELINE_STAGES_MOST)
            return false;
        names[choice->n_stages++] = optarg;
        choice->stages = names;
        return true;
    case 'n':
        return read_number(optarg, &choice->sample);
    case 'r':
        return read_number(optarg, &choice->redo_days);
    case 'c':
        wish->estimate = true;
        return true;
    case 'j':
        wish->json = true;
        return true;
    default:
        return false;
    }
}

int
pipeline_command(int argc, char **argv)
{
    static const struct option options[] = {
        {"tenant",   required_argument, NULL, 't'},
        {"entity",   required_argument, NULL, 'e'},
        {"list",     required_argument, NULL, 'l'},
        {"filter",   required_argument, NULL, 'f'},
        {"stage",    required_argument, NULL, 's'},
        {"sample",   required_argument, NULL, 'n'},
        {"redo",     required_argument, NULL, 'r'},
        {"estimate", no_argument,       NULL, 'c'},
        {"json",     no_argument,       NULL, 'j'},
        {NULL,       0,                 NULL, 0  },
    };
    const char *names[PIPELINE_STAGES_MOST];
    struct pipeline_wish wish = {
        .choice = {.entity = RECORD_COMPANY, .filter = "", .title = ""}
    };
    struct batch batch;
    int option;
    bool ok = true;
    while (ok && (option = getopt_long(argc, argv, "", options, NULL)) != -1)
        ok = read_option(option, &wish, names);
    if (!ok || optind != argc || !wish.slug) {
        fputs("usage: leadgen-batch pipeline --tenant SLUG [--entity company|contact]\n"
              "       [--list NAME | --filter FILTER] [--stage NAME]... [--sample N]\n"
              "       [--redo DAYS] [--estimate] [--json]\n",
              stderr);
        return EX_USAGE;
    }
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN") || !pipeline_begin(&batch, &wish))
        return batch_fail(&batch);
    batch_close(&batch);
    return EX_OK;
}

int
stages_command(int argc, char **argv)
{
    (void)argv;
    if (argc != 1) {
        fputs("usage: leadgen-batch stages\n", stderr);
        return EX_USAGE;
    }
    for (const struct stage *const *at = stages; *at; at++)
        printf("%-8s %-14s %s%s\n", record_entity_name((*at)->entity), (*at)->name, (*at)->about,
               (*at)->gate ? " (gate)" : "");
    return EX_OK;
}

/* leadgen-batch run and tasks: one recurring task now, and the list of them with last and next
 * run. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <time.h>

#include "batch/command.h"
#include "batch/runner.h"
#include "domain/account/tenant.h"
#include "domain/pipeline/schedule.h"

static bool
tenant_of(struct ctx *ctx, const char *slug, int64_t *tenant_id)
{
    *tenant_id = 0;
    if (!slug)
        return true;
    return tenant_by_slug(ctx, slug, tenant_id);
}

static bool
run_named(struct batch *batch, const char *name, const char *slug)
{
    struct ctx *ctx = &batch->ctx;
    const struct task *task = task_named(name);
    char message[TASK_MESSAGE_SIZE];
    int64_t tenant_id;
    if (!task)
        return err_raise(ctx, ERR_NOT_FOUND, "There is no task \"%s\"; see leadgen-batch tasks.",
                         name);
    if (!tenant_of(ctx, slug, &tenant_id) || !task_sync(ctx) ||
        !task_run_now(ctx, task, tenant_id, runner_name(batch), message))
        return false;
    printf("%s: %s\n", name, *message ? message : "done");
    return true;
}

int
run_command(int argc, char **argv)
{
    static const struct option options[] = {
        {"tenant", required_argument, NULL, 't'},
        {NULL,     0,                 NULL, 0  },
    };
    const char *slug = NULL;
    int option;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option != 't')
            return EX_USAGE;
        slug = optarg;
    }
    if (optind != argc - 1) {
        fprintf(stderr, "usage: leadgen-batch run TASK [--tenant SLUG]\n");
        return EX_USAGE;
    }
    struct batch batch;
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN") || !run_named(&batch, argv[optind], slug))
        return batch_fail(&batch);
    batch_close(&batch);
    return EX_OK;
}

/* Seconds since 1970 as UTC, "-" for none. */
static const char *
time_text(struct arena *arena, int64_t seconds)
{
    time_t when = (time_t)seconds;
    struct tm parts;
    char text[32];
    if (!seconds || !gmtime_r(&when, &parts) ||
        !strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts))
        return "-";
    return arena_strdup(arena, text);
}

static const char *
rhythm(struct arena *arena, const struct schedule_row *row)
{
    if (!row->enabled)
        return "off";
    if (row->every_seconds)
        return arena_printf(arena, "every %" PRId64 " s", row->every_seconds);
    return arena_printf(arena, "%s %s", row->at_time, row->zone);
}

static void
print_json(const struct schedule_row *row)
{
    printf("{\"task\":\"%s\",\"enabled\":%s,\"next_at\":%" PRId64 ",\"started_at\":%" PRId64
           ",\"seconds\":%.3f,\"outcome\":%s%s%s}\n",
           row->task, row->enabled ? "true" : "false", row->next_at, row->started_at, row->seconds,
           row->outcome ? "\"" : "", row->outcome ? row->outcome : "null",
           row->outcome ? "\"" : "");
}

int
tasks_command(int argc, char **argv)
{
    bool json = argc == 2 && !strcmp(argv[1], "--json");
    struct batch batch;
    struct schedule_row *rows;
    size_t n;
    if (argc > 1 && !json)
        return EX_USAGE;
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN") || !task_sync(&batch.ctx) ||
        !schedule_list(&batch.ctx, false, &rows, &n))
        return batch_fail(&batch);
    if (!json)
        printf("%-18s %-22s %-19s  %-19s  %-8s %s\n", "TASK", "WHEN", "LAST (UTC)", "NEXT (UTC)",
               "OUTCOME", "WHAT IT DOES");
    for (size_t i = 0; i < n; i++) {
        const struct schedule_row *row = &rows[i];
        if (json)
            print_json(row);
        else
            printf("%-18s %-22s %-19s  %-19s  %-8s %s\n", row->task, rhythm(batch.process, row),
                   time_text(batch.process, row->started_at),
                   time_text(batch.process, row->next_at), row->outcome ? row->outcome : "-",
                   row->known->label);
    }
    batch_close(&batch);
    return EX_OK;
}

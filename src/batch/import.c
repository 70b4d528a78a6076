/* leadgen-batch import: a file from the command line through the same upload, mapping, preview and
 * run as in the browser. Ends with one line of JSON (--json) or of words. The work is a job: this
 * process takes it from the queue itself when no worker does. */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/conf.h"
#include "batch/command.h"
#include "batch/import.h"
#include "batch/runner.h"
#include "domain/account/tenant.h"
#include "domain/import/import.h"
#include "domain/import/import_reason.h"
#include "domain/import/import_run.h"
#include "domain/mapping/mapping_file.h"
#include "domain/pipeline/queue.h"

/* One file on its way. */
struct command_state {
    struct batch *batch;
    struct import_wish wish;
    struct queue queue;
    int64_t tenant_id, import_id;
    struct import import;
    char *slice;
};

static struct ctx *
ctx_of(struct command_state *state)
{
    return &state->batch->ctx;
}

static bool
begin(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    return db_begin(ctx, false) && tenant_enter(ctx, state->tenant_id);
}

static bool
send_slices(struct command_state *state, int fd, int64_t size)
{
    struct ctx *ctx = ctx_of(state);
    int64_t received = 0;
    while (received < size) {
        ssize_t n = pread(fd, state->slice, IMPORT_SLICE, (off_t)received);
        if (n <= 0)
            return err_raise(ctx, ERR_UNAVAILABLE, "%s: %s", state->wish.path, strerror(errno));
        if (!begin(state) ||
            !import_receive(ctx, state->import_id, received, state->slice, (size_t)n, &received) ||
            !db_commit(ctx))
            return false;
    }
    return true;
}

static bool
upload(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    struct stat status;
    int fd = open(state->wish.path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &status) != 0) {
        if (fd >= 0)
            close(fd);
        return err_raise(ctx, ERR_NOT_FOUND, "%s: %s", state->wish.path, strerror(errno));
    }
    int64_t size = (int64_t)status.st_size;
    bool ok = (size > 0 || err_raise(ctx, ERR_INPUT, "%s is empty: check that its export worked.",
                                     state->wish.path)) &&
              begin(state) && import_create(ctx, state->wish.path, size, 0, &state->import_id) &&
              db_commit(ctx) && send_slices(state, fd, size);
    close(fd);
    return ok;
}

static bool
read_import(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    return begin(state) && import_get(ctx, state->import_id, &state->import) && db_commit(ctx);
}

/* --entity: proposes again where the look at the file took the rows for something else. */
static bool
propose_for(struct command_state *state, struct import_mapping *mapping)
{
    struct ctx *ctx = ctx_of(state);
    struct import_sample sample;
    const enum record_entity entity =
        !strcmp(state->wish.entity, "company") ? RECORD_COMPANY : RECORD_CONTACT;
    if (mapping->entity == entity)
        return true;
    if (!import_sample_read(ctx, &state->import, &sample))
        return false;
    sample.entity = entity;
    return import_mapping_propose(ctx, &sample, mapping);
}

/* The choice of --map FILE over what was proposed; --entity goes before what the file says. */
static bool
apply_map(struct command_state *state, struct import_mapping *mapping,
          struct import_options *options)
{
    struct ctx *ctx = ctx_of(state);
    const struct import_wish *wish = &state->wish;
    struct mapping_file file;
    int fd = open(wish->map, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_raise(ctx, ERR_NOT_FOUND, "%s: %s", wish->map, strerror(errno));
    char *bytes = arena_alloc(ctx->arena, MAPPING_FILE_BYTES_MAX + 1);
    ssize_t n, length = 0;
    while ((n = read(fd, bytes + length, (size_t)(MAPPING_FILE_BYTES_MAX + 1 - length))) > 0)
        length += n;
    close(fd);
    if (n < 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "%s: %s", wish->map, strerror(errno));
    if (!mapping_file_read(ctx, bytes, (size_t)length, &file))
        return false;
    if (wish->entity) {
        file.has_entity = true;
        file.entity = mapping->entity;
    }
    return mapping_file_apply(ctx, &file, mapping, options);
}

static bool
choose(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    const struct import_wish *wish = &state->wish;
    struct import_mapping mapping;
    struct import_options options;
    const char *failed = state->import.error;
    if (!strcmp(state->import.state, "failed"))
        return err_raise(ctx, ERR_INPUT, "%s", failed ? failed : "The file cannot be imported.");
    if (!begin(state) || !import_mapping(ctx, &state->import, &mapping) ||
        !import_options(ctx, &state->import, &options))
        return false;
    if (wish->entity && !propose_for(state, &mapping))
        return false;
    if (wish->map && !apply_map(state, &mapping, &options))
        return false;
    if (wish->strategy) {
        if (!import_strategy_read(ctx, wish->strategy, &options.strategy))
            return false;
        enum import_strategy each =
            options.strategy == IMPORT_ANYWAY ? IMPORT_FILL : options.strategy;
        for (size_t i = 0; i < IMPORT_MAX_FIELDS; i++)
            options.company[i] = options.contact[i] = each;
    }
    options.country = wish->country ? wish->country : options.country;
    options.list = wish->list ? wish->list : options.list;
    if (wish->n_tags) {
        options.n_tags = wish->n_tags;
        memcpy(options.tags, wish->tags, sizeof options.tags);
    }
    return import_choose(ctx, state->import_id, state->import.version, &mapping, &options,
                         wish->dry_run) &&
           db_commit(ctx);
}

/* Runs what is in the queue, in a ctx of its own, until the import has left `from`. */
static bool
work_until_past(struct command_state *state, const char *from)
{
    struct ctx *ctx = ctx_of(state);
    struct arena *unit = ctx->arena, *jobs = arena_new();
    arena_defer(state->batch->process, (void (*)(void *))arena_free, jobs);
    for (;;) {
        struct job job = {0};
        char note[QUEUE_NOTE_SIZE] = "";
        bool found = false, notified;
        arena_reset(unit);
        arena_reset(jobs);
        if (!read_import(state))
            return false;
        if (strcmp(state->import.state, from) != 0)
            return true;
        ctx->arena = jobs;
        bool ok =
            queue_refresh(ctx, &state->queue) && queue_claim(ctx, &state->queue, &job, &found);
        ctx->arena = unit;
        if (!ok)
            return false;
        if (found && !queue_run(ctx, &job, note))
            return false;
        err_clear(ctx);
        if (*note)
            fprintf(stderr, "leadgen-batch: %s\n", note);
        if (!found && !db_wait(ctx, 100, &notified))
            return false;
    }
}

static void
print_words(const struct import_totals *totals, bool dry_run)
{
    printf("%" PRId64 " rows: %" PRId64 " created, %" PRId64 " updated, %" PRId64
           " skipped, %" PRId64 " rejected%s\n",
           totals->rows, totals->created, totals->updated, totals->skipped, totals->rejected,
           dry_run ? " (dry run: nothing was written)" : "");
    for (size_t i = 0; i < totals->n_reasons; i++)
        printf("  %8" PRId64 "  %s\n", totals->reasons[i].n,
               import_reason_label(totals->reasons[i].code));
}

static bool
report(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    const struct import *import = &state->import;
    const char *sums = state->wish.dry_run ? import->preview : import->totals;
    struct import_totals totals;
    struct jsn *json = NULL;
    if (!strcmp(import->state, "failed"))
        return err_raise(ctx, ERR_INPUT, "%s", import->error ? import->error : "It failed.");
    if (sums && !jsn_read(ctx, ctx->arena, sums, strlen(sums), &json))
        return false;
    import_totals_read(ctx->arena, json, &totals);
    if (!totals.rows)
        fprintf(stderr,
                "leadgen-batch: The file has a header and no rows below it: there is nothing "
                "to import.\n");
    if (!state->wish.json) {
        print_words(&totals, state->wish.dry_run);
        return true;
    }
    struct jsn *line = import_totals_write(ctx->arena, &totals);
    jsn_set_int(line, "import", state->import_id);
    jsn_set_text(line, "state", import->state);
    jsn_set_bool(line, "dry_run", state->wish.dry_run);
    printf("%s\n", jsn_write(ctx->arena, line));
    return true;
}

static bool
run_import(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    if (!tenant_by_slug(ctx, state->wish.slug, &state->tenant_id))
        return false;
    const char *working = state->wish.dry_run ? "previewing" : "running";
    if (!upload(state) || !read_import(state) || !choose(state) || !work_until_past(state, working))
        return false;
    return report(state);
}

bool
import_file(struct batch *batch, const struct import_wish *wish)
{
    struct command_state state = {.batch = batch, .wish = *wish};
    state.slice = arena_alloc(batch->process, IMPORT_SLICE);
    state.queue.worker = runner_name(batch);
    return run_import(&state);
}

static bool
read_wish(int argc, char **argv, struct import_wish *wish)
{
    static const struct option options[] = {
        {"tenant",   required_argument, NULL, 't'},
        {"entity",   required_argument, NULL, 'e'},
        {"map",      required_argument, NULL, 'm'},
        {"strategy", required_argument, NULL, 's'},
        {"country",  required_argument, NULL, 'c'},
        {"list",     required_argument, NULL, 'l'},
        {"tag",      required_argument, NULL, 'g'},
        {"dry-run",  no_argument,       NULL, 'd'},
        {"json",     no_argument,       NULL, 'j'},
        {NULL,       0,                 NULL, 0  },
    };
    int option;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (option) {
        case 't':
            wish->slug = optarg;
            break;
        case 'e':
            wish->entity = optarg;
            break;
        case 'm':
            wish->map = optarg;
            break;
        case 's':
            wish->strategy = optarg;
            break;
        case 'c':
            wish->country = optarg;
            break;
        case 'l':
            wish->list = optarg;
            break;
        case 'g':
            if (wish->n_tags < IMPORT_MAX_TAGS)
                wish->tags[wish->n_tags++] = optarg;
            break;
        case 'd':
            wish->dry_run = true;
            break;
        case 'j':
            wish->json = true;
            break;
        default:
            return false;
        }
    }
    if (optind != argc - 1 || !wish->slug)
        return false;
    wish->path = argv[optind];
    return !wish->entity || !strcmp(wish->entity, "company") || !strcmp(wish->entity, "contact");
}

int
import_command(int argc, char **argv)
{
    static const char usage[] =
        "usage: leadgen-batch import FILE --tenant SLUG [--entity company|contact] [--map FILE]\n"
        "       [--strategy fill|skip|overwrite|create] [--country CC] [--tag NAME]... "
        "[--list NAME]\n       [--dry-run] [--json]\n";
    struct import_wish wish;
    struct batch batch;
    struct conf conf;
    memset(&wish, 0, sizeof wish);
    if (!read_wish(argc, argv, &wish)) {
        fputs(usage, stderr);
        return EX_USAGE;
    }
    if (!batch_open(&batch, "LEADGEN_BATCH_DSN"))
        return batch_fail(&batch);
    struct ctx *ctx = &batch.ctx;
    struct arena *unit = ctx->arena;
    ctx->arena = batch.process;
    bool ok = conf_read(ctx, CONF_FILES, &conf);
    ctx->conf = &conf;
    ctx->arena = unit;
    if (!ok || !import_file(&batch, &wish))
        return batch_fail(&batch);
    batch_close(&batch);
    return EX_OK;
}

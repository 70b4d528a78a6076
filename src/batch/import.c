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
#include "domain/record/country.h"

/* One file on its way. */
struct command_state {
    struct batch *batch;
    struct import_wish wish;
    struct mapping_file map; /* what --map says */
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
    bool ok = (S_ISREG(status.st_mode) ||
               err_raise(ctx, ERR_NOT_FOUND, "%s is no file: name the table itself.",
                         state->wish.path)) &&
              (size > 0 || err_raise(ctx, ERR_INPUT, "%s is empty: check that its export worked.",
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

/* --map: read before the file is brought, so that a wrong one leaves nothing behind. */
static bool
read_map(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    const struct import_wish *wish = &state->wish;
    int fd = open(wish->map, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_raise(ctx, ERR_NOT_FOUND, "%s: %s", wish->map, strerror(errno));
    char *bytes = arena_alloc(ctx->arena, MAPPING_FILE_BYTES_MAX + 1);
    ssize_t n, length = 0;
    while ((n = read(fd, bytes + length, (size_t)(MAPPING_FILE_BYTES_MAX + 1 - length))) > 0)
        length += n;
    close(fd);
    if (n < 0)
        return err_raise(ctx, ERR_NOT_FOUND, "%s: %s", wish->map, strerror(errno));
    return mapping_file_read(ctx, bytes, (size_t)length, &state->map);
}

/* Its choice over what was proposed; --entity goes before what the file says. */
static bool
apply_map(struct command_state *state, struct import_mapping *mapping,
          struct import_options *options)
{
    if (state->wish.entity) {
        state->map.has_entity = true;
        state->map.entity = mapping->entity;
    }
    return mapping_file_apply(ctx_of(state), &state->map, mapping, options) &&
           import_remember(ctx_of(state), mapping);
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

/* An import that cannot begin waits for nobody: it has failed, for the reason that is told here. */
static bool
refuse(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    const struct err why = ctx->err;
    err_clear(ctx);
    db_rollback(ctx);
    if (why.kind == ERR_INPUT && strcmp(state->import.state, "failed") != 0 &&
        (!begin(state) || !import_refuse(ctx, state->import_id, why.message) || !db_commit(ctx)))
        return false;
    ctx->err = why;
    return false;
}

/* A dry run that has been answered is nothing to decide on. */
static bool
let_go(struct command_state *state)
{
    struct ctx *ctx = ctx_of(state);
    return strcmp(state->import.state, "previewed") != 0 ||
           (begin(state) && import_discard(ctx, state->import_id) && db_commit(ctx) &&
            read_import(state));
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
    jsn_set(line, "flags", import_totals_flags(ctx->arena, totals.flags));
    jsn_set(line, "examples", import_totals_flags(ctx->arena, totals.examples));
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
    if ((state->wish.map && !read_map(state)) || !upload(state) || !read_import(state))
        return false;
    if (!choose(state))
        return refuse(state);
    return work_until_past(state, working) && (!state->wish.dry_run || let_go(state)) &&
           report(state);
}

bool
import_file(struct batch *batch, const struct import_wish *wish)
{
    struct command_state state = {.batch = batch, .wish = *wish};
    state.slice = arena_alloc(batch->process, IMPORT_SLICE);
    state.queue.worker = runner_name(batch);
    return run_import(&state);
}

/* Says what is wrong with the arguments. */
static bool
wrong(const char *what, const char *value)
{
    fprintf(stderr, "leadgen-batch import: %s%s%s\n", value, *value ? " " : "", what);
    return false;
}

static bool
check_wish(const struct import_wish *wish)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    enum import_strategy strategy;
    bool ok = true;
    if (wish->entity && strcmp(wish->entity, "company") != 0 &&
        strcmp(wish->entity, "contact") != 0)
        ok = wrong("is no --entity: use company or contact.", wish->entity);
    else if (wish->strategy && !import_strategy_read(&ctx, wish->strategy, &strategy))
        ok = wrong(ctx.err.message, "--strategy:");
    else if (wish->country && !country_by_code(wish->country))
        ok = wrong("is no --country: give the two letters of one, such as DE.", wish->country);
    arena_free(arena);
    return ok;
}

static bool
add_tag(struct import_wish *wish, const char *name)
{
    if (wish->n_tags == IMPORT_MAX_TAGS)
        return wrong("is one --tag too many.", name);
    wish->tags[wish->n_tags++] = name;
    return true;
}

static bool
read_options(int argc, char **argv, struct import_wish *wish)
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
        const char **text = option == 't'   ? &wish->slug
                            : option == 'e' ? &wish->entity
                            : option == 'm' ? &wish->map
                            : option == 's' ? &wish->strategy
                            : option == 'c' ? &wish->country
                            : option == 'l' ? &wish->list
                                            : NULL;
        if (text)
            *text = optarg;
        else if (option == 'g' && !add_tag(wish, optarg))
            return false;
        else if (option == '?')
            return false;
        wish->dry_run = wish->dry_run || option == 'd';
        wish->json = wish->json || option == 'j';
    }
    return true;
}

static bool
read_wish(int argc, char **argv, struct import_wish *wish)
{
    if (!read_options(argc, argv, wish))
        return false;
    if (optind == argc)
        return wrong("FILE is missing: which table is to be imported?", "");
    if (optind < argc - 1)
        return wrong("is one FILE too many: import them one by one.", argv[optind + 1]);
    if (!wish->slug)
        return wrong("--tenant SLUG is missing: into which workspace?", "");
    wish->path = argv[optind];
    return check_wish(wish);
}

int
import_command(int argc, char **argv)
{
    struct import_wish wish;
    struct batch batch;
    struct conf conf;
    memset(&wish, 0, sizeof wish);
    if (!read_wish(argc, argv, &wish)) {
        fputs("usage: leadgen-batch import " IMPORT_USAGE "\n", stderr);
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

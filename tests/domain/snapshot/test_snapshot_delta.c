/* Many processes that edit and look at once: each compares both engines within one moment, before and
 * after it commits or rolls back, while others edit, files are built anew, removed and damaged, and
 * processes are killed. SNAPSHOT_SECONDS says for how long. */
#include "support/snapshots.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

enum { COMPANIES = 400, CONTACTS = 2000, WORKERS = 4 };

/* One step of a worker: some edits as its tenant, looked at before they are committed, or not. */
static void
edit(struct world *world)
{
    struct ctx ctx = world_ctx(world);
    bool fine = db_begin(&ctx, false) &&
                db_script(&ctx, arena_printf(ctx.arena,
                                             "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; "
                                             "SELECT app.enter(%" PRId64 ", %" PRId64 ")",
                                             world->db->tenant, world->db->user));
    for (size_t i = 0; fine && i <= records_below(&world->records, 4); i++)
        fine = db_script(&ctx, world_edit(&world->records, ctx.arena));
    if (fine && records_often(&world->records, 30)) {
        size_t n_answered = 0;
        struct record_query query = world_query(world, &ctx, RECORD_CONTACT);
        world_same(world, &ctx, &query, &n_answered);
    }
    /* two edits of one record collide, and one of them gives way */
    if (!fine || records_often(&world->records, 25))
        db_rollback(&ctx);
    else
        OK(&ctx, db_commit(&ctx));
}

static void
look(struct world *world, size_t *n_answered)
{
    struct ctx ctx = world_ctx(world);
    struct record_filter all = {.entity = RECORD_CONTACT, .search = ""};
    int64_t total;
    bool found;
    /* only a transaction that moves on takes up a new file */
    database_begin(world->db);
    OK(&ctx, snapshot_query_count(&ctx, &all, &total, &found));
    database_commit(world->db);
    world_begin_still(world);
    enum record_entity entity =
        records_often(&world->records, 60) ? RECORD_CONTACT : RECORD_COMPANY;
    struct record_query query = world_query(world, &ctx, entity);
    world_same(world, &ctx, &query, n_answered);
    database_commit(world->db);
}

/* Never returns; the exit status says whether it went well. */
static void
work(struct world *world, uint64_t seed, double seconds)
{
    struct timespec from, now;
    size_t n_answered = 0;
    world->records.state = seed;
    world->db->ctx.db = NULL;
    OK(&world->db->ctx, db_open(&world->db->ctx, world->db->arena, getenv("LEADGEN_BATCH_DSN")));
    clock_gettime(CLOCK_MONOTONIC, &from);
    do {
        edit(world);
        look(world, &n_answered);
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while ((double)(now.tv_sec - from.tv_sec) + (double)(now.tv_nsec - from.tv_nsec) / 1e9 <
             seconds);
    printf("# %zu questions answered by the snapshot\n", n_answered);
    fflush(stdout);
    _exit(n_answered ? 0 : 3);
}

static pid_t
start(struct world *world, uint64_t seed, double seconds)
{
    fflush(stdout);
    pid_t pid = fork();
    if (!pid)
        work(world, seed, seconds);
    return pid;
}

/* Builds in a process of its own, killed now and then half-way. */
static void
build(struct world *world)
{
    fflush(stdout);
    pid_t pid = fork();
    if (!pid) {
        bool built;
        struct arena *own = arena_new();
        world->db->ctx.db = NULL;
        OK(&world->db->ctx, db_open(&world->db->ctx, own, getenv("LEADGEN_BATCH_DSN")));
        OK(&world->db->ctx, snapshot_build(&world->db->ctx, world->db->tenant, &built));
        arena_free(own);
        _exit(0);
    }
    if (records_often(&world->records, 30)) {
        usleep((useconds_t)records_below(&world->records, 60000));
        kill(pid, SIGKILL);
    }
    waitpid(pid, NULL, 0);
}

/* Renames a damaged copy into place, as whoever has the disk in hand might. */
static void
damage(struct world *world)
{
    const char *copy = arena_printf(world->db->arena, "%s/damaged", world->folder);
    const char *command = arena_printf(world->db->arena, "%s", world_path(world));
    int in = open(command, O_RDONLY), out = open(copy, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    static char bytes[1 << 16];
    ssize_t n;
    size_t at = records_below(&world->records, 1 << 18);
    while (in >= 0 && (n = read(in, bytes, sizeof bytes)) > 0) {
        if (at < (size_t)n)
            bytes[at] ^= 4;
        at -= at < (size_t)n ? at : (size_t)n;
        if (write(out, bytes, (size_t)n) != n)
            break;
    }
    if (in >= 0)
        close(in);
    close(out);
    rename(copy, command);
}

static void
is_right_whatever_happens(void **state)
{
    (void)state;
    const char *wanted = getenv("SNAPSHOT_SECONDS");
    double seconds = wanted ? strtod(wanted, NULL) : 12;
    uint64_t seed = records_seed();
    struct world *world = world_new(seed, "Europe/Prague", COMPANIES, CONTACTS);
    pid_t pids[WORKERS];
    struct timespec from, now;
    size_t n_killed = 0;
    if (!world)
        return;
    world_build(world);
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (size_t i = 0; i < WORKERS; i++)
        pids[i] = start(world, seed + i + 1, seconds);
    double left;
    do {
        usleep(150000);
        size_t what = records_below(&world->records, 10),
               at = records_below(&world->records, WORKERS);
        clock_gettime(CLOCK_MONOTONIC, &now);
        left = seconds - (double)(now.tv_sec - from.tv_sec);
        if (what < 5) {
            build(world);
        } else if (what < 6) {
            unlink(world_path(world));
        } else if (what < 7) {
            damage(world);
        } else if (what < 9 && left > 3) {
            kill(pids[at], SIGKILL);
            int status;
            waitpid(pids[at], &status, 0);
            if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
                fail_msg("a worker failed before it was killed");
            n_killed++;
            pids[at] = start(world, records_chance(&world->records), left - 1);
        }
    } while (left > 1);
    bool fine = true;
    for (size_t i = 0; i < WORKERS; i++) {
        int status;
        waitpid(pids[i], &status, 0);
        fine = fine && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    printf("# %zu killed\n", n_killed);
    unlink(arena_printf(world->db->arena, "%s.tmp", world_path(world)));
    world_free(world);
    assert_true(fine);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_right_whatever_happens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

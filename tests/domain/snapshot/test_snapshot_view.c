/* Which file is taken, and which is not: deleted, truncated, damaged, another tenant's, another
 * database's, old, or of a moment that this database has not reached. Whatever stands there, lists are
 * right; and what a person changed shows at once, to itself and to others. */
#include "support/snapshots.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "domain/snapshot/snapshot_file.h"

enum { COMPANIES = 60, CONTACTS = 300 };

static struct record_filter
everything(void)
{
    return (struct record_filter){.entity = RECORD_CONTACT, .search = ""};
}

/* Does the snapshot answer? When it does, as SQL does. */
static bool
answers(struct world *world)
{
    struct record_filter filter = everything();
    int64_t total = -1, wanted;
    bool found;
    database_begin(world->db);
    OK(&world->db->ctx, snapshot_query_count(&world->db->ctx, &filter, &total, &found));
    OK(&world->db->ctx, query_sql_count(&world->db->ctx, &filter, &wanted));
    if (found)
        assert_int_equal(total, wanted);
    database_commit(world->db);
    return found;
}

static struct world *
built(void)
{
    struct world *world = world_new(records_seed(), "UTC", COMPANIES, CONTACTS);
    if (!world)
        return NULL;
    world_build(world);
    assert_true(answers(world));
    return world;
}

/* Changes the header and makes its sum right again. */
static void
patch(struct world *world, void (*change)(struct snapshot_header *))
{
    int fd = open(world_path(world), O_RDWR);
    struct snapshot_header *header = malloc(sizeof *header);
    assert_non_null(header);
    assert_int_equal(pread(fd, header, sizeof *header, 0), sizeof *header);
    change(header);
    header->own_sum = mapped_sum(header, offsetof(struct snapshot_header, own_sum));
    assert_int_equal(pwrite(fd, header, sizeof *header, 0), sizeof *header);
    close(fd);
    free(header);
}

static void
of_another_tenant(struct snapshot_header *header)
{
    header->tenant++;
}

static void
of_another_database(struct snapshot_header *header)
{
    header->incarnation[0] = header->incarnation[0] == '1' ? '2' : '1';
}

static void
of_yesterday(struct snapshot_header *header)
{
    header->built_us -= INT64_C(13) * 3600 * 1000000;
}

static void
of_the_future(struct snapshot_header *header)
{
    snprintf(header->seen, sizeof header->seen, "99999999999:99999999999:");
}

static void
of_another_layout(struct snapshot_header *header)
{
    header->layout++;
}

static void
takes_no_wrong_file(void **state)
{
    (void)state;
    static void (*const changes[])(struct snapshot_header *) = {
        of_another_tenant, of_another_database, of_yesterday, of_the_future, of_another_layout};
    struct world *world = built();
    if (!world)
        return;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        patch(world, changes[i]);
        assert_false(answers(world));
        assert_false(answers(world));
        world_build(world);
        assert_true(answers(world));
    }
    unlink(world_path(world));
    assert_false(answers(world));
    world_build(world);
    assert_true(answers(world));
    world_free(world);
}

static void
takes_no_damaged_file(void **state)
{
    (void)state;
    struct world *world = built();
    struct stat st;
    if (!world)
        return;
    assert_int_equal(stat(world_path(world), &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    for (size_t i = 0; i < 60; i++) {
        size_t at = i < 20 ? records_below(&world->records, sizeof(struct snapshot_header))
                           : records_below(&world->records, (size_t)st.st_size);
        int fd = open(world_path(world), O_RDWR);
        unsigned char byte;
        assert_int_equal(pread(fd, &byte, 1, (off_t)at), 1);
        byte ^= (unsigned char)(1U << i % 8);
        assert_int_equal(pwrite(fd, &byte, 1, (off_t)at), 1);
        close(fd);
        /* between the parts nothing is read: there a flipped bit changes nothing either */
        (void)answers(world);
        if (i < 20)
            assert_false(answers(world));
        world_build(world);
        assert_true(answers(world));
    }
    for (off_t size = st.st_size - 1; size > 0; size /= 3) {
        assert_int_equal(truncate(world_path(world), size), 0);
        assert_false(answers(world));
    }
    assert_int_equal(truncate(world_path(world), 0), 0);
    assert_false(answers(world));
    world_build(world);
    assert_true(answers(world));
    world_free(world);
}

static int64_t
count_of(struct world *world, struct ctx *ctx, const char *text)
{
    struct record_filter filter;
    int64_t total = -1;
    bool found;
    (void)world;
    OK(ctx, record_filter_read_text(ctx, RECORD_CONTACT, text, &filter));
    OK(ctx, snapshot_query_count(ctx, &filter, &total, &found));
    assert_true(found);
    return total;
}

static void
begin_as(struct ctx *ctx, struct world *world)
{
    OK(ctx, db_begin(ctx, false));
    OK(ctx,
       db_script(ctx, arena_printf(world->db->arena, "SELECT app.enter(%" PRId64 ", %" PRId64 ")",
                                   world->db->tenant, world->db->user)));
}

static void
edit_as(struct ctx *ctx, struct world *world, const char *search)
{
    OK(ctx, db_script(ctx, arena_printf(world->db->arena,
                                        "UPDATE contact SET search = '%s', deleted_at = NULL WHERE "
                                        "tenant_id = app.tenant() AND contact_id = %" PRId64,
                                        search, world->records.first_contact + 5)));
}

/* Two processes with different deltas: what one did, both see; what was rolled back, neither. */
static void
shows_changes_at_once(void **state)
{
    (void)state;
    struct world *world = built();
    if (!world)
        return;
    struct ctx *one = &world->db->ctx, two = {.arena = world->db->arena, .conf = &world->conf};
    OK(&two, db_open(&two, world->db->arena, getenv("LEADGEN_BATCH_DSN")));
    for (int i = 0; i < 20; i++) {
        const char *word = arena_printf(world->db->arena, "qqx%dz", i);
        const char *text = arena_printf(world->db->arena, "q=%s", word);
        begin_as(one, world);
        assert_int_equal(count_of(world, one, text), 0);
        edit_as(one, world, word);
        assert_int_equal(count_of(world, one, text), 1); /* its own, not committed yet */
        begin_as(&two, world);
        assert_int_equal(count_of(world, &two, text), 0);
        bool keeps = i % 3 != 0;
        if (keeps)
            OK(one, db_commit(one));
        else
            db_rollback(one);
        assert_int_equal(count_of(world, &two, text), keeps);
        OK(&two, db_commit(&two));
        begin_as(one, world);
        assert_int_equal(count_of(world, one, text), keeps);
        OK(one, db_commit(one));
        if (i == 10)
            world_build(world);
    }
    world_free(world);
}

/* A savepoint that is taken back takes its edit with it. */
static void
forgets_savepoints(void **state)
{
    (void)state;
    struct world *world = built();
    if (!world)
        return;
    struct ctx *ctx = &world->db->ctx;
    begin_as(ctx, world);
    OK(ctx, db_savepoint(ctx));
    edit_as(ctx, world, "qqsave");
    assert_int_equal(count_of(world, ctx, "q=qqsave"), 1);
    db_savepoint_rollback(ctx);
    assert_int_equal(count_of(world, ctx, "q=qqsave"), 0);
    OK(ctx, db_commit(ctx));
    world_free(world);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_no_wrong_file),
        cmocka_unit_test(takes_no_damaged_file),
        cmocka_unit_test(shows_changes_at_once),
        cmocka_unit_test(forgets_savepoints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

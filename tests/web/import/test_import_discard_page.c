/* Discarding what was brought and never imported: asked before, whatever it waits for; the file and the
 * preview go, the history says so. What wrote records is undone instead. */
#include "web/import/import_walk.h"

#include <unistd.h>

#include "base/store.h"

#define ROWS "Firma,Web%0ANorthquay,northquay.example.org%0ALumen,lumen.example.net"
#define COMPANIES "entity=company&target.0=company.name&target.1=company.domain"

static int64_t
rows_of(struct pages *pages, const char *path)
{
    return people_number(pages->people,
                         "SELECT count(*) FROM import_row WHERE tenant_id = %" PRId64
                         " AND import_id = %" PRId64,
                         pages->people->kestrel, walk_id(path));
}

/* Where the file lies. */
static const char *
file_of(struct pages *pages, const char *path)
{
    const char *key = database_value(
        pages->people->db, arena_printf(pages->people->arena,
                                        "SELECT file FROM import WHERE tenant_id = %" PRId64
                                        " AND import_id = %" PRId64,
                                        pages->people->kestrel, walk_id(path)));
    assert_non_null(key);
    return store_path(webrun_ctx(pages->run), arena_strdup(pages->people->arena, key));
}

/* Rows that nobody else brings, so that the file is this import's alone. */
static const char *
own_rows(struct pages *pages)
{
    return arena_printf(pages->people->arena, "%s%%0A%s,", ROWS, pages->people->mark);
}

static void
discard(struct pages *pages, const char *path)
{
    struct webrun_answer answer = pages_post(pages, ED, walk_below(pages, path, "/discard"), "");
    if (answer.status != 303)
        fail_msg("discard: %d: %s", answer.status, answer.body);
    assert_string_equal(webrun_header(pages->run, &answer, "Location"),
                        pages_path(pages, "/import"));
    walk_work(pages, path);
}

static void
takes_file_and_preview_away(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, own_rows(pages));
    walk_preview(pages, path, COMPANIES);
    const char *file = file_of(pages, path), *link = walk_below(pages, path, "/discard\"");
    assert_int_equal(rows_of(pages, path), 3);
    assert_int_equal(access(file, F_OK), 0);
    struct webrun_answer answer = walk_get(pages, ED, path, "/preview");
    pages_shows(&answer, link);
    answer = pages_get(pages, ED, pages_path(pages, "/import"));
    pages_shows(&answer, link);
    answer = pages_get(pages, VI, pages_path(pages, "/import"));
    assert_null(strstr(answer.body, link));
    answer = walk_get(pages, ED, path, "/discard");
    pages_shows(&answer, "Discard Pasted rows?");
    pages_shows(&answer, "the preview of 3 rows");
    pages_shows(&answer, "No record was written");
    assert_int_equal(walk_get(pages, VI, path, "/discard").status, 403);
    assert_int_equal(pages_post(pages, VI, walk_below(pages, path, "/discard"), "").status, 403);
    assert_int_equal(pages_post(pages, BO, walk_below(pages, path, "/discard"), "").status, 404);

    discard(pages, path);
    assert_int_equal(rows_of(pages, path), 0);
    assert_int_equal(access(file, F_OK), -1);
    answer = pages_get(pages, ED, pages_path(pages, "/import"));
    pages_shows(&answer, ">Discarded<");
    assert_null(strstr(answer.body, link));
    answer = walk_get(pages, ED, path, "/preview");
    assert_int_equal(answer.status, 303);
    answer = walk_get(pages, ED, path, "");
    pages_shows(&answer, "This import was discarded");
    answer = pages_get(pages, ADA, pages_path(pages, "/settings/audit"));
    pages_shows(&answer, "discarded the import of");
    answer = pages_post(pages, ED, walk_below(pages, path, "/discard"), "");
    assert_int_equal(answer.status, 409);
    pages_free(pages);
}

/* The first bytes of a file that is brought in slices; its address. */
static const char *
begin_upload(struct pages *pages, int size, const char *bytes)
{
    struct arena *arena = pages->people->arena;
    struct webrun_answer answer = pages_post(pages, ED, pages_path(pages, "/import/begin"),
                                             arena_printf(arena, "name=half.csv&size=%d", size));
    assert_int_equal(answer.status, 200);
    int64_t id =
        people_number(pages->people, "SELECT max(import_id) FROM import WHERE tenant_id = %" PRId64,
                      pages->people->kestrel);
    const char *path = pages_path(pages, arena_printf(arena, "/import/%" PRId64, id));
    struct webrun_request slice = {.method = "POST",
                                   .token = pages->tokens[ED],
                                   .type = "application/octet-stream",
                                   .path = walk_below(pages, path, "/slice?offset=0"),
                                   .body = bytes};
    assert_int_equal(webrun_send(pages->run, &slice).status, 200);
    return path;
}

static void
goes_from_every_state_that_waits(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    /* half uploaded */
    const char *path = begin_upload(pages, 24, "b,c\n1,2\n3,4\n");
    const char *part =
        store_part(webrun_ctx(pages->run),
                   arena_printf(pages->people->arena, "import-%" PRId64, walk_id(path)));
    assert_int_equal(access(part, F_OK), 0);
    struct webrun_answer answer = walk_get(pages, ED, path, "");
    pages_shows(&answer, walk_below(pages, path, "/discard\""));
    discard(pages, path);
    assert_int_equal(access(part, F_OK), -1);

    /* not mapped yet */
    path = walk_paste(pages, ROWS);
    answer = walk_get(pages, ED, path, "/map");
    pages_shows(&answer, walk_below(pages, path, "/discard\""));
    discard(pages, path);
    assert_int_equal(walk_get(pages, ED, path, "/map").status, 303);

    /* no table at all */
    path = begin_upload(pages, 10, "\x89PNG\r\n\x1a\n\x01\x02");
    answer = walk_get(pages, ED, path, "");
    pages_shows(&answer, walk_below(pages, path, "/discard\""));
    discard(pages, path);
    pages_free(pages);
}

static void
stops_a_preview_at_work(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_begin(pages, path, "/map", COMPANIES);
    int64_t preview = walk_number(pages, path, "job_id");
    struct webrun_answer answer = walk_get(pages, ED, path, "/preview");
    pages_shows(&answer, walk_below(pages, path, "/discard\""));
    discard(pages, path);
    struct ctx batch = pages->people->db->ctx;
    batch.conf = webrun_ctx(pages->run)->conf;
    claiming_run(pages->people->db, &batch, preview); /* its turn comes late */
    assert_int_equal(rows_of(pages, path), 0);
    assert_int_equal(
        people_number(pages->people, "SELECT count(*) FROM job WHERE job_id = %" PRId64, preview),
        0);
    answer = walk_get(pages, ED, path, "");
    pages_shows(&answer, "This import was discarded");
    pages_free(pages);
}

static void
leaves_the_file_to_another_import(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *first = walk_paste(pages, own_rows(pages));
    const char *second = walk_paste(pages, own_rows(pages));
    const char *file = file_of(pages, first);
    assert_string_equal(file, file_of(pages, second));
    discard(pages, first);
    assert_int_equal(access(file, F_OK), 0);
    walk_preview(pages, second, COMPANIES);
    walk_run(pages, second);
    struct webrun_answer answer = walk_get(pages, ED, second, "/discard");
    assert_int_equal(answer.status, 303); /* it wrote: nothing to discard */
    answer = pages_post(pages, ED, walk_below(pages, second, "/discard"), "");
    assert_int_equal(answer.status, 409);
    pages_shows(&answer, "Undo it instead");
    /* stopped on its way, it has written all the same */
    people_number(pages->people,
                  "UPDATE import SET state = 'cancelled' WHERE tenant_id = %" PRId64
                  " AND import_id = %" PRId64 " RETURNING 1",
                  pages->people->kestrel, walk_id(second));
    answer = pages_post(pages, ED, walk_below(pages, second, "/discard"), "");
    assert_int_equal(answer.status, 409);
    assert_int_equal(access(file, F_OK), 0);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_file_and_preview_away),
        cmocka_unit_test(goes_from_every_state_that_waits),
        cmocka_unit_test(stops_a_preview_at_work),
        cmocka_unit_test(leaves_the_file_to_another_import),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

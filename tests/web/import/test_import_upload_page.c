/* Bringing a file: one form, pasted rows, slices; and what a viewer and a stranger may not. */
#include "support/pages.h"

#define BOUNDARY "xxBOUNDARYxx"

static struct webrun_answer
upload(struct pages *pages, int who, const char *name, const char *content)
{
    const char *body = arena_printf(
        pages->people->arena,
        "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
        "Content-Type: text/csv\r\n\r\n%s\r\n--" BOUNDARY "--\r\n",
        name, content);
    return webrun_send(pages->run,
                       &(struct webrun_request){.method = "POST",
                                                .path = pages_path(pages, "/import"),
                                                .token = pages->tokens[who],
                                                .type = "multipart/form-data; boundary=" BOUNDARY,
                                                .body = body});
}

static void
takes_a_file_in_one_form(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct webrun_answer answer = pages_get(pages, ED, pages_path(pages, "/import"));
    pages_shows(&answer, "Nothing was imported yet");
    answer = upload(pages, ED, "fair.csv", "Firma,Web\nNorthquay,northquay.example\n");
    assert_int_equal(answer.status, 303);
    const char *place = webrun_header(pages->run, &answer, "Location");
    answer = pages_get(pages, ED, place);
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, ED, webrun_header(pages->run, &answer, "Location"));
    pages_shows(&answer, "Which column is what?");
    pages_shows(&answer, "northquay.example");
    answer = pages_get(pages, VI, pages_path(pages, "/import"));
    pages_shows(&answer, "fair.csv");
    assert_null(strstr(answer.body, "data-upload"));
    assert_int_equal(upload(pages, VI, "fair.csv", "a,b\n1,2\n").status, 403);
    assert_int_equal(pages_get(pages, BO, place).status, 404);
    pages_free(pages);
}

static void
says_what_is_wrong_with_a_file(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct webrun_answer answer = upload(pages, ED, "empty.csv", "");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "The file is empty");
    answer = upload(pages, ED, "image.csv", "\x89PNG\r\n\x1a\n\x01\x02");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, ED, webrun_header(pages->run, &answer, "Location"));
    pages_shows(&answer, "This file cannot be imported");
    pages_shows(&answer, "Upload another file");
    pages_free(pages);
}

static void
takes_any_name_as_a_name(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    char *endless =
        arena_strdup(pages->people->arena, arena_printf(pages->people->arena, "%2000s.csv", ""));
    memset(endless, 'n', 2000);
    const char *const names[] = {
        "../../../etc/passwd",
        "C:\\windows\\x.csv",
        "<zz9mark>%22%0d%0aX-Bad: 1.csv",
        "=cmd|' /c calc'!A1.csv",
        "\xE2\x80\xAE"
        "fdp.csv",
        "..",
        "\xC3\x28 no utf8.csv",
        "'; DROP TABLE import; --",
        endless,
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct webrun_answer answer =
            upload(pages, ED, names[i], "Name,Web\nNorthquay,northquay.example\n,bad..domain\n");
        if (answer.status != 303 && answer.status != 400)
            fail_msg("%s: %d", names[i], answer.status);
        assert_null(strstr(answer.head, "X-Bad"));
        if (answer.status != 303)
            continue;
        const char *place = webrun_header(pages->run, &answer, "Location");
        const char *map = arena_printf(pages->people->arena, "%s/map", place);
        answer = pages_get(pages, ED, map);
        assert_int_equal(answer.status, 200);
        assert_null(strstr(answer.body, "<zz9mark>"));
        answer = pages_get(pages, ED, arena_printf(pages->people->arena, "%s/rejected.csv", place));
        assert_null(strstr(answer.head, "X-Bad:"));
    }
    struct webrun_answer answer = pages_get(pages, ED, pages_path(pages, "/import"));
    assert_int_equal(answer.status, 200);
    assert_null(strstr(answer.body, "<zz9mark>"));
    assert_null(strstr(answer.body, "../"));
    pages_free(pages);
}

static void
goes_on_with_slices(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/import/begin"), "name=a.csv&size=0");
    pages_shows(&answer, "\"error\":\"The file is empty");
    answer = pages_post(pages, ED, pages_path(pages, "/import/begin"), "name=a.csv&size=536870913");
    pages_shows(&answer, "\"error\":\"The file has 513 MB; at most 512 MB can be imported at once. "
                         "Split it.");
    answer = pages_post(pages, ED, pages_path(pages, "/import/begin"), "name=a.csv&size=24");
    pages_shows(&answer, "\"received\":0");
    int64_t id =
        people_number(pages->people, "SELECT max(import_id) FROM import WHERE tenant_id = %" PRId64,
                      pages->people->kestrel);
    struct webrun_request slice = {.method = "POST",
                                   .token = pages->tokens[ED],
                                   .type = "application/octet-stream",
                                   .body = "b,c\n1,2\n3,4\n"};
    slice.path = pages_path(
        pages, arena_printf(pages->people->arena, "/import/%" PRId64 "/slice?offset=12", id));
    answer = webrun_send(pages->run, &slice);
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "\"received\":0"); /* begin at the beginning */
    slice.path = pages_path(
        pages, arena_printf(pages->people->arena, "/import/%" PRId64 "/slice?offset=0", id));
    answer = webrun_send(pages->run, &slice);
    pages_shows(&answer, "\"received\":12");
    answer =
        pages_post(pages, ED, pages_path(pages, "/import/begin"),
                   arena_printf(pages->people->arena, "name=a.csv&size=24&resume=%" PRId64, id));
    pages_shows(&answer, "\"received\":12");
    slice.path = pages_path(
        pages, arena_printf(pages->people->arena, "/import/%" PRId64 "/slice?offset=12", id));
    slice.body = "5,6\n7,8\n9,0\n";
    answer = webrun_send(pages->run, &slice);
    pages_shows(&answer, "\"received\":24");
    answer = pages_get(
        pages, ED,
        pages_path(pages, arena_printf(pages->people->arena, "/import/%" PRId64 "/map", id)));
    pages_shows(&answer, "Which column is what?");
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_a_file_in_one_form),
        cmocka_unit_test(says_what_is_wrong_with_a_file),
        cmocka_unit_test(takes_any_name_as_a_name),
        cmocka_unit_test(goes_on_with_slices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The steps of a page: what every row gets without asking for it. */
#include "support/test.h"

#include "support/webrun.h"
#include "web/reply.h"
#include "web/view.h"

struct sample_params {
    int64_t id;
    const char *name, *role, *note, *password;
    bool active;
};
static const char *const roles[] = {"viewer", "editor", NULL};
static const struct param edit_items[] = {PARAM_ID(struct sample_params, id)};
static const struct params edit_params = PARAMS(struct sample_params, edit_items);
static const struct param save_items[] = {
    PARAM_ID(struct sample_params, id),
    PARAM_TEXT(struct sample_params, name, 20, REQUIRED),
    PARAM_CHOICE(struct sample_params, role, roles, OPTIONAL),
    PARAM_LONG(struct sample_params, note, 1000, OPTIONAL),
    PARAM_SECRET(struct sample_params, password, 100, OPTIONAL),
    PARAM_FLAG(struct sample_params, active),
};
static const struct params save_params = PARAMS(struct sample_params, save_items);
struct list_params {
    const char *q;
    int64_t page;
};
static const struct param list_items[] = {
    PARAM_TEXT(struct list_params, q, 50, OPTIONAL),
    PARAM_I64(struct list_params, page, 1, 99, OPTIONAL),
};
static const struct params list_params = PARAMS(struct list_params, list_items);

static bool
edit_page(struct page *pg)
{
    const struct sample_params *p = pg->params;
    if (pg->caller && p->id == 404)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "sample %d", 404);
    tree_set(pg->view, "Sample.name", "Ada <b>");
    view_time(pg, pg->view, "Sample.at", 1795252353000);
    view_field(pg, "name", "Ada");
    view_field(pg, "role", "editor");
    view_option(pg, "role", "viewer", "Viewer");
    view_option(pg, "role", "editor", "Editor");
    return reply_template(pg);
}

static bool
save_page(struct page *pg)
{
    const struct sample_params *p = pg->params;
    if (!strcmp(p->name, "taken"))
        return err_field(pg->ctx, ERR_CONFLICT, "name", "This name is taken. Choose another one.");
    if (!strcmp(p->name, "wrong"))
        return err_raise(pg->ctx, ERR_INPUT, "These do not go together.");
    if (!strcmp(p->name, "counted"))
        return reply_form_error(pg, "name", "Counted and refused.");
    if (!strcmp(p->name, "busy"))
        return reply_too_many(pg, 900, "Wait %d minutes.", 15);
    if (!strcmp(p->name, "bug"))
        return err_raise(pg->ctx, ERR_BUG, "secret inside");
    reply_flash(pg, "ok", "Saved \"Ada & Co\".", "Undo", "/kestrel/undo");
    return reply_redirect(pg, "/%s/samples/%" PRId64 "?q=%s", pg->caller->tenant_slug, p->id,
                          "a b&c");
}

static bool
list_page(struct page *pg)
{
    const struct list_params *p = pg->params;
    struct tree_list rows = tree_list(pg->view, "Rows");
    tree_set(tree_row(&rows), "name", p->q);
    reply_etag(pg);
    return reply_part(pg, "sample/sample_rows.part.cs");
}

static bool
file_page(struct page *pg)
{
    return reply_file(pg, "exports/1.csv", "Kontakte für März.csv", "text/csv");
}

static bool
json_page(struct page *pg)
{
    return reply_bytes(pg, "application/json", "{}\n", 3);
}

static bool
signed_page(struct page *pg)
{
    const struct list_params *p = pg->params;
    if (!strcmp(p->q, "good"))
        page_signature_ok(pg);
    return reply_bytes(pg, "text/plain", "done\n", 5);
}

#define T "sample/sample_edit.cs"
static const struct route rows[] = {
    {GET,  "/{tenant}/samples",      list_page,   NULL, &list_params, MAY_READ,  SESSION,   POOL_APP,    false},
    {GET,  "/{tenant}/samples/new",  json_page,   NULL, NULL,         MAY_WRITE, SESSION,   POOL_APP,    false},
    {GET,  "/{tenant}/samples/{id}", edit_page,   T,    &edit_params, MAY_READ,  SESSION,   POOL_APP,    false},
    {POST, "/{tenant}/samples/{id}", save_page,   T,    &save_params, MAY_WRITE, SESSION,   POOL_APP,
     false                                                                                                    },
    {GET,  "/{tenant}/file",         file_page,   NULL, NULL,         MAY_READ,  SESSION,   POOL_APP,    false},
    {POST, "/{tenant}/only-post",    json_page,   NULL, NULL,         MAY_ADMIN, SESSION,   POOL_APP,    false},
    {GET,  "/admin/things",          json_page,   NULL, NULL,         SUPER,     SESSION,   POOL_ADMIN,  false},
    {GET,  "/me",                    json_page,   NULL, NULL,         LOGGED_IN, SESSION,   POOL_APP,    false},
    {GET,  "/login",                 edit_page,   T,    NULL,         OPEN,      ANONYMOUS, POOL_PUBLIC, false},
    {POST, "/login",                 json_page,   NULL, NULL,         OPEN,      ANONYMOUS, POOL_PUBLIC, false},
    {POST, "/api/{tenant}/samples",  json_page,   NULL, NULL,         MAY_WRITE, TOKEN,     POOL_PUBLIC, false},
    {POST, "/hook",                  signed_page, NULL, &list_params, OPEN,      SIGNED,    POOL_PUBLIC, false},
};

static int
open_run(void **state)
{
    *state = webrun_new(arena_new(), rows, sizeof rows / sizeof *rows, "tests/web/templates");
    return 0;
}

static int
close_run(void **state)
{
    arena_free(webrun_ctx(*state)->arena);
    return 0;
}

static void
finds_the_most_exact_row(void **state)
{
    assert_int_equal(webrun_get(*state, "viewer", "/kestrel/samples/5").status, 200);
    assert_int_equal(webrun_get(*state, "viewer", "/kestrel/samples/5/").status, 200);
    /* "new" is not an id; the row named so wants an editor. */
    assert_int_equal(webrun_get(*state, "viewer", "/kestrel/samples/new").status, 403);
    assert_int_equal(webrun_get(*state, "editor", "/kestrel/samples/new").status, 200);
    assert_int_equal(webrun_get(*state, "viewer", "/kestrel/samples/abc").status, 404);
    assert_int_equal(webrun_get(*state, "viewer", "/kestrel/samples/404").status, 404);
    static const char *const nowhere[] = {
        "/nowhere", "/kestrel//samples", "/%00/samples",        "/kestrel/samples/5//", "",
        "//",       "/kestrel/%zz/5",    "/kestrel/samples/%ff"};
    for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
        assert_int_equal(webrun_get(*state, "viewer", nowhere[i]).status, 404);
}

static void
keeps_the_navigation_on_unknown_addresses(void **state)
{
    struct webrun_answer answer = webrun_get(*state, "viewer", "/kestrel/nothing/here");
    assert_int_equal(answer.status, 404);
    assert_non_null(strstr(answer.body, "Hana Novotn"));
    assert_non_null(strstr(answer.body, "href=\"/kestrel\">Home"));
    answer = webrun_get(*state, "viewer", "/other/samples");
    assert_non_null(strstr(answer.body, "href=\"/\">Home"));
    answer = webrun_get(*state, NULL, "/kestrel/nothing/here");
    assert_null(strstr(answer.body, "sidenav"));
}

static void
names_the_methods_of_a_path(void **state)
{
    struct webrun_answer answer = webrun_send(
        *state, &(struct webrun_request){
                    .method = "DELETE", .path = "/kestrel/samples/5", .token = "viewer"});
    assert_int_equal(answer.status, 405);
    assert_string_equal(webrun_header(*state, &answer, "Allow"), "GET, HEAD, POST");
    answer = webrun_get(*state, "admin", "/kestrel/only-post");
    assert_int_equal(answer.status, 405);
    assert_string_equal(webrun_header(*state, &answer, "Allow"), "POST");
}

static void
asks_to_sign_in(void **state)
{
    struct webrun_answer answer = webrun_get(*state, NULL, "/kestrel/samples?q=a%20b");
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(*state, &answer, "Location"),
                        "/login?next=%2Fkestrel%2Fsamples%3Fq%3Da%2520b");
    answer = webrun_get(*state, "expired", "/me");
    assert_string_equal(webrun_header(*state, &answer, "Location"), "/login?next=%2Fme&expired=1");
    assert_non_null(strstr(answer.head, "Set-Cookie: leadgen8080=; "));
    /* A form sent with a session that is gone leads back to the form. */
    answer = webrun_post(*state, "expired", "/kestrel/samples/5", "name=x");
    assert_string_equal(webrun_header(*state, &answer, "Location"),
                        "/login?next=%2Fkestrel%2Fsamples%2F5&expired=1&unsent=1");
    answer =
        webrun_send(*state, &(struct webrun_request){.method = "GET", .path = "/me", .htmx = true});
    assert_int_equal(answer.status, 200);
    assert_string_equal(webrun_header(*state, &answer, "HX-Redirect"), "/login?next=%2Fme");
}

static void
keeps_roles_and_tenants_apart(void **state)
{
    assert_int_equal(webrun_post(*state, "viewer", "/kestrel/samples/5", "name=x").status, 403);
    assert_int_equal(webrun_post(*state, "editor", "/kestrel/samples/5", "name=x").status, 303);
    assert_int_equal(webrun_post(*state, "editor", "/kestrel/only-post", "").status, 403);
    assert_int_equal(webrun_post(*state, "admin", "/kestrel/only-post", "").status, 200);
    /* A tenant one has no part in does not exist, whatever the role elsewhere. */
    assert_int_equal(webrun_get(*state, "admin", "/other/samples").status, 404);
    assert_int_equal(webrun_get(*state, "super", "/kestrel/samples").status, 404);
    assert_int_equal(webrun_get(*state, "admin", "/admin/things").status, 404);
    assert_int_equal(webrun_get(*state, "super", "/admin/things").status, 200);
    assert_int_equal(webrun_get(*state, "viewer", "/me").status, 200);
}

static void
refuses_forms_of_others(void **state)
{
    struct webrun_request request = {.method = "POST",
                                     .path = "/kestrel/samples/5",
                                     .token = "editor",
                                     .body = "name=x",
                                     .no_csrf = true};
    assert_int_equal(webrun_send(*state, &request).status, 403);
    request.body = "name=x&csrf=wrong";
    assert_int_equal(webrun_send(*state, &request).status, 403);
    request.no_csrf = false;
    request.body = "name=x";
    assert_int_equal(webrun_send(*state, &request).status, 303);
    static const struct {
        const char *origin, *fetch_site;
        int status;
    } cases[] = {
        {"http://127.0.0.1:8080",              "same-origin", 303},
        {"http://127.0.0.1:8080",              NULL,          303},
        {"https://evil.example",               NULL,          403},
        {"http://127.0.0.1:8081",              NULL,          403},
        {"http://127.0.0.1:8080.evil.example", NULL,          403},
        {NULL,                                 "cross-site",  403},
        {NULL,                                 "same-site",   403},
        {"null",                               NULL,          403},
        {"null",                               "same-origin", 303},
        {NULL,                                 "none",        303},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        request.origin = cases[i].origin;
        request.fetch_site = cases[i].fetch_site;
        assert_int_equal(webrun_send(*state, &request).status, cases[i].status);
    }
}

static void
protects_the_sign_in_form(void **state)
{
    struct webrun_request request = {.method = "POST", .path = "/login", .body = ""};
    assert_int_equal(webrun_send(*state, &request).status, 403);
    request.cookies = "leadgen_pre8080=abcdefghijklmnop";
    assert_int_equal(webrun_send(*state, &request).status, 403);
    /* With the token that the page itself carried, it goes through. */
    request.method = "GET";
    request.cookies = NULL;
    struct webrun_answer answer = webrun_send(*state, &request);
    const char *cookie = webrun_header(*state, &answer, "Set-Cookie");
    const char *token = strstr(answer.body, "name=\"csrf\" value=\"");
    assert_non_null(token);
    token += strlen("name=\"csrf\" value=\"");
    char pair[200], form[200];
    snprintf(pair, sizeof pair, "%.*s", (int)strcspn(cookie, ";"), cookie);
    snprintf(form, sizeof form, "csrf=%.*s", (int)strcspn(token, "\""), token);
    request.method = "POST";
    request.cookies = pair;
    request.body = form;
    assert_int_equal(webrun_send(*state, &request).status, 200);
}

static void
refuses_what_it_does_not_know(void **state)
{
    static const struct {
        const char *path, *named;
    } cases[] = {
        {"/kestrel/samples?unknown=1",                                                      "unknown"      },
        {"/kestrel/samples?q=1&q=2",                                                        "&quot;q&quot;"},
        {"/kestrel/samples?page=0",                                                         "page"         },
        {"/kestrel/samples?page=100",                                                       "page"         },
        {"/kestrel/samples?page=1x",                                                        "page"         },
        {"/kestrel/samples?q=%00",                                                          "q"            },
        {"/kestrel/samples?q=%ff",                                                          "q"            },
        {"/kestrel/samples?q=%zz",                                                          "q"            },
        {"/kestrel/samples?q=a%0Ab",                                                        "q"            },
        {"/kestrel/samples?q=012345678901234567890123456789012345678901234567890123456789", "q"            },
        {"/me?x=1",                                                                         "x"            },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct webrun_answer answer = webrun_get(*state, "viewer", cases[i].path);
        assert_int_equal(answer.status, 400);
        assert_non_null(strstr(answer.body, cases[i].named));
    }
    assert_int_equal(webrun_get(*state, "viewer", "/kestrel/samples?q=&page=").status, 200);
}

static void
shows_the_form_again(void **state)
{
    struct webrun_answer answer =
        webrun_post(*state, "editor", "/kestrel/samples/5",
                    "name=&role=viewer&note=%3C%2Ftextarea%3E&password=hunter2&active=1");
    assert_int_equal(answer.status, 400);
    assert_non_null(strstr(answer.body, "Fill this in."));
    assert_non_null(strstr(answer.body, "href=\"#f-name\""));
    assert_non_null(strstr(answer.body, "aria-invalid=\"true\""));
    assert_non_null(strstr(answer.body, "<option value=\"viewer\" selected>"));
    assert_null(strstr(answer.body, "<option value=\"editor\" selected>"));
    assert_non_null(strstr(answer.body, "&lt;/textarea&gt;"));
    assert_non_null(strstr(answer.body, "value=\"1\" checked"));
    assert_null(strstr(answer.body, "hunter2"));
    /* The page around the form is whole: its own values are there too. */
    assert_non_null(strstr(answer.body, "Edit Ada &lt;b&gt;"));

    answer = webrun_post(*state, "editor", "/kestrel/samples/5", "name=taken");
    assert_int_equal(answer.status, 409);
    assert_non_null(strstr(answer.body, "value=\"taken\""));
    assert_non_null(strstr(answer.body, "This name is taken."));
    answer = webrun_post(*state, "editor", "/kestrel/samples/5", "name=wrong");
    assert_int_equal(answer.status, 400);
    assert_non_null(strstr(answer.body, "These do not go together."));
    answer = webrun_post(*state, "editor", "/kestrel/samples/5", "name=counted");
    assert_int_equal(answer.status, 400);
    assert_non_null(strstr(answer.body, "Counted and refused."));
}

static void
redirects_with_a_message(void **state)
{
    struct webrun_answer answer = webrun_post(*state, "editor", "/kestrel/samples/5", "name=Ada");
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(*state, &answer, "Location"),
                        "/kestrel/samples/5?q=a%20b%26c");
    const char *cookie = webrun_header(*state, &answer, "Set-Cookie");
    char pair[2000];
    snprintf(pair, sizeof pair, "%.*s", (int)strcspn(cookie, ";"), cookie);
    struct webrun_request next = {
        .method = "GET", .path = "/kestrel/samples/5", .token = "editor", .cookies = pair};
    answer = webrun_send(*state, &next);
    assert_non_null(strstr(answer.body, "Saved &quot;Ada &amp; Co&quot;."));
    assert_non_null(strstr(answer.body, "href=\"/kestrel/undo\">Undo"));
    assert_non_null(strstr(answer.head, "Set-Cookie: leadgen_flash8080=; "));
    /* Another session's message, or one that was changed, is not shown. */
    next.token = "viewer";
    answer = webrun_send(*state, &next);
    assert_null(strstr(answer.body, "Saved"));
    next.token = "editor";
    pair[20] = pair[20] == 'A' ? 'B' : 'A';
    answer = webrun_send(*state, &next);
    assert_null(strstr(answer.body, "Saved"));
}

static void
hides_faults(void **state)
{
    struct webrun_answer answer = webrun_post(*state, "editor", "/kestrel/samples/5", "name=bug");
    assert_int_equal(answer.status, 500);
    assert_null(strstr(answer.body, "secret inside"));
    assert_non_null(strstr(answer.body, "test-request"));
    answer = webrun_post(*state, "editor", "/kestrel/samples/5", "name=busy");
    assert_int_equal(answer.status, 429);
    assert_string_equal(webrun_header(*state, &answer, "Retry-After"), "900");
    assert_non_null(strstr(answer.body, "Wait 15 minutes."));
}

static void
sends_safe_headers(void **state)
{
    static const char *const paths[] = {"/kestrel/samples/5", "/nowhere", "/kestrel/samples?x=1"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct webrun_answer answer = webrun_get(*state, "viewer", paths[i]);
        assert_non_null(strstr(answer.head, "default-src 'none'"));
        assert_non_null(strstr(answer.head, "frame-ancestors 'none'"));
        assert_non_null(strstr(answer.head, "X-Content-Type-Options: nosniff"));
        assert_non_null(strstr(answer.head, "Referrer-Policy: same-origin"));
        assert_non_null(strstr(answer.head, "Cache-Control: private, no-store"));
        assert_null(strstr(answer.body, "<script>"));
        assert_null(strstr(answer.body, " style="));
        assert_memory_equal(answer.body, "<!doctype html>", 15);
    }
}

static void
answers_polls_with_304(void **state)
{
    struct webrun_answer answer = webrun_get(*state, "viewer", "/kestrel/samples?q=a");
    const char *etag = webrun_header(*state, &answer, "ETag");
    assert_non_null(strstr(answer.body, "<li>a</li>"));
    assert_null(strstr(answer.body, "<html"));
    struct webrun_request again = {
        .method = "GET", .path = "/kestrel/samples?q=a", .token = "viewer", .if_none_match = etag};
    answer = webrun_send(*state, &again);
    assert_int_equal(answer.status, 304);
    assert_int_equal(answer.length, 0);
    again.path = "/kestrel/samples?q=b";
    assert_int_equal(webrun_send(*state, &again).status, 200);
}

static void
hands_files_to_nginx(void **state)
{
    struct webrun_answer answer = webrun_get(*state, "viewer", "/kestrel/file");
    assert_string_equal(webrun_header(*state, &answer, "X-Accel-Redirect"),
                        "/_files/exports/1.csv");
    assert_string_equal(webrun_header(*state, &answer, "Content-Disposition"),
                        "attachment; filename*=UTF-8''Kontakte%20f%C3%BCr%20M%C3%A4rz.csv");
}

static void
knows_tokens_and_signatures(void **state)
{
    struct webrun_request request = {.method = "POST", .path = "/api/kestrel/samples", .body = ""};
    struct webrun_answer answer = webrun_send(*state, &request);
    assert_int_equal(answer.status, 401);
    assert_string_equal(webrun_header(*state, &answer, "Content-Type"), "application/json");
    request.token = "editor"; /* a session's cookie is no token */
    assert_int_equal(webrun_send(*state, &request).status, 401);
    request.bearer = "viewer";
    assert_int_equal(webrun_send(*state, &request).status, 403);
    request.bearer = "editor";
    assert_int_equal(webrun_send(*state, &request).status, 200);
    request = (struct webrun_request){.method = "POST", .path = "/hook", .body = "q=bad&more=1"};
    assert_int_equal(webrun_send(*state, &request).status, 500);
    request.body = "q=good&more=1";
    assert_int_equal(webrun_send(*state, &request).status, 200);
}

static void
answers_head_without_body(void **state)
{
    struct webrun_answer answer =
        webrun_send(*state, &(struct webrun_request){
                                .method = "HEAD", .path = "/kestrel/samples/5", .token = "viewer"});
    assert_int_equal(answer.status, 200);
    assert_int_equal(answer.length, 0);
}

#define RUN(test) cmocka_unit_test_setup_teardown(test, open_run, close_run)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        RUN(finds_the_most_exact_row),
        RUN(keeps_the_navigation_on_unknown_addresses),
        RUN(names_the_methods_of_a_path),
        RUN(asks_to_sign_in),
        RUN(keeps_roles_and_tenants_apart),
        RUN(refuses_forms_of_others),
        RUN(protects_the_sign_in_form),
        RUN(refuses_what_it_does_not_know),
        RUN(shows_the_form_again),
        RUN(redirects_with_a_message),
        RUN(hides_faults),
        RUN(sends_safe_headers),
        RUN(answers_polls_with_304),
        RUN(hands_files_to_nginx),
        RUN(knows_tokens_and_signatures),
        RUN(answers_head_without_body),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Every row of the route table: a page is found here or it is not in the product. */
#include "support/test.h"

#include "support/webrun.h"
#include "web/match.h"
#include "web/routes.h"

static void
starts(void **state)
{
    /* Templates parse, rows fit their templates, callers and needs: web_open checks. */
    assert_non_null(webrun_new(*state, routes, n_routes, "templates"));
}

static void
has_no_row_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_routes; i++)
        for (size_t j = 0; j < i; j++)
            if (routes[i].method == routes[j].method && !strcmp(routes[i].path, routes[j].path))
                fail_msg("%s stands twice", routes[i].path);
}

static void
has_few_writing_gets(void **state)
{
    (void)state;
    size_t n = 0;
    for (size_t i = 0; i < n_routes; i++)
        n += routes[i].get_writes;
    assert_true(n <= 5);
}

/* Names in a path are parameters of the row, or nobody would ever look at them. */
static void
declares_what_the_path_names(void **state)
{
    for (size_t i = 0; i < n_routes; i++) {
        for (const char *at = strchr(routes[i].path, '{'); at; at = strchr(at + 1, '{')) {
            const char *name = arena_strndup(*state, at + 1, strcspn(at + 1, "}"));
            const struct params *params = routes[i].params;
            bool known = !strcmp(name, "tenant");
            for (size_t j = 0; params && j < params->count; j++)
                known |= !strcmp(params->items[j].name, name);
            if (!known)
                fail_msg("%s: {%s} is no parameter", routes[i].path, name);
        }
    }
}

/* A form that is sent to a row with a template is shown again on errors: it needs its GET row. */
static void
has_a_form_for_every_template_of_a_post(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_routes; i++) {
        if (routes[i].method != POST || !routes[i].template)
            continue;
        bool found = false;
        for (size_t j = 0; j < n_routes; j++)
            found |= routes[j].method == GET && !strcmp(routes[j].path, routes[i].path) &&
                     routes[j].template && !strcmp(routes[j].template, routes[i].template);
        if (!found)
            fail_msg("POST %s has no GET row with its template", routes[i].path);
    }
}

/* The limits that only the table could loosen. */
static void
has_sane_parameters(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_routes; i++) {
        const struct params *params = routes[i].params;
        for (size_t j = 0; params && j < params->count; j++) {
            const struct param *param = &params->items[j];
            assert_true(param->offset < params->size);
            assert_string_not_equal(param->name, "csrf");
            assert_string_not_equal(param->name, "tenant");
            bool upload = param->type == PARAM_TYPE_FILE || param->type == PARAM_TYPE_BODY;
            if (upload)
                assert_true(routes[i].method == POST || routes[i].method == PATCH ||
                            routes[i].method == PUT);
            if (param->type == PARAM_TYPE_CHOICE)
                assert_non_null(param->choices);
        }
    }
}

static const char *
sample_path(struct arena *arena, const char *pattern)
{
    char *path = arena_alloc(arena, strlen(pattern) * 8 + 1), *to = path;
    for (const char *c = pattern; *c; c++) {
        if (*c != '{') {
            *to++ = *c;
            continue;
        }
        const char *value = !strncmp(c, "{tenant}", 8) ? "kestrel" : "1";
        memcpy(to, value, strlen(value));
        to += strlen(value);
        c = strchr(c, '}');
    }
    return path;
}

/* Nobody gets a page of a session without one, and nothing is changed without the token. */
static void
is_closed_to_strangers(void **state)
{
    struct webrun *run = webrun_new(*state, routes, n_routes, "templates");
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        if (route->caller == ANONYMOUS && route->method == GET)
            continue; /* open to all, and this process has no database */
        const char *path = sample_path(*state, route->path);
        struct webrun_request request = {
            .method = match_method_name(route->method), .path = path, .no_csrf = true};
        struct webrun_answer answer = webrun_send(run, &request);
        if (route->caller == SESSION)
            assert_int_equal(answer.status, 303);
        else if (route->caller == TOKEN)
            assert_int_equal(answer.status, 401);
        else if (route->caller == ANONYMOUS && route->method == POST)
            assert_int_equal(answer.status, 403);
        if (route->caller != SESSION || route->method != POST)
            continue;
        request.token = route->need == SUPER ? "super" : "admin";
        assert_int_equal(webrun_send(run, &request).status, 403);
    }
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(starts),
        UNIT(has_no_row_twice),
        UNIT(has_few_writing_gets),
        UNIT(declares_what_the_path_names),
        UNIT(has_a_form_for_every_template_of_a_post),
        UNIT(has_sane_parameters),
        UNIT(is_closed_to_strangers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

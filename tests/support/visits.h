/* Pages as people of support/people.h see them, on a real database. */
#ifndef LEADGEN_TESTS_SUPPORT_VISITS_H
#define LEADGEN_TESTS_SUPPORT_VISITS_H

#include "support/people.h"
#include "support/webrun.h"

#include "domain/account/session.h"
#include "web/csrf.h"

struct pages {
    struct people *people;
    struct webrun *run;
    struct arena *arena;
    const char *tokens[N_PEOPLE]; /* of a session of each */
};

/* NULL, loudly, without a test database. */
static inline struct pages *
pages_new(void)
{
    struct people *people = people_new();
    if (!people)
        return NULL;
    struct pages *pages = ARENA_NEW(people->arena, struct pages);
    pages->people = people;
    pages->arena = people->arena;
    setenv("LEADGEN_TEST_DSN", getenv("LEADGEN_APP_DSN"), 0);
    pages->run = webrun_database(people->arena);
    struct conf *conf = ARENA_NEW(people->arena, struct conf);
    *conf = *webrun_web(pages->run)->conf;
    conf->keyfile = people->key_file;
    webrun_web(pages->run)->conf = conf;
    for (int i = 0; i < N_PEOPLE; i++) {
        struct session_place place = {.user_agent = "test", .address = "192.0.2.9"};
        people_begin(people, -1, 0);
        assert_ok(people,
                  session_start(&people->app, people->ids[i], false, place, &pages->tokens[i]));
        people_commit(people);
    }
    return pages;
}

static inline int
pages_set_up(void **state)
{
    *state = pages_new();
    return 0;
}

static inline int
pages_tear_down(void **state)
{
    struct pages *pages = *state;
    people_free(pages ? pages->people : NULL);
    return 0;
}

/* A page of a person; `path` as printf: %s for slugs. */
static inline struct webrun_answer pages_get(struct pages *pages, int who, const char *path, ...)
    __attribute__((format(printf, 3, 4)));
static inline struct webrun_answer
pages_get(struct pages *pages, int who, const char *path, ...)
{
    va_list args;
    va_start(args, path);
    const char *at = arena_vprintf(pages->arena, path, args);
    va_end(args);
    return webrun_get(pages->run, pages->tokens[who], at);
}

static inline struct webrun_answer
pages_post(struct pages *pages, int who, const char *path, const char *form)
{
    return webrun_post(pages->run, pages->tokens[who], path, form);
}

/* A form of somebody who has no session, with the token of its page. */
static inline struct webrun_answer
pages_post_open(struct pages *pages, const char *path, const char *cookies, const char *form)
{
    struct page pg = {.ctx = webrun_ctx(pages->run), .secret = "abcdefghijklmnop"};
    const char *body = arena_printf(pages->arena, "csrf=%s&%s", csrf_token(&pg), form);
    return webrun_send(
        pages->run,
        &(struct webrun_request){
            .method = "POST",
            .path = path,
            .cookies = arena_printf(pages->arena, "leadgen_pre8080=abcdefghijklmnop; %s", cookies),
            .body = body,
            .no_csrf = true});
}

/* The value of a cookie that the answer sets, or "". */
static inline const char *
pages_cookie(struct pages *pages, const struct webrun_answer *answer, const char *name)
{
    const char *wanted = arena_printf(pages->arena, "\r\nSet-Cookie: %s=", name);
    const char *at = strstr(answer->head, wanted);
    if (!at)
        return "";
    at += strlen(wanted);
    return arena_strndup(pages->arena, at, strcspn(at, ";\r"));
}

static inline void
pages_shows(struct webrun_answer answer, const char *text, bool wanted, int line)
{
    if (!strstr(answer.body, text) == wanted)
        fail_msg("line %d: \"%s\" %s on the page (%d):\n%s", line, text, wanted ? "is not" : "is",
                 answer.status, answer.body);
}
#define assert_shows(answer, text) pages_shows((answer), (text), true, __LINE__)
#define assert_hides(answer, text) pages_shows((answer), (text), false, __LINE__)

static inline void
pages_leads(struct pages *pages, struct webrun_answer answer, const char *path, int line)
{
    if (answer.status != 303)
        fail_msg("line %d: %d:\n%s", line, answer.status, answer.body);
    const char *location = webrun_header(pages->run, &answer, "Location");
    if (strcmp(location, path) != 0)
        fail_msg("line %d: it leads to %s", line, location);
}
/* The answer leads to `path`. */
#define assert_leads(pages, answer, path) pages_leads((pages), (answer), (path), __LINE__)

/* The message that the next page shows; "" for none. */
static inline const char *
pages_flash(struct pages *pages, const struct webrun_answer *answer)
{
    const char *cookie = pages_cookie(pages, answer, "leadgen_flash8080");
    size_t length = 0;
    const char *text = token_base64_read(
        pages->arena, arena_strndup(pages->arena, cookie, strcspn(cookie, ".")), &length);
    return text ? text : "";
}

#endif

/* Pages as one of the people of support/people.h sees them: the whole product in this process, with
 * real sessions on a real database. */
#ifndef LEADGEN_TESTS_SUPPORT_PAGES_H
#define LEADGEN_TESTS_SUPPORT_PAGES_H

#include "support/people.h"
#include "support/webrun.h"

struct pages {
    struct people *people;
    struct webrun *run;
    const char *tokens[N_PEOPLE];
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
    pages->run = webrun_database(people->arena);
    for (int who = 0; who < N_PEOPLE; who++) {
        const char *token = arena_printf(people->arena, "session-%d-%s", who, people->mark);
        pages->tokens[who] = token;
        people_number(people,
                      "INSERT INTO session (token_hash, user_id, idle, expires_at, user_agent, "
                      "address) VALUES ('%s', %" PRId64
                      ", '1 hour', now() + interval '1 hour', 'test', '::1') RETURNING session_id",
                      token_sha256(people->arena, token, strlen(token)), people->ids[who]);
    }
    return pages;
}

static inline void
pages_free(struct pages *pages)
{
    if (pages)
        people_free(pages->people);
}

/* A path of the kestrel workspace: "/%s/companies" and the rest of the format. */
static inline const char *
pages_path(const struct pages *pages, const char *rest)
{
    return arena_printf(pages->people->arena, "/%s%s", pages->people->kestrel_slug, rest);
}

static inline struct webrun_answer
pages_get(struct pages *pages, int who, const char *path)
{
    return webrun_get(pages->run, pages->tokens[who], path);
}

static inline struct webrun_answer
pages_post(struct pages *pages, int who, const char *path, const char *form)
{
    return webrun_post(pages->run, pages->tokens[who], path, form);
}

/* The page has this text; says what it has instead. */
static inline void
pages_shows(const struct webrun_answer *answer, const char *text)
{
    if (!strstr(answer->body, text))
        fail_msg("no \"%s\" in: %s", text, answer->body);
}

#endif

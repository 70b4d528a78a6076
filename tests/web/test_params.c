/* Parameters: what gets through and what does not, from query, forms, files and bodies. */
#include "support/test.h"

#include <unistd.h>

#include "base/conf.h"
#include "web/params.h"

struct form {
    int64_t id, count, maybe;
    const char *line, *text, *secret, *choice, *day;
    bool flag;
    struct param_texts tags;
    struct param_pairs map;
    struct param_file file;
};
static const char *const choices[] = {"red", "green", NULL};
static const struct param form_items[] = {
    PARAM_ID_OR_NONE(struct form, id),
    PARAM_I64(struct form, count, -5, 100, OPTIONAL),
    PARAM_I64(struct form, maybe, 1, 9, OPTIONAL),
    PARAM_TEXT(struct form, line, 5, OPTIONAL),
    PARAM_LONG(struct form, text, 50, OPTIONAL),
    PARAM_SECRET(struct form, secret, 20, OPTIONAL),
    PARAM_CHOICE(struct form, choice, choices, OPTIONAL),
    PARAM_DATE(struct form, day, OPTIONAL),
    PARAM_FLAG(struct form, flag),
    PARAM_TEXTS(struct form, tags, 3, OPTIONAL),
    PARAM_PAIRS(struct form, map, 3),
    PARAM_FILE(struct form, file, 5000, OPTIONAL),
};
static const struct params form_params = PARAMS(struct form, form_items);
struct narrow {
    const char *sort;
    struct param_pairs filter;
};
static const struct param narrow_items[] = {
    PARAM_TEXT(struct narrow, sort, 5, OPTIONAL),
    PARAM_REST(struct narrow, filter, 3),
};
static const struct params narrow_params = PARAMS(struct narrow, narrow_items);
struct raw {
    struct span body;
};
static const struct param raw_items[] = {PARAM_BODY(struct raw, body, 3000)};
static const struct params raw_params = PARAMS(struct raw, raw_items);

/* What the fake client sends, in pieces. */
struct client {
    const char *bytes;
    size_t left, piece;
};

static size_t
read_client(void *arg, char *bytes, size_t size)
{
    struct client *client = arg;
    size_t n = size < client->piece ? size : client->piece;
    n = n < client->left ? n : client->left;
    memcpy(bytes, client->bytes, n);
    client->bytes += n;
    client->left -= n;
    return n;
}

static void
ignore_error(void *arg, const char *name, const char *message)
{
    (void)name;
    (void)message;
    ++*(int *)arg;
}

struct outcome {
    bool ok;
    struct ctx ctx;
    struct param_set set;
    const struct form *form;
    int errors;
};

static struct outcome
bind_query(struct arena *arena, const char *query)
{
    struct outcome outcome = {.ctx = {.arena = arena}};
    void *form = NULL;
    outcome.ok =
        params_add_encoded(&outcome.ctx, &outcome.set, query, strlen(query), PARAM_FROM_QUERY) &&
        params_bind(&outcome.ctx, &form_params, &outcome.set, false, &form, ignore_error,
                    &outcome.errors);
    outcome.form = form;
    return outcome;
}

static struct conf conf;

static struct outcome
bind_body(struct arena *arena, const struct params *params, const char *type, const char *body,
          size_t length, size_t piece, int64_t announced)
{
    struct outcome outcome = {
        .ctx = {.arena = arena, .conf = &conf}
    };
    struct client client = {.bytes = body, .left = length, .piece = piece};
    struct http_in in = {
        .content_type = type, .content_length = announced, .read = read_client, .arg = &client};
    void *form = NULL;
    conf.files = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
    outcome.ok = params_read_body(&outcome.ctx, &outcome.set, params, &in) &&
                 params_bind(&outcome.ctx, params, &outcome.set, false, &form, ignore_error,
                             &outcome.errors);
    outcome.form = form;
    return outcome;
}

static void
makes_types(void **state)
{
    struct outcome outcome =
        bind_query(*state, "id=9223372036854775807&count=-5&line=%20a+b%20&text=x%0D%0Ay%0Dz&"
                           "secret=%20s%20&choice=green&day=2024-02-29&flag=on&tags=a&tags=b&"
                           "map.0=name&map.12=+city+");
    assert_true(outcome.ok);
    assert_true(outcome.form->id == INT64_MAX);
    assert_int_equal(outcome.form->count, -5);
    assert_int_equal(outcome.form->maybe, 0);
    assert_string_equal(outcome.form->line, "a b");
    assert_string_equal(outcome.form->text, "x\ny\nz");
    assert_string_equal(outcome.form->secret, " s ");
    assert_string_equal(outcome.form->choice, "green");
    assert_string_equal(outcome.form->day, "2024-02-29");
    assert_true(outcome.form->flag);
    assert_int_equal(outcome.form->tags.count, 2);
    assert_string_equal(outcome.form->tags.values[1], "b");
    assert_int_equal(outcome.form->map.count, 2);
    assert_string_equal(outcome.form->map.items[1].name, "12");
    assert_string_equal(outcome.form->map.items[1].value, "city");
    assert_null(outcome.form->file.path);
}

static void
leaves_nothing_null(void **state)
{
    struct outcome outcome = bind_query(*state, "&&");
    assert_true(outcome.ok);
    assert_string_equal(outcome.form->line, "");
    assert_string_equal(outcome.form->text, "");
    assert_string_equal(outcome.form->choice, "");
    assert_string_equal(outcome.form->day, "");
    assert_false(outcome.form->flag);
    assert_int_equal(outcome.form->tags.count, 0);
}

static void
refuses_bad_input(void **state)
{
    static const struct {
        const char *query, *field;
    } cases[] = {
        {"other=1",                         "other" },
        {"line",                            ""      }, /* an empty value is fine: see below */
        {"line=a&line=b",                   "line"  },
        {"line=%00",                        "line"  },
        {"line=%ff",                        "line"  },
        {"line=%ed%a0%80",                  "line"  },
        {"line=%",                          "line"  },
        {"line=%4",                         "line"  },
        {"line=%4g",                        "line"  },
        {"line=toolong",                    "line"  },
        {"line=a%0Ab",                      "line"  },
        {"line=a%7Fb",                      "line"  },
        {"id=0",                            "id"    },
        {"id=-1",                           "id"    },
        {"id=9223372036854775808",          "id"    },
        {"id=1e3",                          "id"    },
        {"id=0x10",                         "id"    },
        {"id=%2B1",                         "id"    },
        {"id=1.0",                          "id"    },
        {"count=-6",                        "count" },
        {"count=101",                       "count" },
        {"count=--5",                       "count" },
        {"choice=blue",                     "choice"},
        {"choice=RED",                      "choice"},
        {"day=2023-02-29",                  "day"   },
        {"day=2024-13-01",                  "day"   },
        {"day=2024-1-1",                    "day"   },
        {"day=24.12.2024",                  "day"   },
        {"flag=maybe",                      "flag"  },
        {"tags=1&tags=2&tags=3&tags=4",     "tags"  },
        {"map.1=a&map.1=b",                 "map"   },
        {"map.1=a&map.2=b&map.3=c&map.4=d", "map"   },
        {"map.=a",                          "map."  },
        {"map=a",                           "map"   },
        {"file=a",                          "file"  },
        {"body=a",                          "body"  },
        {"Line=a",                          "Line"  },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct outcome outcome = bind_query(*state, cases[i].query);
        if (!*cases[i].field) {
            assert_true(outcome.ok);
            continue;
        }
        if (outcome.ok)
            fail_msg("%s got through", cases[i].query);
        assert_int_equal(outcome.ctx.err.kind, ERR_INPUT);
        assert_string_equal(outcome.ctx.err.field, cases[i].field);
    }
}

static bool
bind_narrow(struct ctx *ctx, const char *query, const struct narrow **out)
{
    struct param_set set = {0};
    void *form = NULL;
    int errors = 0;
    params_add(ctx->arena, &set, "tenant", "kestrel", PARAM_FROM_PATH);
    bool ok = params_add_encoded(ctx, &set, query, strlen(query), PARAM_FROM_QUERY) &&
              params_bind(ctx, &narrow_params, &set, false, &form, ignore_error, &errors);
    *out = form;
    return ok;
}

static void
hands_on_names_that_it_does_not_know(void **state)
{
    struct ctx ctx = {.arena = *state};
    const struct narrow *narrow;
    assert_true(bind_narrow(&ctx, "tag=1&sort=name&tag=+2&a.not=", &narrow));
    assert_string_equal(narrow->sort, "name");
    assert_int_equal(narrow->filter.count, 3);
    assert_string_equal(narrow->filter.items[0].name, "tag");
    assert_string_equal(narrow->filter.items[1].name, "tag");
    assert_string_equal(narrow->filter.items[1].value, "2");
    assert_string_equal(narrow->filter.items[2].name, "a.not");
    assert_false(bind_narrow(&ctx, "sort=a&sort=b", &narrow));
    assert_string_equal(ctx.err.field, "sort");
    err_clear(&ctx);
    assert_false(bind_narrow(&ctx, "a=1&b=2&c=3&a=4", &narrow));
    assert_string_equal(ctx.err.field, "filter");
    assert_int_equal(ctx.err.kind, ERR_INPUT);
}

static void
tells_every_error_at_once(void **state)
{
    struct outcome outcome = bind_query(*state, "id=x&count=x&line=toolong&choice=x");
    assert_false(outcome.ok);
    assert_int_equal(outcome.errors, 4);
    assert_string_equal(outcome.ctx.err.field, "id");
}

static void
limits_the_number(void **state)
{
    size_t size = (PARAMS_MOST + 10) * 7;
    char *query = arena_alloc(*state, size + 1);
    for (size_t i = 0; i < PARAMS_MOST + 10; i++)
        memcpy(query + i * 7, "tags=a&", 7);
    assert_false(bind_query(*state, query).ok);
    query[PARAMS_MOST * 7 - 1] = '\0';
    struct outcome outcome = bind_query(*state, query);
    assert_string_equal(outcome.ctx.err.field, "tags");
}

static void
finds_cookies(void **state)
{
    assert_string_equal(params_cookie(*state, "a=1; b=2", "b"), "2");
    assert_string_equal(params_cookie(*state, "ab=1; b=2", "b"), "2");
    assert_string_equal(params_cookie(*state, "b=", "b"), "");
    assert_string_equal(params_cookie(*state, "b", "b"), "");
    assert_string_equal(params_cookie(*state, ";;;  b=x=y;", "b"), "x=y");
    assert_string_equal(params_cookie(*state, "", "b"), "");
}

static void
reads_encoded_bodies(void **state)
{
    const char *type = "application/x-www-form-urlencoded; charset=UTF-8";
    static const size_t pieces[] = {1, 3, 100000};
    for (size_t i = 0; i < 3; i++) {
        struct outcome outcome =
            bind_body(*state, &form_params, type, "line=a&flag=1", 13, pieces[i], 13);
        assert_true(outcome.ok);
        assert_string_equal(outcome.form->line, "a");
        /* Chunked: no length is announced. */
        assert_true(bind_body(*state, &form_params, type, "line=a", 6, pieces[i], -1).ok);
        /* Less came than was announced. */
        assert_false(bind_body(*state, &form_params, type, "line=a", 6, pieces[i], 60).ok);
    }
    assert_false(bind_body(*state, &form_params, "application/json", "{}", 2, 10, 2).ok);
    assert_false(bind_body(*state, &form_params, "", "{}", 2, 10, 2).ok);
    char *huge = arena_alloc(*state, PARAMS_FORM_MOST + 100);
    memset(huge, 'a', PARAMS_FORM_MOST + 99);
    memcpy(huge, "text=", 5);
    struct outcome outcome =
        bind_body(*state, &form_params, type, huge, PARAMS_FORM_MOST + 99, 100000, -1);
    assert_false(outcome.ok);
    assert_true(outcome.set.too_large);
}

static void
reads_raw_bodies(void **state)
{
    char body[4000];
    memset(body, 'x', sizeof body);
    struct outcome outcome = bind_body(*state, &raw_params, "application/json", body, 3000, 7, -1);
    assert_true(outcome.ok);
    assert_int_equal(((const struct raw *)(const void *)outcome.form)->body.length, 3000);
    outcome = bind_body(*state, &raw_params, "application/json", body, 3001, 7, -1);
    assert_false(outcome.ok);
    assert_true(outcome.set.too_large);
    outcome = bind_body(*state, &raw_params, "application/json", body, 3001, 7, 3001);
    assert_true(outcome.set.too_large);
}

#define B "--XyZ\r\n"
#define END "--XyZ--\r\n"
#define TYPE "multipart/form-data; boundary=XyZ"

static void
reads_forms_with_files(void **state)
{
    /* A file whose bytes look almost like the end of the part. */
    static const char content[] = "\r\n--Xy\r\n--XyY\0\xff\r\n-";
    char body[1000];
    int head = snprintf(body, sizeof body,
                        B "Content-Disposition: form-data; name=\"line\"\r\n\r\na b\r\n" B
                          "Content-Disposition: form-data; name=\"tags\"\r\n\r\n\r\n" B
                          "content-disposition: form-data; name=\"file\"; "
                          "filename=\"C:\\dir\\a; b.csv\"\r\nContent-Type: text/csv\r\n\r\n");
    memcpy(body + head, content, sizeof content - 1);
    size_t length = (size_t)head + sizeof content - 1;
    memcpy(body + length, "\r\n" END, sizeof "\r\n" END - 1);
    length += sizeof "\r\n" END - 1;
    static const size_t pieces[] = {1, 2, 7, 100000};
    for (size_t i = 0; i < 4; i++) {
        struct outcome outcome =
            bind_body(*state, &form_params, TYPE, body, length, pieces[i], (int64_t)length);
        assert_true(outcome.ok);
        assert_string_equal(outcome.form->line, "a b");
        assert_int_equal(outcome.form->tags.count, 1);
        assert_string_equal(outcome.form->file.name, "a; b.csv");
        assert_string_equal(outcome.form->file.type, "text/csv");
        assert_int_equal(outcome.form->file.size, sizeof content - 1);
        char back[100];
        FILE *file = fopen(outcome.form->file.path, "rb");
        assert_non_null(file);
        assert_int_equal(fread(back, 1, sizeof back, file), sizeof content - 1);
        assert_memory_equal(back, content, sizeof content - 1);
        fclose(file);
    }
}

static void
takes_files_away_with_the_request(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *body =
        B "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n" END;
    struct outcome outcome =
        bind_body(arena, &form_params, TYPE, body, strlen(body), 50, (int64_t)strlen(body));
    char path[200];
    snprintf(path, sizeof path, "%s", outcome.form->file.path);
    assert_int_equal(access(path, R_OK), 0);
    arena_free(arena);
    assert_int_not_equal(access(path, R_OK), 0);
}

static void
refuses_bad_multiparts(void **state)
{
#define PART(name) B "Content-Disposition: form-data; name=\"" name "\"\r\n\r\n"
    static const struct {
        const char *type, *body;
    } cases[] = {
        {"multipart/form-data",                 PART("line") "a\r\n" END                                                          },
        {"multipart/form-data; boundary=",      PART("line") "a\r\n" END                                                          },
        {"multipart/form-data; boundary=Other", PART("line") "a\r\n" END                                                          },
        {TYPE,                                  ""                                                                                },
        {TYPE,                                  B                                                                                 },
        {TYPE,                                  PART("line") "a"                                                                  },
        {TYPE,                                  PART("line") "a\r\n--XyZ"                                                         },
        {TYPE,                                  PART("line") "a\r\n--XyZgarbage"                                                  },
        {TYPE,                                  PART("") "a\r\n" END                                                              },
        {TYPE,                                  B "Content-Type: text/plain\r\n\r\na\r\n" END                                     },
        {TYPE,                                  B "Content-Disposition: form-data; name=\"line\r\n\r\na\r\n" END                  },
        {TYPE,                                  PART("line") "a\r\n" PART("line") "b\r\n" END                                     },
        {TYPE,                                  PART("other") "a\r\n" END                                                         },
        {TYPE,                                  PART("line") "\xff\r\n" END                                                       },
        {TYPE,                                  B "Content-Disposition: form-data; name=\"line\"; filename=\"x\"\r\n\r\na\r\n" END},
        {TYPE,                                  PART("file") "a\r\n" END                                                          },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = strlen(cases[i].body);
        struct outcome outcome =
            bind_body(*state, &form_params, cases[i].type, cases[i].body, length, 11, -1);
        if (outcome.ok)
            fail_msg("%s got through", cases[i].body);
        assert_int_equal(outcome.ctx.err.kind, ERR_INPUT);
    }
    const char *nothing =
        B "Content-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n" END;
    struct outcome outcome =
        bind_body(*state, &form_params, TYPE, nothing, strlen(nothing), 11, -1);
    assert_true(outcome.ok);
    assert_null(outcome.form->file.path);
}

static void
stops_large_files(void **state)
{
    size_t size = 400 * 1024;
    char *body = arena_alloc(*state, size + 1);
    memset(body, 'x', size);
    static const char head[] =
        B "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    memcpy(body, head, sizeof head - 1);
    struct outcome outcome = bind_body(*state, &form_params, TYPE, body, size, 100000, -1);
    assert_false(outcome.ok);
    assert_true(outcome.set.too_large);
    assert_string_equal(outcome.ctx.err.field, "file");
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(makes_types),
        UNIT(leaves_nothing_null),
        UNIT(refuses_bad_input),
        UNIT(hands_on_names_that_it_does_not_know),
        UNIT(tells_every_error_at_once),
        UNIT(limits_the_number),
        UNIT(finds_cookies),
        UNIT(reads_encoded_bodies),
        UNIT(reads_raw_bodies),
        UNIT(reads_forms_with_files),
        UNIT(takes_files_away_with_the_request),
        UNIT(refuses_bad_multiparts),
        UNIT(stops_large_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

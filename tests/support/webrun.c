/* In-process requests. See webrun.h. */
#include "support/webrun.h"

#include "support/test.h"

#include "base/db.h"
#include "base/token.h"
#include "web/csrf.h"
#include "web/list/list_mend.h"
#include "web/list/pages.h"
#include "web/routes.h"

struct webrun {
    struct arena *arena;
    struct conf conf;
    struct web web;
    struct ctx ctx;
};

static bool
made_up_caller(struct ctx *ctx, const char *token_hash, const char *slug, bool read_only,
               struct auth_caller *out, bool *found)
{
    static const char *const names[] = {"viewer", "editor", "admin", "super"};
    (void)read_only;
    *found = false;
    for (int i = 0; i < 4; i++) {
        if (strcmp(token_hash, token_sha256(ctx->arena, names[i], strlen(names[i]))) != 0)
            continue;
        bool here = !strcmp(slug, "kestrel") && i < 3;
        *found = true;
        *out = (struct auth_caller){
            .user_id = i + 1,
            .tenant_id = here ? 7 : 0,
            .session_id = i + 1,
            .user_name = "Hana Novotná",
            .user_email = "hana@kestrelworks.example",
            .tenant_slug = here ? "kestrel" : "",
            .tenant_name = here ? "Kestrel Works" : "",
            .role = here ? names[i] : "",
            .theme = "dark",
            .density = "",
            .timezone = "Europe/Prague",
            .locale = "en",
            .role_rank = here ? i + 1 : 0,
            .is_super = i == 3,
        };
    }
    return true;
}

static struct webrun *
start(struct arena *arena, const struct route *rows, size_t n_rows, const char *templates)
{
    struct webrun *run = ARENA_NEW(arena, struct webrun);
    const char *source = getenv("LEADGEN_SRCDIR");
    const char *files = getenv("TMPDIR");
    run->arena = arena;
    run->conf.url = "http://127.0.0.1:8080";
    run->conf.files = files ? files : "/tmp";
    run->conf.templates = arena_printf(arena, "%s/%s", source ? source : "..", templates);
    run->ctx = (struct ctx){.arena = arena, .conf = &run->conf};
    run->web = (struct web){.arena = arena_new(),
                            .owner = arena,
                            .conf = &run->conf,
                            .routes = rows,
                            .n_routes = n_rows,
                            .pools = POOL_APP | POOL_ADMIN | POOL_PUBLIC,
                            .auth_session = made_up_caller,
                            .auth_token = made_up_caller,
                            .no_database = true};
    arena_defer(arena, (void (*)(void *))arena_free, run->web.arena);
    if (!web_open(&run->ctx, &run->web))
        fail_msg("the pages do not start: %s", run->ctx.err.message);
    return run;
}

struct webrun *
webrun_new(struct arena *arena, const struct route *rows, size_t n_rows, const char *templates)
{
    return start(arena, rows, n_rows, templates);
}

struct webrun *
webrun_database(struct arena *arena)
{
    const char *dsn = getenv("LEADGEN_TEST_DSN");
    if (!dsn || !*dsn) {
        printf("# LEADGEN_TEST_DSN IS NOT SET: cases that need the database are left out\n");
        return NULL;
    }
    struct webrun *run = start(arena, routes, n_routes, "templates");
    if (!db_open(&run->ctx, arena, dsn))
        fail_msg("no test database: %s", run->ctx.err.message);
    run->web.db = run->ctx.db;
    run->web.no_database = false;
    run->web.auth_session = auth_open;
    run->web.auth_token = auth_open_token;
    run->web.ahead = list_ahead;
    run->web.mend = list_mend;
    return run;
}

struct ctx *
webrun_ctx(struct webrun *run)
{
    return &run->ctx;
}

struct web *
webrun_web(struct webrun *run)
{
    return &run->web;
}

/* The body being read, and the answer being written. */
struct wire {
    struct arena *arena;
    const char *body;
    size_t left;
    char *answer;
    size_t length, size;
};

static size_t
read_body(void *arg, char *bytes, size_t size)
{
    struct wire *wire = arg;
    /* In odd pieces, as a network gives them. */
    size_t n = size < 1000 ? size : 1000;
    if (n > wire->left)
        n = wire->left;
    memcpy(bytes, wire->body, n);
    wire->body += n;
    wire->left -= n;
    return n;
}

static bool
take_answer(void *arg, const char *bytes, size_t length)
{
    struct wire *wire = arg;
    if (wire->length + length + 1 > wire->size) {
        size_t size = (wire->length + length + 1) * 2;
        char *grown = arena_alloc(wire->arena, size);
        if (wire->length)
            memcpy(grown, wire->answer, wire->length);
        wire->answer = grown;
        wire->size = size;
    }
    memcpy(wire->answer + wire->length, bytes, length);
    wire->length += length;
    wire->answer[wire->length] = '\0';
    return true;
}

static const char *
text(const char *value)
{
    return value ? value : "";
}

/* The token a page would have put into its form. */
static const char *
form_token(struct webrun *run, const struct webrun_request *request)
{
    struct page pg = {.ctx = &run->ctx, .secret = text(request->token), .web = &run->web};
    return csrf_token(&pg);
}

struct webrun_answer
webrun_send(struct webrun *run, const struct webrun_request *request)
{
    struct arena *arena = run->arena;
    const char *mark = strchr(request->path, '?');
    size_t path_length = mark ? (size_t)(mark - request->path) : strlen(request->path);
    const char *body = text(request->body);
    size_t length = request->body_length ? request->body_length : strlen(body);
    bool post = !strcmp(request->method, "POST");
    const char *csrf = post && request->token && !request->no_csrf ? form_token(run, request) : "";
    struct wire wire = {.arena = arena, .body = body, .left = length};
    struct http_in in = {
        .method = request->method,
        .path = arena_strndup(arena, request->path, path_length),
        .query = mark ? mark + 1 : "",
        .scheme = "http",
        .host = "127.0.0.1:8080",
        .remote_addr = "192.0.2.1",
        .cookie = arena_printf(arena, "%s%s; %s", request->token ? "leadgen8080=" : "",
                               text(request->token), text(request->cookies)),
        .authorization = request->bearer ? arena_printf(arena, "Bearer %s", request->bearer) : "",
        .content_type = request->type ? request->type
                        : post        ? "application/x-www-form-urlencoded; charset=UTF-8"
                                      : "",
        .if_none_match = text(request->if_none_match),
        .origin = text(request->origin),
        .fetch_site = text(request->fetch_site),
        .referer = text(request->referer),
        .user_agent = "webrun",
        .csrf_token = csrf,
        .server = "webrun",
        .request_id = "test-request",
        .hx_request = request->htmx,
        .content_length = request->unknown_length ? -1 : (int64_t)length,
        .read = read_body,
        .arg = &wire,
    };
    struct http_out out = {.write = take_answer, .arg = &wire};
    struct webrun_answer answer = {.status = web_handle(&run->web, &in, &out)};
    char *end = wire.answer ? strstr(wire.answer, "\r\n\r\n") : NULL;
    if (!end)
        fail_msg("no answer to %s %s", request->method, request->path);
    answer.head = arena_strndup(arena, wire.answer, (size_t)(end + 2 - wire.answer));
    answer.body = end + 4;
    answer.length = wire.length - (size_t)(answer.body - wire.answer);
    return answer;
}

struct webrun_answer
webrun_get(struct webrun *run, const char *token, const char *path)
{
    return webrun_send(run,
                       &(struct webrun_request){.method = "GET", .path = path, .token = token});
}

struct webrun_answer
webrun_post(struct webrun *run, const char *token, const char *path, const char *form)
{
    return webrun_send(run, &(struct webrun_request){
                                .method = "POST", .path = path, .token = token, .body = form});
}

const char *
webrun_header(struct webrun *run, const struct webrun_answer *answer, const char *name)
{
    const char *wanted = arena_printf(run->arena, "\r\n%s: ", name);
    const char *at = strstr(answer->head, wanted);
    if (!at)
        return "";
    at += strlen(wanted);
    return arena_strndup(run->arena, at, strcspn(at, "\r"));
}

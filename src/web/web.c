/* A process and its requests. See web.h. */
#include "web/web.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/db.h"
#include "base/log.h"
#include "base/token.h"
#include "web/answer.h"
#include "web/dispatch.h"
#include "web/frame.h"
#include "web/match.h"
#include "web/nav.h"

void
page_signature_ok(struct page *pg)
{
    pg->signature_ok = true;
}

/* What a row may be: the rules of the table that a compiler cannot check. */
static bool
check_row(struct ctx *ctx, const struct web *web, const struct route *route)
{
    bool named = route->need != OPEN;
    bool known = route->caller == SESSION || route->caller == TOKEN;
    bool tenant = strstr(route->path, "{tenant}") != NULL;
    bool of_tenant =
        route->need == MAY_READ || route->need == MAY_WRITE || route->need == MAY_ADMIN;
    if (route->template && !templates_have(web->templates, route->template))
        return err_raise(ctx, ERR_BUG, "%s: there is no template %s", route->path, route->template);
    if (!route->handler || *route->path != '/' || named != known || (of_tenant && !tenant))
        return err_raise(ctx, ERR_BUG, "%s: handler, need and caller of this row do not fit",
                         route->path);
    if (route->method != GET && route->method != POST && route->caller != TOKEN)
        return err_raise(ctx, ERR_BUG, "%s: only programs send %s", route->path,
                         match_method_name(route->method));
    if (route->get_writes && (route->method != GET || route->pool != POOL_PUBLIC))
        return err_raise(ctx, ERR_BUG, "%s: only a public GET may be marked as writing",
                         route->path);
    return true;
}

bool
web_open(struct ctx *ctx, struct web *web)
{
    if (!templates_load(ctx, web->owner, web->conf->templates, &web->templates))
        return false;
    static const char *const errors[] = {
        "error/400.cs", "error/403.cs", "error/404.cs", "error/405.cs", "error/409.cs",
        "error/413.cs", "error/429.cs", "error/500.cs", "error/503.cs", "error/error.part.cs"};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (!templates_have(web->templates, errors[i]))
            return err_raise(ctx, ERR_INPUT, "the template %s is missing in %s", errors[i],
                             web->conf->templates);
    for (size_t i = 0; i < web->n_routes; i++)
        if (!check_row(ctx, web, &web->routes[i]))
            return false;
    frame_share(templates_shared(web->templates));
    web->places = nav_available(web->owner, web->routes, web->n_routes);
    return true;
}

/* Faults are logged with their place; what people did wrong is not. */
static void
log_fault(const struct page *pg, const struct err *err)
{
    if (err->kind != ERR_BUG && err->kind != ERR_UNAVAILABLE)
        return;
    LOG_EVENT(LOG_LEVEL_ERROR, "fault", LOG_TEXT("request", pg->request_id),
              LOG_TEXT("route", pg->route ? pg->route->path : ""),
              LOG_TEXT("kind", err_kind_name(err->kind)), LOG_TEXT("message", err->message),
              LOG_TEXT("file", err->file ? err->file : ""), LOG_NUMBER("line", err->line));
}

static void
log_request(const struct page *pg, int status, int64_t started)
{
    LOG_EVENT(LOG_LEVEL_INFO, "request", LOG_TEXT("request", pg->request_id),
              LOG_TEXT("method", strlen(pg->in->method) < 10 ? pg->in->method : "?"),
              LOG_TEXT("route", pg->route ? pg->route->path : ""), LOG_NUMBER("status", status),
              LOG_NUMBER("ms", clock_steady_ms() - started),
              LOG_NUMBER("user", pg->caller ? pg->caller->user_id : 0),
              LOG_NUMBER("tenant", pg->caller ? pg->caller->tenant_id : 0));
}

static void
page_begin(struct page *pg, struct ctx *ctx, struct web *web, const struct http_in *in)
{
    memset(pg, 0, sizeof *pg);
    pg->ctx = ctx;
    pg->web = web;
    pg->in = in;
    pg->path = in->path;
    pg->base = pg->slug = pg->secret = "";
    pg->view = tree_new(ctx->arena);
    pg->request_id =
        *in->request_id ? arena_strdup(ctx->arena, in->request_id) : token_random(ctx->arena, 16);
}

/* A GET that fell to a lost connection is done again; it changed nothing. */
static bool
is_worth_another_try(const struct page *pg)
{
    return pg->route && pg->route->method == GET && !pg->route->get_writes &&
           dispatch_lost_connection(pg->ctx);
}

/* Is there a form to correct: an INPUT error, or a conflict at a field. */
static bool
is_correctable(const struct page *pg)
{
    const struct err *err = &pg->ctx->err;
    if (!pg->route || pg->route->method != POST || pg->status || pg->route->caller == TOKEN)
        return false;
    return err->kind == ERR_INPUT || (err->kind == ERR_CONFLICT && *err->field);
}

/* The error of the handler as an entry of the form, unless binding has listed it already. */
static void
keep_error(struct page *pg)
{
    const struct err *err = &pg->ctx->err;
    if (pg->errors)
        return;
    pg->errors = ARENA_NEW(pg->ctx->arena, struct form_error);
    pg->errors->message = arena_strdup(pg->ctx->arena, err->message);
    pg->errors->field = "";
    /* Only a field that the form has: names in the tree are ours. */
    const struct params *params = pg->route->params;
    for (size_t i = 0; params && i < params->count; i++) {
        const struct param *param = &params->items[i];
        size_t length = strlen(param->name);
        bool pair = param->type == PARAM_TYPE_PAIRS && !strncmp(param->name, err->field, length) &&
                    err->field[length] == '.';
        if (!strcmp(param->name, err->field) || pair)
            pg->errors->field = arena_strdup(pg->ctx->arena, err->field);
    }
}

static struct answer *
answer_failure(struct page *pg)
{
    if (!is_correctable(pg)) {
        log_fault(pg, &pg->ctx->err);
        if (!pg->route && !pg->in->hx_request && !match_is_api(pg->path))
            dispatch_recognise(pg);
        return answer_error(pg);
    }
    int status = answer_status(pg);
    struct err first = pg->ctx->err;
    struct answer *answer = NULL;
    keep_error(pg);
    err_clear(pg->ctx);
    if (dispatch_form_again(pg) && answer_make(pg, status, &answer))
        return answer;
    log_fault(pg, &pg->ctx->err);
    pg->ctx->err = first;
    return answer_error(pg);
}

static struct answer *
answer_success(struct page *pg)
{
    struct answer *answer = NULL;
    if (pg->reply.kind == REPLY_BUSY) {
        pg->status = 429;
        err_raise(pg->ctx, ERR_DENIED, "%s", pg->reply.message);
        return answer_error(pg);
    }
    if (pg->reply.kind == REPLY_FORM) {
        if (dispatch_form_again(pg) && answer_make(pg, 400, &answer))
            return answer;
        err_raise(pg->ctx, ERR_BUG, "a form error, but no form");
    } else if (answer_make(pg, answer_status(pg), &answer)) {
        return answer;
    }
    log_fault(pg, &pg->ctx->err);
    return answer_error(pg);
}

/* Outside the page's transaction, and after the answer: a page that only reads stays so. */
static void
note_use(struct page *pg)
{
    if (pg->web->no_database || !pg->caller || !pg->caller->touch_due)
        return;
    err_clear(pg->ctx);
    if (!auth_touch(pg->ctx, pg->token_hash))
        log_fault(pg, &pg->ctx->err);
}

int
web_handle(struct web *web, const struct http_in *in, const struct http_out *out)
{
    int64_t started = clock_steady_ms();
    struct ctx ctx = {.arena = web->arena, .db = web->db, .conf = web->conf, .no_outside = true};
    struct page pg;
    page_begin(&pg, &ctx, web, in);
    bool ok = dispatch_run(&pg);
    if (!ok && is_worth_another_try(&pg)) {
        err_clear(&ctx);
        page_begin(&pg, &ctx, web, in);
        ok = dispatch_run(&pg);
    }
    const struct answer *answer = ok ? answer_success(&pg) : answer_failure(&pg);
    int status = answer_write(&pg, answer, out);
    if (!web->no_database)
        db_rollback(&ctx); /* whatever went wrong, the next request begins clean */
    note_use(&pg);
    log_request(&pg, status, started);
    arena_reset(web->arena);
    return status;
}

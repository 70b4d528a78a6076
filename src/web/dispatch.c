/* The steps of a page. See dispatch.h. */
#include "web/dispatch.h"

#include <stdio.h>
#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "base/token.h"
#include "web/csrf.h"
#include "web/match.h"
#include "web/reply.h"
#include "web/view.h"

enum { SECRET_BYTES = 32 };

/* A slash too many at the end, as people and programs write it, is none. */
static const char *
without_last_slash(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    bool one = length > 1 && path[length - 1] == '/' && path[length - 2] != '/';
    return one ? arena_strndup(arena, path, length - 1) : path;
}

/* Step 1: which row. */
static bool
choose_row(struct page *pg)
{
    const char *allow = "";
    pg->path = without_last_slash(pg->ctx->arena, pg->path);
    pg->route = match_route(pg->ctx->arena, pg->web, pg->in->method, pg->path, &pg->input, &allow);
    if (pg->route) {
        for (size_t i = 0; i < pg->input.count; i++) {
            if (strcmp(pg->input.values[i].name, "tenant") != 0)
                continue;
            pg->slug = pg->input.values[i].value;
            pg->base = view_url(pg->ctx->arena, "/%s", pg->slug);
            pg->input.values[i] = pg->input.values[--pg->input.count];
            break;
        }
        return true;
    }
    if (!*allow)
        return err_raise(pg->ctx, ERR_NOT_FOUND, "no page");
    pg->status = 405;
    pg->allow = allow;
    return err_raise(pg->ctx, ERR_INPUT, "This address does not take %s requests. It takes %s.",
                     strlen(pg->in->method) < 10 ? pg->in->method : "such", allow);
}

static bool
reads_only(const struct route *route)
{
    return route->method == GET && !route->get_writes;
}

/* Where to go on after signing in: the page itself, or the form that was sent. */
static const char *
next_path(struct page *pg)
{
    if (pg->route->method == GET)
        return *pg->in->query ? arena_printf(pg->ctx->arena, "%s?%s", pg->path, pg->in->query)
                              : pg->path;
    for (size_t i = 0; i < pg->web->n_routes; i++)
        if (pg->web->routes[i].method == GET && !strcmp(pg->web->routes[i].path, pg->route->path))
            return pg->path;
    return *pg->base ? pg->base : "/";
}

/* No session: on to the sign-in page, with the way back. */
static bool
ask_to_sign_in(struct page *pg, bool had_cookie)
{
    pg->session_gone = had_cookie;
    if (had_cookie)
        reply_session_end(pg);
    pg->status = 401;
    pg->sign_in = view_url(pg->ctx->arena,
                           pg->route->method != GET ? "/login?next=%s&expired=1&unsent=1"
                           : had_cookie             ? "/login?next=%s&expired=1"
                                                    : "/login?next=%s",
                           next_path(pg));
    return err_raise(pg->ctx, ERR_DENIED, "Sign in to open this page.");
}

static bool
open_session(struct page *pg, bool read_only, struct auth_caller *caller)
{
    struct arena *arena = pg->ctx->arena;
    const char *token = params_cookie(arena, pg->in->cookie, reply_cookie_name(pg, ""));
    bool found = false;
    if (!*token)
        return ask_to_sign_in(pg, false);
    pg->token_hash = token_sha256(arena, token, strlen(token));
    if (read_only && pg->web->ahead && !pg->web->ahead(pg))
        return false;
    if (!pg->web->auth_session(pg->ctx, pg->token_hash, pg->slug, read_only, caller, &found))
        return false;
    if (!found)
        return ask_to_sign_in(pg, true);
    pg->secret = token;
    pg->caller = caller;
    return true;
}

static bool
open_token(struct page *pg, bool read_only, struct auth_caller *caller)
{
    const char *header = pg->in->authorization;
    bool found = false;
    pg->status = 401;
    if (strncasecmp(header, "Bearer ", 7) != 0)
        return err_raise(pg->ctx, ERR_DENIED, "Send an API token as Authorization: Bearer.");
    const char *token = header + 7 + strspn(header + 7, " ");
    pg->token_hash = token_sha256(pg->ctx->arena, token, strlen(token));
    if (!pg->web->auth_token(pg->ctx, pg->token_hash, pg->slug, read_only, caller, &found)) {
        pg->status = 0;
        return false;
    }
    if (!found)
        return err_raise(pg->ctx, ERR_DENIED, "This API token is not known, expired or revoked.");
    pg->status = 0;
    pg->caller = caller;
    return true;
}

/* The secret of a caller without a session: a cookie of its own, made with the first page. */
static void
read_pre_session(struct page *pg)
{
    struct arena *arena = pg->ctx->arena;
    pg->secret = params_cookie(arena, pg->in->cookie, reply_cookie_name(pg, "_pre"));
    if (*pg->secret || pg->route->method != GET)
        return;
    pg->secret = token_random(arena, SECRET_BYTES);
    pg->new_secret = true;
}

static bool
identify_once(struct page *pg, bool read_only)
{
    struct auth_caller *caller = ARENA_NEW(pg->ctx->arena, struct auth_caller);
    switch (pg->route->caller) {
    case SESSION:
        return open_session(pg, read_only, caller);
    case TOKEN:
        return open_token(pg, read_only, caller);
    case ANONYMOUS:
        read_pre_session(pg);
        break;
    case SIGNED:
        break;
    }
    if (pg->web->no_database)
        return true;
    /* BEGIN goes alone where a lost connection must show before anything is done: a form is not tried again
     * behind its first statement. */
    return db_begin(pg->ctx, read_only) && (read_only || db_flush(pg->ctx));
}

bool
dispatch_lost_connection(const struct ctx *ctx)
{
    if (ctx->err.kind != ERR_UNAVAILABLE || !ctx->db)
        return false;
    const char *state = db_sqlstate(ctx);
    return text_starts(state, "08") || text_starts(state, "57P");
}

/* Step 2: who calls. Opens the transaction too: identity and BEGIN share a round trip. A connection
 * that died while nobody used it shows here, where nothing is done yet: any method may try again. */
static bool
identify(struct page *pg, bool read_only)
{
    if (identify_once(pg, read_only))
        return true;
    if (!dispatch_lost_connection(pg->ctx))
        return false;
    db_rollback(pg->ctx);
    err_clear(pg->ctx);
    return identify_once(pg, read_only);
}

/* A token reaches as far as its scope and the role of the person who made it, whichever is less. */
static bool
refuse_token(struct page *pg, int64_t needed)
{
    static const struct {
        const char *scope, *role;
    } ranks[] = {
        [AUTH_NONE] = {"none",  "none"  },
        [AUTH_VIEWER] = {"read",  "viewer"},
        [AUTH_EDITOR] = {"write", "editor"},
        [AUTH_ADMIN] = {"admin", "admin" },
    };
    return err_raise(
        pg->ctx, ERR_DENIED,
        "This needs an API token of the scope \"%s\", made by somebody with at least the "
        "role %s here. This one reaches as far as \"%s\".",
        ranks[needed].scope, ranks[needed].role, ranks[pg->caller->role_rank].scope);
}

/* Step 3: may they. A tenant they have no part in is not there for them. */
static bool
permit(struct page *pg)
{
    const struct auth_caller *caller = pg->caller;
    int64_t needed = AUTH_NONE;
    switch (pg->route->need) {
    case OPEN:
        return true;
    case LOGGED_IN:
        break;
    case MAY_READ:
        needed = AUTH_VIEWER;
        break;
    case MAY_WRITE:
        needed = AUTH_EDITOR;
        break;
    case MAY_ADMIN:
        needed = AUTH_ADMIN;
        break;
    case SUPER:
        if (caller && caller->is_super)
            return true;
        return err_raise(pg->ctx, ERR_NOT_FOUND, "not a super admin");
    }
    if (!caller)
        return err_raise(pg->ctx, ERR_BUG, "a row with a need but without a caller");
    if (needed != AUTH_NONE && (!caller->tenant_id || caller->role_rank < AUTH_VIEWER)) {
        pg->base = ""; /* nothing on the error page leads there either */
        return err_raise(pg->ctx, ERR_NOT_FOUND, "no part in this tenant");
    }
    if (caller->role_rank < needed)
        return pg->route->caller == TOKEN
                   ? refuse_token(pg, needed)
                   : err_raise(pg->ctx, ERR_DENIED, "Your role here (%s) may not do this.",
                               caller->role);
    return true;
}

static void
end_transaction(struct page *pg)
{
    if (!pg->web->no_database)
        db_rollback(pg->ctx);
}

static bool
takes_upload(const struct route *route)
{
    for (size_t i = 0; route->params && i < route->params->count; i++) {
        enum param_type type = route->params->items[i].type;
        if (type == PARAM_TYPE_FILE || type == PARAM_TYPE_BODY)
            return true;
    }
    return false;
}

/* Step 4: what was sent, and that the page's own form sent it. */
static bool
read_input(struct page *pg)
{
    struct ctx *ctx = pg->ctx;
    size_t query = strlen(pg->in->query);
    if (query > PARAMS_QUERY_MOST)
        return err_raise(ctx, ERR_INPUT, "The address is too long.");
    if (!params_add_encoded(ctx, &pg->input, pg->in->query, query, PARAM_FROM_QUERY))
        return false;
    if (pg->route->method == GET || pg->route->method == DELETE)
        return true;
    /* A slow client must not hold a transaction open. */
    bool upload = takes_upload(pg->route);
    if (upload)
        end_transaction(pg);
    const char *sent = "";
    if (!params_read_body(ctx, &pg->input, pg->route->params, pg->in)) {
        if (pg->input.too_large)
            pg->status = 413;
        return false;
    }
    if (!params_take(ctx, &pg->input, CSRF_FIELD, &sent))
        return false;
    bool by_cookie = pg->route->caller == SESSION || pg->route->caller == ANONYMOUS;
    if (by_cookie && !csrf_check(pg, *sent ? sent : pg->in->csrf_token))
        return false;
    return !upload || (identify(pg, reads_only(pg->route)) && permit(pg));
}

static void
note_error(void *arg, const char *name, const char *message)
{
    struct page *pg = arg;
    struct form_error **last = &pg->errors;
    while (*last)
        last = &(*last)->next;
    *last = ARENA_NEW(pg->ctx->arena, struct form_error);
    (*last)->field = name;
    (*last)->message = message;
}

/* Step 5: typed. */
static bool
bind(struct page *pg)
{
    void *params = NULL;
    bool lax = pg->route->caller == SIGNED;
    if (!params_bind(pg->ctx, pg->route->params, &pg->input, lax, &params, note_error, pg))
        return false;
    pg->params = params;
    return true;
}

/* Step 6: the handler, and the end of its transaction. */
static bool
handle(struct page *pg)
{
    if (!pg->route->handler(pg))
        return err_raise(pg->ctx, ERR_BUG, "the handler failed without a reason");
    if (pg->reply.kind == REPLY_NONE)
        return err_raise(pg->ctx, ERR_BUG, "the handler of %s gave no reply", pg->route->path);
    if (pg->route->caller == SIGNED && !pg->signature_ok)
        return err_raise(pg->ctx, ERR_BUG, "the handler of %s checked no signature",
                         pg->route->path);
    /* A stream reads on while it is sent; it only reads. */
    if (pg->reply.kind == REPLY_STREAM && reads_only(pg->route))
        return true;
    return pg->web->no_database || !db_in_transaction(pg->ctx) || db_commit(pg->ctx);
}

static bool
is_in_query(const struct page *pg, const char *name)
{
    for (size_t i = 0; i < pg->input.count; i++)
        if (pg->input.values[i].source == PARAM_FROM_QUERY &&
            !strcmp(pg->input.values[i].name, name))
            return true;
    return false;
}

/* Where a person goes on from an address with something wrong in it. Lists say it themselves, for they
 * know more that is wrong than the first thing. */
static void
mend_address(struct page *pg)
{
    const struct err first = pg->ctx->err;
    const struct route *route = pg->route;
    if (first.kind != ERR_INPUT || !route || route->method != GET || route->caller != SESSION)
        return;
    err_clear(pg->ctx);
    pg->errors = NULL;
    if ((!pg->web->mend || !pg->web->mend(pg)) && is_in_query(pg, first.field)) {
        pg->mended.path = view_here_with(pg, first.field, NULL);
        pg->mended.label = "Leave it out";
    }
    pg->ctx->err = first;
}

bool
dispatch_run(struct page *pg)
{
    bool ok = choose_row(pg) && identify(pg, reads_only(pg->route)) && permit(pg) &&
              read_input(pg) && bind(pg) && handle(pg);
    if (!ok) {
        mend_address(pg);
        end_transaction(pg);
    }
    return ok;
}

void
dispatch_recognise(struct page *pg)
{
    struct arena *arena = pg->ctx->arena;
    const char *token = params_cookie(arena, pg->in->cookie, reply_cookie_name(pg, ""));
    const struct err first = pg->ctx->err;
    struct auth_caller *caller = ARENA_NEW(arena, struct auth_caller);
    const char *slug = match_first_segment(arena, pg->path);
    bool found = false;
    if (!*token)
        return;
    err_clear(pg->ctx);
    if (pg->web->auth_session(pg->ctx, token_sha256(arena, token, strlen(token)), slug, true,
                              caller, &found) &&
        found) {
        pg->caller = caller;
        pg->secret = token;
        if (caller->tenant_id)
            pg->base = view_url(arena, "/%s", slug);
    }
    end_transaction(pg);
    pg->ctx->err = first;
}

static const struct route *
form_row(const struct page *pg)
{
    for (size_t i = 0; i < pg->web->n_routes; i++) {
        const struct route *route = &pg->web->routes[i];
        if (route->method == GET && route->template && !strcmp(route->path, pg->route->path))
            return route;
    }
    return NULL;
}

/* Only names of our own specification become names in the tree. */
static void
show_sent(struct page *pg, const struct params *params, const struct param_set *sent)
{
    for (size_t i = 0; params && i < params->count; i++) {
        const struct param *param = &params->items[i];
        if (param->type == PARAM_TYPE_SECRET || param->type == PARAM_TYPE_FILE ||
            param->type == PARAM_TYPE_BODY || param->type == PARAM_TYPE_REST)
            continue;
        struct tree *field =
            tree_node(pg->view, arena_printf(pg->ctx->arena, "Form.%s", param->name));
        struct tree_list values = {0};
        if (param->type == PARAM_TYPE_TEXTS || param->type == PARAM_TYPE_PAIRS)
            values = tree_list(field, "values");
        else
            tree_set(field, "value", "");
        size_t length = strlen(param->name);
        for (size_t j = 0; j < sent->count; j++) {
            const struct param_value *value = &sent->values[j];
            bool pair = param->type == PARAM_TYPE_PAIRS &&
                        !strncmp(value->name, param->name, length) && value->name[length] == '.';
            if (!pair && strcmp(value->name, param->name) != 0)
                continue;
            if (!values.node) {
                tree_set(field, "value", value->value);
                continue;
            }
            struct tree *row = tree_row(&values);
            tree_set(row, "name", pair ? value->name + length + 1 : "");
            tree_set(row, "value", value->value);
        }
    }
}

/* "first_name" -> "First name". */
static const char *
label_of(struct arena *arena, const char *field)
{
    char *label = arena_strdup(arena, field);
    for (char *c = label; *c; c++)
        if (*c == '_')
            *c = ' ';
    if (*label >= 'a' && *label <= 'z')
        *label = (char)(*label - 'a' + 'A');
    return label;
}

static void
show_errors(struct page *pg)
{
    struct tree_list list = tree_list(pg->view, "Form.errors");
    size_t n = 0;
    for (const struct form_error *error = pg->errors; error; error = error->next)
        n += *error->field != '\0';
    if (n)
        tree_set(pg->view, "Form.summary",
                 n == 1 ? "One field needs you."
                        : arena_printf(pg->ctx->arena, "%zu fields need you.", n));
    for (const struct form_error *error = pg->errors; error; error = error->next) {
        struct tree *row = tree_row(&list);
        tree_set(row, "field", error->field);
        tree_set(row, "label", label_of(pg->ctx->arena, error->field));
        tree_set(row, "message", error->message);
        if (*error->field)
            tree_set(pg->view, arena_printf(pg->ctx->arena, "Form.%s.error", error->field),
                     error->message);
    }
}

bool
dispatch_form_again(struct page *pg)
{
    const struct route *sent_to = pg->route, *form = form_row(pg);
    const struct param_set sent = pg->input;
    if (!form || sent_to->method != POST)
        return false;
    struct param_set address = {0};
    for (size_t i = 0; i < sent.count; i++)
        if (sent.values[i].source != PARAM_FROM_BODY)
            params_add(pg->ctx->arena, &address, sent.values[i].name, sent.values[i].value,
                       sent.values[i].source);
    struct form_error *errors = pg->errors;
    pg->errors = NULL;
    pg->sent = &sent;
    pg->sent_errors = errors;
    pg->route = form;
    pg->input = address;
    pg->view = tree_new(pg->ctx->arena);
    const char *cookies = pg->reply.cookies;
    pg->reply = (struct reply){.cookies = cookies};
    const char *secret = pg->secret;
    bool ok = identify(pg, true) && permit(pg) && bind(pg) && handle(pg) &&
              pg->reply.kind == REPLY_TEMPLATE;
    pg->sent = NULL;
    pg->sent_errors = NULL;
    if (!ok) {
        end_transaction(pg);
        pg->route = sent_to;
        return false;
    }
    if (pg->route->caller == ANONYMOUS && *secret)
        pg->secret = secret;
    pg->errors = errors;
    show_sent(pg, sent_to->params, &sent);
    show_errors(pg);
    return true;
}

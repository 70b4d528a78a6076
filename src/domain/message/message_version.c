/* Adding and reading texts. See message_version.h. */
#include "domain/message/message_version.h"

#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/message/message.h"
#include "statements.h"

enum { SUBJECT_MOST = 200, BODY_MOST = 20000, REASON_TEXT_MOST = 500, START_MOST = 120 };

/* clang-format off */
const struct message_reason message_reasons[] = {
    {"too_formal", "Too formal"},
    {"too_casual", "Too casual"},
    {"wrong_tone", "Wrong tone"},
    {"wrong_language", "Wrong language"},
    {"too_long", "Too long"},
    {"too_short", "Too short"},
    {"factually_wrong", "Facts are wrong"},
    {"off_topic", "Off topic"},
    {"generic", "Generic"},
    {"other", "Something else"},
    {NULL, NULL},
};
/* clang-format on */

const char *
message_reason_label(const char *code)
{
    for (const struct message_reason *one = message_reasons; one->code; one++)
        if (!strcmp(one->code, code))
            return one->label;
    return code;
}

static bool
same(const char *a, const char *b)
{
    return !strcmp(a ? a : "", b ? b : "");
}

/* Whether an edit says why, and changes something. */
static bool
edit_holds(struct ctx *ctx, const struct message *before, const struct message_text *text)
{
    if (same(before->subject, text->subject) && same(before->body, text->body))
        return err_field(ctx, ERR_INPUT, "body",
                         "Nothing was changed. Change the text, or go back.");
    if (!text->n_reasons)
        return err_field(ctx, ERR_INPUT, "reasons",
                         "Say why you change it: choose at least one reason.");
    for (size_t i = 0; i < text->n_reasons; i++)
        if (message_reason_label(text->reasons[i]) == text->reasons[i])
            return err_field(ctx, ERR_INPUT, "reasons", "Choose from the reasons shown.");
    if (text->reason_text && text_count(text->reason_text) > REASON_TEXT_MOST)
        return err_field(ctx, ERR_INPUT, "reason_text", "Use at most %d characters.",
                         REASON_TEXT_MOST);
    return true;
}

static bool
text_holds(struct ctx *ctx, const struct message *before, const struct message_text *text)
{
    bool email = !strcmp(before->channel, "email");
    size_t subject = text->subject ? text_count(text->subject) : 0, body = text_count(text->body);
    if (email && !subject)
        return err_field(ctx, ERR_INPUT, "subject", "An e-mail needs a subject.");
    if (!email && subject)
        return err_field(ctx, ERR_INPUT, "subject", "Only e-mails have a subject.");
    if (subject > SUBJECT_MOST)
        return err_field(ctx, ERR_INPUT, "subject", "Use at most %d characters.", SUBJECT_MOST);
    if (!body)
        return err_field(ctx, ERR_INPUT, "body", "Write a text.");
    if (body > BODY_MOST)
        return err_field(ctx, ERR_INPUT, "body", "Use at most %d characters.", BODY_MOST);
    return true;
}

/* Byte at which character `n` of a text begins. */
static size_t
byte_of(const char *text, int64_t n)
{
    size_t at = 0, length = strlen(text);
    while (n-- > 0 && at < length)
        (void)text_next(text, length, &at);
    return at;
}

static int64_t
characters_before(struct arena *arena, const char *text, const char *at)
{
    return (int64_t)text_count(arena_strndup(arena, text, (size_t)(at - text)));
}

/* The claims of the text before whose words still stand in the new one, at their new places. */
static bool
claims_kept(struct ctx *ctx, const struct message *before, const char *body, const char **out)
{
    struct jsn *claims, *kept = jsn_array(ctx->arena);
    if (!jsn_read(ctx, ctx->arena, before->claims, strlen(before->claims), &claims))
        return false;
    const char *from = body;
    for (size_t i = 0; i < jsn_length(claims); i++) {
        struct jsn *claim = jsn_at(claims, i);
        int64_t start = jsn_as_int(jsn_get(claim, "start"), 0),
                end = jsn_as_int(jsn_get(claim, "end"), 0);
        size_t first = byte_of(before->body, start), last = byte_of(before->body, end);
        if (last <= first)
            continue;
        const char *words = arena_strndup(ctx->arena, before->body + first, last - first);
        /* In their order first: the same words may stand twice. */
        const char *found = strstr(from, words) ? strstr(from, words) : strstr(body, words);
        if (!found)
            continue;
        int64_t place = characters_before(ctx->arena, body, found);
        jsn_set_int(claim, "start", place);
        jsn_set_int(claim, "end", place + (end - start));
        jsn_add(kept, claim);
        from = found + strlen(words);
    }
    *out = jsn_write(ctx->arena, kept);
    return true;
}

/* The subject, or the first words of the text. */
static const char *
start_of(struct arena *arena, const struct message_text *text)
{
    const char *start = text_squeeze(arena, text->subject ? text->subject : text->body);
    return text_count(start) <= START_MOST
               ? start
               : arena_printf(arena, "%s…", text_cut(arena, start, START_MOST - 1));
}

static bool
put(struct ctx *ctx, const struct message *before, const struct message_text *text, int64_t version)
{
    const char *claims = text->claims;
    bool edit = !strcmp(text->origin, "edit"),
         rewriting = !edit && strcmp(text->origin, "restore") != 0;
    struct db_arg reasons = text->n_reasons ? DB_STRS(text->reasons, text->n_reasons) : DB_NULL;
    const char *why = text->reason_text && *text->reason_text ? text->reason_text : NULL;
    if (!claims && !claims_kept(ctx, before, text->body, &claims))
        return false;
    return db_exec(ctx, &SQL_MESSAGE_VERSION_PUT,
                   DB_ARGS(DB_I64(before->message_id), DB_I64(version), DB_STR(text->subject),
                           DB_STR(text->body), DB_STR(claims), DB_STR(text->origin),
                           DB_STR(text->settings ? text->settings : "{}"), reasons, DB_STR(why)),
                   NULL) &&
           db_exec(ctx, &SQL_MESSAGE_VERSION_TAKE,
                   DB_ARGS(DB_I64(before->message_id), DB_I64(version),
                           DB_STR(start_of(ctx->arena, text)), DB_I64(rewriting),
                           DB_I64(text->cost_micros), DB_STR(text->language), DB_STR(text->tone),
                           DB_STR(text->formality), DB_STR(text->provider)),
                   NULL) &&
           (!(edit || rewriting) ||
            db_exec(ctx, &SQL_MESSAGE_FEEDBACK_ADD,
                    DB_ARGS(DB_I64S(&before->message_id, 1),
                            DB_STR(rewriting ? "rewritten" : "edited"), reasons, DB_STR(why)),
                    NULL));
}

bool
message_version_add(struct ctx *ctx, int64_t message_id, int64_t seen,
                    const struct message_text *text, int64_t *version)
{
    struct message before;
    if (!db_exec(ctx, &SQL_MESSAGE_LOCK, DB_ARGS(DB_I64(message_id)), NULL) ||
        !message_get(ctx, message_id, &before))
        return false;
    if (before.sent_ms)
        return err_raise(ctx, ERR_CONFLICT, "This message was sent. What was sent is not changed.");
    if (seen && seen != before.version)
        return err_raise(ctx, ERR_CONFLICT,
                         "%s changed this text meanwhile. Look at it, then make your change.",
                         before.text_by ? before.text_by : "Somebody");
    if (!text_holds(ctx, &before, text) ||
        (!strcmp(text->origin, "edit") && !edit_holds(ctx, &before, text)))
        return false;
    *version = before.version + 1;
    return put(ctx, &before, text, *version) || message_refused(ctx);
}

bool
message_version_restore(struct ctx *ctx, int64_t message_id, int64_t seen, int64_t which,
                        int64_t *version)
{
    struct message_text old = {.origin = "restore"};
    static const struct field map[] = {FIELD_STR(struct message_text, subject),
                                       FIELD_STR(struct message_text, body),
                                       FIELD_STR(struct message_text, claims),
                                       FIELD_STR(struct message_text, settings), FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_MESSAGE_VERSION_ONE, DB_ARGS(DB_I64(message_id), DB_I64(which)), map,
                  &old, &found))
        return false;
    if (!found)
        return err_raise(ctx, ERR_NOT_FOUND, "This message has no such text.");
    return message_version_add(ctx, message_id, seen, &old, version);
}

bool
message_version_list(struct ctx *ctx, int64_t message_id, struct message_version **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct message_version, version),
                                       FIELD_STR(struct message_version, subject),
                                       FIELD_STR(struct message_version, body),
                                       FIELD_STR(struct message_version, claims),
                                       FIELD_STR(struct message_version, origin),
                                       FIELD_STR(struct message_version, author),
                                       FIELD_STR(struct message_version, reason_text),
                                       FIELD_STR(struct message_version, reasons),
                                       FIELD_STR(struct message_version, settings),
                                       FIELD_I64(struct message_version, created_ms),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_MESSAGE_VERSION_LIST,
                  DB_ARGS(DB_I64(message_id), DB_I64(MESSAGE_VERSIONS_MOST)), map, out, n);
}

bool
message_version_claims(struct ctx *ctx, const char *body, const char *json,
                       struct message_claim **out, size_t *n)
{
    struct jsn *all;
    size_t length = strlen(body), at = 0, character = 0;
    *n = 0;
    if (!jsn_read(ctx, ctx->arena, json, strlen(json), &all))
        return false;
    *out = ARENA_ARRAY(ctx->arena, jsn_length(all) + 1, struct message_claim);
    for (size_t i = 0; i < jsn_length(all); i++) {
        const struct jsn *one = jsn_at(all, i);
        int64_t start = jsn_as_int(jsn_get(one, "start"), -1),
                end = jsn_as_int(jsn_get(one, "end"), -1);
        if (start < (int64_t)character || end <= start)
            continue;
        for (; character < (size_t)start && at < length; character++)
            (void)text_next(body, length, &at);
        size_t from = at;
        for (; character < (size_t)end && at < length; character++)
            (void)text_next(body, length, &at);
        character = (size_t)end;
        (*out)[(*n)++] =
            (struct message_claim){.start = (size_t)start,
                                   .end = (size_t)end,
                                   .words = arena_strndup(ctx->arena, body + from, at - from),
                                   .snippet = jsn_as_text(jsn_get(one, "snippet"), NULL),
                                   .url = jsn_as_text(jsn_get(one, "url"), NULL),
                                   .kind = jsn_as_text(jsn_get(one, "kind"), ""),
                                   .at = jsn_as_int(jsn_get(one, "at"), 0)};
    }
    return true;
}

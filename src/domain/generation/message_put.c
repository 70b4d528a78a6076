/* Storing new messages. See message_put.h. */
#include "domain/generation/message_put.h"

#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "statements.h"

enum { START_MOST = 120 };

const char *
message_start(struct arena *arena, const char *subject, const char *body)
{
    const char *start = text_squeeze(arena, subject ? subject : body);
    return text_count(start) <= START_MOST
               ? start
               : arena_printf(arena, "%s…", text_cut(arena, start, START_MOST - 1));
}

const char *
message_claims(struct arena *arena, const struct letter *letter)
{
    struct jsn *all = jsn_array(arena);
    for (size_t i = 0; i < letter->n_claims; i++) {
        const struct letter_claim *claim = &letter->claims[i];
        struct jsn *one = jsn_object(arena);
        jsn_set_int(one, "start", (int64_t)claim->start);
        jsn_set_int(one, "end", (int64_t)claim->end);
        jsn_set_text(one, "kind", claim->kind);
        if (claim->snippet)
            jsn_set_text(one, "snippet", claim->snippet);
        if (claim->url)
            jsn_set_text(one, "url", claim->url);
        if (claim->at)
            jsn_set_int(one, "at", claim->at);
        jsn_add(all, one);
    }
    return jsn_write(arena, all);
}

/* The rows as the arrays that the statement takes. */
enum { N_NUMBERS = 6, N_TEXTS = 11 };
struct columns {
    int64_t *numbers[N_NUMBERS];
    const char **texts[N_TEXTS];
};

static struct columns
columns_of(struct arena *arena, const struct message_new *rows, size_t n)
{
    struct columns all;
    for (size_t c = 0; c < N_NUMBERS; c++)
        all.numbers[c] = ARENA_ARRAY(arena, n + 1, int64_t);
    for (size_t c = 0; c < N_TEXTS; c++)
        all.texts[c] = ARENA_ARRAY(arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        const struct message_new *row = &rows[i];
        const int64_t numbers[N_NUMBERS] = {row->contact_id, row->step_id, row->variant,
                                            row->position,   row->rank,    row->cost_micros};
        const char *const texts[N_TEXTS] = {row->angle,
                                            row->channel,
                                            row->language,
                                            row->tone,
                                            row->formality,
                                            row->provider,
                                            row->subject,
                                            row->body,
                                            row->claims,
                                            row->origin,
                                            message_start(arena, row->subject, row->body)};
        for (size_t c = 0; c < N_NUMBERS; c++)
            all.numbers[c][i] = numbers[c];
        for (size_t c = 0; c < N_TEXTS; c++)
            all.texts[c][i] = texts[c];
    }
    return all;
}

bool
message_put(struct ctx *ctx, int64_t campaign_id, const struct message_new *rows, size_t n,
            const struct message_person *people, size_t n_people)
{
    if (!n && !n_people)
        return true;
    struct columns c = columns_of(ctx->arena, rows, n);
    int64_t *ids = ARENA_ARRAY(ctx->arena, n_people + 1, int64_t);
    int64_t *ranks = ARENA_ARRAY(ctx->arena, n_people + 1, int64_t);
    const char **states = ARENA_ARRAY(ctx->arena, n_people + 1, const char *);
    const char **reasons = ARENA_ARRAY(ctx->arena, n_people + 1, const char *);
    for (size_t i = 0; i < n_people; i++) {
        ids[i] = people[i].contact_id;
        ranks[i] = people[i].rank;
        states[i] = people[i].state;
        reasons[i] = people[i].reason;
    }
    return db_exec(ctx, &SQL_MESSAGE_PUT,
                   DB_ARGS(DB_I64(campaign_id), DB_I64S(c.numbers[0], n), DB_I64S(c.numbers[1], n),
                           DB_I64S(c.numbers[2], n), DB_I64S(c.numbers[3], n),
                           DB_I64S(c.numbers[4], n), DB_I64S(c.numbers[5], n),
                           DB_STRS(c.texts[0], n), DB_STRS(c.texts[1], n), DB_STRS(c.texts[2], n),
                           DB_STRS(c.texts[3], n), DB_STRS(c.texts[4], n), DB_STRS(c.texts[5], n),
                           DB_STRS(c.texts[6], n), DB_STRS(c.texts[7], n), DB_STRS(c.texts[8], n),
                           DB_STRS(c.texts[9], n), DB_STRS(c.texts[10], n), DB_I64S(ids, n_people),
                           DB_STRS(states, n_people), DB_STRS(reasons, n_people),
                           DB_I64S(ranks, n_people)),
                   NULL);
}

/* Tables joined by sorted ids. See message_export_batch.h. */
#include "domain/message/message_export_batch.h"

#include <stdlib.h>
#include <string.h>

#include "statements.h"

enum { STRETCH_WASTE = 4 /* one message in so many may be read in vain */ };

static int
compare_ids(const void *a, const void *b)
{
    const int64_t *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

static int64_t
place_of(const int64_t *sorted, size_t n, int64_t id)
{
    const int64_t *found = n ? bsearch(&id, sorted, n, sizeof *sorted, compare_ids) : NULL;
    return found ? found - sorted : MESSAGE_EXPORT_NONE;
}

/* 0 for NULL, which is nobody's id. */
static int64_t
id_at(const struct db_table *table, size_t row, size_t column)
{
    const char *text = db_cell(table, row, column);
    return text ? strtoll(text, NULL, 10) : 0;
}

/* A column of ids, sorted. */
static int64_t *
ids_of(struct arena *arena, const struct db_table *table, size_t column, size_t *n)
{
    int64_t *ids = ARENA_ARRAY(arena, table->n_rows + 1, int64_t);
    *n = 0;
    for (size_t i = 0; i < table->n_rows; i++) {
        ids[*n] = id_at(table, i, column);
        *n += ids[*n] != 0;
    }
    qsort(ids, *n, sizeof *ids, compare_ids);
    return ids;
}

static int64_t *
no_rows(struct arena *arena, size_t n)
{
    int64_t *rows = ARENA_ARRAY(arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++)
        rows[i] = MESSAGE_EXPORT_NONE;
    return rows;
}

/* Where the row of each of the ids is. */
static int64_t *
rows_of(struct arena *arena, const struct db_table *table, size_t column, const int64_t *ids,
        size_t n)
{
    int64_t *rows = no_rows(arena, n);
    for (size_t i = 0; i < table->n_rows; i++) {
        int64_t place = place_of(ids, n, id_at(table, i, column));
        if (place >= 0)
            rows[place] = (int64_t)i;
    }
    return rows;
}

static bool
read_people(struct ctx *ctx, struct message_export_batch *batch)
{
    struct db_table *people = &batch->tables[EXPORTED_PERSON],
                    *companies = &batch->tables[EXPORTED_COMPANY];
    size_t n;
    if (!db_table(ctx, &SQL_MESSAGE_EXPORT_PERSONS, DB_ARGS(DB_I64S(batch->ids, batch->n)), people))
        return false;
    const int64_t *at = ids_of(batch->arena, people, PERSON_COMPANY, &n);
    if (!db_table(ctx, &SQL_MESSAGE_EXPORT_COMPANIES, DB_ARGS(DB_I64S(at, n)), companies))
        return false;
    const int64_t *known = ids_of(batch->arena, companies, EMPLOYER_ID, &n);
    const int64_t *rows = rows_of(batch->arena, companies, EMPLOYER_ID, known, n);
    batch->person = rows_of(batch->arena, people, PERSON_ID, batch->ids, batch->n);
    batch->company = no_rows(batch->arena, batch->n);
    for (size_t i = 0; i < batch->n; i++) {
        if (batch->person[i] < 0)
            continue;
        int64_t place = place_of(known, n, id_at(people, (size_t)batch->person[i], PERSON_COMPANY));
        batch->company[i] = place >= 0 ? rows[place] : MESSAGE_EXPORT_NONE;
    }
    return true;
}

/* What speaks against the person comes before what speaks against the company, as in app.contact_bar. */
static bool
ask_gate(struct ctx *ctx, struct message_export_batch *batch)
{
    const struct db_table *people = &batch->tables[EXPORTED_PERSON],
                          *companies = &batch->tables[EXPORTED_COMPANY];
    struct contact_question *questions =
        ARENA_ARRAY(batch->arena, batch->n, struct contact_question);
    batch->bars = ARENA_ARRAY(batch->arena, batch->n, struct contact_bar);
    for (size_t i = 0; i < batch->n; i++) {
        size_t person = (size_t)batch->person[i], company = (size_t)batch->company[i];
        if (batch->person[i] < 0)
            continue;
        questions[i].bar = db_cell(people, person, PERSON_BAR);
        questions[i].email = db_cell(people, person, PERSON_ADDRESS);
        if (batch->company[i] < 0)
            continue;
        questions[i].domain = db_cell(companies, company, EMPLOYER_DOMAIN);
        if (!questions[i].bar)
            questions[i].bar = db_cell(companies, company, EMPLOYER_BAR);
    }
    return contact_gate_ask(ctx, questions, batch->n, batch->bars);
}

/* Ids of messages that lie together are read as one stretch, a third of the work of looking each up; what
 * lies between and was not asked for is passed over by message_export_batch_join. */
struct stretch {
    int64_t from, to;
};

static struct stretch
one_stretch(const int64_t *ids, size_t n)
{
    struct stretch stretch = {INT64_MAX, 0};
    for (size_t i = 0; i < n; i++) {
        stretch.from = ids[i] < stretch.from ? ids[i] : stretch.from;
        stretch.to = ids[i] > stretch.to ? ids[i] : stretch.to;
    }
    if (n && stretch.to - stretch.from < (int64_t)(n + n / STRETCH_WASTE))
        return stretch;
    return (struct stretch){0, 0};
}

static bool
send_texts(struct ctx *ctx, const struct message_export_batch *batch)
{
    const struct db_table *messages = &batch->tables[EXPORTED_MESSAGE];
    int64_t *first = ARENA_ARRAY(batch->arena, messages->n_rows + 1, int64_t),
            *other = ARENA_ARRAY(batch->arena, messages->n_rows + 1, int64_t),
            *versions = ARENA_ARRAY(batch->arena, messages->n_rows + 1, int64_t);
    size_t n_first = 0, n_other = 0;
    for (size_t i = 0; i < messages->n_rows; i++) {
        int64_t id = id_at(messages, i, MESSAGE_ID),
                version = id_at(messages, i, MESSAGE_APPROVED_VERSION);
        if (version == 1) {
            first[n_first++] = id;
        } else {
            versions[n_other] = version;
            other[n_other++] = id;
        }
    }
    struct stretch stretch = one_stretch(first, n_first);
    return db_send(ctx, &SQL_MESSAGE_EXPORT_TEXTS,
                   DB_ARGS(DB_I64(stretch.from), DB_I64(stretch.to),
                           DB_I64S(first, stretch.to ? 0 : n_first), DB_I64S(other, n_other),
                           DB_I64S(versions, n_other)));
}

bool
message_export_batch_send(struct ctx *ctx, const struct message_export_question *question,
                          struct message_export_batch *batch)
{
    struct arena *outer = ctx->arena;
    batch->ids = ARENA_ARRAY(batch->arena, batch->n, int64_t);
    for (size_t i = 0; i < batch->n; i++)
        batch->ids[i] = batch->members[i].contact_id;
    ctx->arena = batch->arena;
    bool ok = read_people(ctx, batch) && ask_gate(ctx, batch) &&
              db_table(ctx, &SQL_MESSAGE_EXPORT_MESSAGES,
                       DB_ARGS(DB_I64(question->campaign_id), DB_I64(batch->ids[0]),
                               DB_I64(batch->ids[batch->n - 1]), DB_STR(question->zone),
                               DB_BOOL(question->with_pdf), DB_BOOL(question->with_all)),
                       &batch->tables[EXPORTED_MESSAGE]) &&
              send_texts(ctx, batch);
    ctx->arena = outer;
    return ok;
}

bool
message_export_batch_receive(struct ctx *ctx, struct message_export_batch *batch)
{
    struct arena *outer = ctx->arena;
    ctx->arena = batch->arena;
    bool ok = db_receive_table(ctx, &SQL_MESSAGE_EXPORT_TEXTS, &batch->tables[EXPORTED_TEXT]);
    ctx->arena = outer;
    return ok;
}

/* By step, then variant. */
static bool
stands_before(const struct db_table *messages, size_t a, size_t b)
{
    int64_t of_a = id_at(messages, a, MESSAGE_POSITION),
            of_b = id_at(messages, b, MESSAGE_POSITION);
    return of_a < of_b || (of_a == of_b && strcmp(db_cell(messages, a, MESSAGE_OF_VARIANT),
                                                  db_cell(messages, b, MESSAGE_OF_VARIANT)) < 0);
}

static void
chain_messages(struct message_export_batch *batch)
{
    const struct db_table *messages = &batch->tables[EXPORTED_MESSAGE];
    batch->first = no_rows(batch->arena, batch->n);
    batch->next = no_rows(batch->arena, messages->n_rows);
    for (size_t i = 0; i < messages->n_rows; i++) {
        int64_t place = place_of(batch->ids, batch->n, id_at(messages, i, MESSAGE_CONTACT));
        if (place < 0 || batch->text[i] < 0)
            continue; /* taken out of the campaign, or erased, meanwhile */
        int64_t *at = &batch->first[place];
        while (*at >= 0 && stands_before(messages, (size_t)*at, i))
            at = &batch->next[*at];
        batch->next[i] = *at;
        *at = (int64_t)i;
    }
}

void
message_export_batch_join(struct message_export_batch *batch)
{
    const struct db_table *messages = &batch->tables[EXPORTED_MESSAGE];
    size_t n;
    const int64_t *ids = ids_of(batch->arena, messages, MESSAGE_ID, &n);
    const int64_t *rows =
        rows_of(batch->arena, &batch->tables[EXPORTED_TEXT], TEXT_MESSAGE, ids, n);
    batch->text = no_rows(batch->arena, messages->n_rows);
    for (size_t i = 0; i < messages->n_rows; i++)
        batch->text[i] = rows[place_of(ids, n, id_at(messages, i, MESSAGE_ID))];
    chain_messages(batch);
}

/* The stage "write": who may be written to, by which of the steps, in how many variants; then one letter
 * after the other. What is there already is left as it is, so a run that was broken off goes on. */
#include "domain/pipeline/stage_write.h"

#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/db.h"
#include "domain/account/tenant.h"
#include "domain/sequence/campaign_step.h"
#include "domain/generation/letter_model.h"
#include "domain/generation/message_put.h"
#include "domain/suppression/contact_gate.h"
#include "statements.h"

/* MODEL_MS: people whom a model has not come to by then are left to whoever is free. */
enum { BATCH = 100, ADDRESS_GOOD = 1, ADDRESS_WRONG = 2, MODEL_MS = 15000 };

struct person {
    int64_t contact_id, address, variant;
    bool linkedin, phone;
    const char *skip_channels;
};
static const struct field person_fields[] = {
    FIELD_I64(struct person, contact_id),
    FIELD_I64(struct person, address),
    FIELD_BOOL(struct person, linkedin),
    FIELD_BOOL(struct person, phone),
    FIELD_STR(struct person, skip_channels),
    FIELD_I64(struct person, variant),
    FIELD_END,
};

struct there {
    int64_t contact_id, step_id, variant;
    const char *subject, *body;
};
static const struct field there_fields[] = {
    FIELD_I64(struct there, contact_id), FIELD_I64(struct there, step_id),
    FIELD_I64(struct there, variant),    FIELD_STR(struct there, subject),
    FIELD_STR(struct there, body),       FIELD_END,
};

/* What a batch is written from. */
struct desk {
    int64_t campaign_id;
    struct letter_brief brief;
    struct person *people;
    struct letter_facts *facts;
    struct there *there;
    struct contacts_barred barred;
    size_t n_people, n_facts, n_there;

    bool by_model;
    struct model model;
    const char *no_model; /* why the one that was chosen does not write; NULL */
    struct stage_batch *batch;
};

/* What was written to somebody in a variant, the oldest first. */
struct before {
    const char *subject; /* of the first e-mail */
    const char *bodies[CAMPAIGN_STEPS_MOST];
    size_t n;
};

/* What came of one person, from work to write. */
struct own {
    struct message_person person;
    struct message_new *rows;
    size_t n_rows;
    struct before before[LETTER_VARIANTS_MOST + 1];
    bool broken; /* ctx->err says why */
};

/* The model that the campaign has chosen. */
static bool
open_model(struct ctx *ctx, const struct stage_batch *batch, struct desk *desk)
{
    desk->by_model = desk->brief.campaign.provider_id != 0;
    if (!desk->by_model)
        return true;
    if (model_open(ctx, batch->tenant_id, desk->brief.campaign.provider_id, &desk->model)) {
        if (!desk->model.provider.is_on)
            desk->no_model = "The language model of the campaign is switched off.";
        return true;
    }
    if (ctx->err.kind != ERR_NOT_FOUND)
        return false;
    err_clear(ctx);
    desk->no_model = "The language model of the campaign is gone. Choose another writer.";
    return true;
}

static bool
read_desk(struct ctx *ctx, const struct stage_batch *batch, struct desk *desk)
{
    int64_t *ids = stage_ids(ctx, batch);
    size_t n = batch->n_items;
    return stage_begin(ctx, batch) &&
           db_i64(ctx, &SQL_WRITE_CAMPAIGN, DB_ARGS(DB_I64(batch->run_id)), &desk->campaign_id) &&
           letter_brief_read(ctx, desk->campaign_id, &desk->brief) &&
           open_model(ctx, batch, desk) &&
           DB_ALL(ctx, &SQL_WRITE_PEOPLE, DB_ARGS(DB_I64(desk->campaign_id), DB_I64S(ids, n)),
                  person_fields, &desk->people, &desk->n_people) &&
           DB_ALL(ctx, &SQL_WRITE_THERE, DB_ARGS(DB_I64(desk->campaign_id), DB_I64S(ids, n)),
                  there_fields, &desk->there, &desk->n_there) &&
           letter_facts_read(ctx, ids, n, &desk->facts, &desk->n_facts) &&
           contact_gate_barred(ctx, ids, n, &desk->barred) && db_commit(ctx);
}

static const struct person *
person_of(const struct desk *desk, int64_t contact_id)
{
    for (size_t i = 0; i < desk->n_people; i++)
        if (desk->people[i].contact_id == contact_id)
            return &desk->people[i];
    return NULL;
}

static const struct there *
there_of(const struct desk *desk, int64_t contact_id, int64_t step_id, int64_t variant)
{
    for (size_t i = 0; i < desk->n_there; i++)
        if (desk->there[i].contact_id == contact_id && desk->there[i].step_id == step_id &&
            desk->there[i].variant == variant)
            return &desk->there[i];
    return NULL;
}

/* Why a step cannot reach somebody; NULL: it can. */
static const char *
gap_of(const struct person *person, const struct db_strs *skipped, const struct letter_step *step)
{
    for (size_t i = 0; i < skipped->n; i++)
        if (!strcmp(skipped->values[i], step->channel))
            return "left out for them";
    if (!strcmp(step->channel, "email"))
        return person->address == ADDRESS_GOOD    ? NULL
               : person->address == ADDRESS_WRONG ? "the e-mail address is known to be wrong"
                                                  : "no e-mail address";
    if (!strcmp(step->channel, "call"))
        return person->phone ? NULL : "no phone number";
    return person->linkedin ? NULL : "no LinkedIn profile";
}

static struct message_new
row_of(struct ctx *ctx, const struct letter_request *request, const struct letter_place *place,
       const struct letter_facts *facts, const struct letter *letter)
{
    return (struct message_new){
        .contact_id = facts->contact_id,
        .step_id = place->step->step_id,
        .variant = place->variant,
        .position = place->step->position,
        .rank = facts->rank,
        .angle = request->angle,
        .channel = request->channel,
        .language = request->language,
        .tone = request->tone,
        .formality = request->formality,
        .provider = "embedded",
        .subject = letter->subject,
        .body = letter->body,
        .claims = message_claims(ctx->arena, letter),
        .origin = "embedded",
    };
}

static bool
is_alive(struct ctx *ctx, void *own, bool *stop)
{
    struct stage_batch *batch = own;
    bool ok = stage_alive(ctx, batch);
    *stop = batch->stop;
    return ok;
}

/* A letter that was paid for is kept at once: whatever comes, it is not paid for again. */
static bool
keep(struct ctx *ctx, const struct desk *desk, const struct message_new *row)
{
    static const struct message_person nobody = {0};
    return db_begin(ctx, false) && tenant_enter(ctx, desk->batch->tenant_id) &&
           message_put(ctx, desk->campaign_id, row, 1, &nobody, 0) && db_commit(ctx);
}

static void
end_unwritten(struct ctx *ctx, const struct desk *desk, struct stage_item *item,
              const struct letter_step *step, const struct model_outcome *outcome)
{
    /* Told to end: nothing is known of this person; what was paid for them is told, though. */
    if (desk->batch->stop && !item->cost_micros) {
        item->result = STAGE_OPEN;
        return;
    }
    stage_end(ctx, item, outcome->retry ? STAGE_RETRY : STAGE_FAILED, outcome->cause, "\"%s\": %s",
              step->label, outcome->message);
    item->retry_seconds = outcome->retry_seconds;
}

static bool
write_by_model(struct ctx *ctx, struct desk *desk, struct stage_item *item, struct own *own,
               const struct letter_facts *facts, const struct letter_place *place,
               const struct letter_request *request, struct letter *letter)
{
    const struct before *before = &own->before[place->variant];
    const struct model_call call = {.tenant_id = desk->batch->tenant_id,
                                    .operation = "write",
                                    .alive = is_alive,
                                    .own = desk->batch};
    struct model_words words;
    struct model_outcome outcome;
    letter_model_words(ctx->arena, &desk->brief, place->step, NULL, before->bodies, before->n,
                       &words);
    own->broken = !model_write(ctx, &desk->model, &call, request, &words, letter, &outcome);
    if (own->broken)
        return false;
    item->cost_micros += outcome.cost_micros;
    if (!outcome.written) {
        end_unwritten(ctx, desk, item, place->step, &outcome);
        return false;
    }
    struct message_new row = row_of(ctx, request, place, facts, letter);
    row.provider = desk->model.provider.name;
    row.origin = "model";
    row.cost_micros = outcome.cost_micros;
    own->broken = !keep(ctx, desk, &row);
    return !own->broken;
}

static bool
write_by_rules(struct ctx *ctx, struct stage_item *item, struct own *own,
               const struct letter_facts *facts, const struct letter_place *place,
               const struct letter_request *request, struct letter *letter)
{
    if (!letter_write(ctx->arena, request, letter)) {
        stage_end(ctx, item, STAGE_FAILED, "no_offer",
                  "\"%s\": what you offer is not written in %s, or nobody here writes it.",
                  place->step->label, campaign_label(campaign_languages, request->language));
        return false;
    }
    own->rows[own->n_rows++] = row_of(ctx, request, place, facts, letter);
    return true;
}

/* One letter, unless it is there already. False: it cannot be written, and the item says why. */
static bool
write_letter(struct ctx *ctx, struct desk *desk, struct stage_item *item, struct own *own,
             const struct letter_facts *facts, struct letter_place *place)
{
    struct letter_request request;
    struct letter letter;
    struct before *before = &own->before[place->variant];
    const struct there *there =
        there_of(desk, facts->contact_id, place->step->step_id, place->variant);
    place->first_subject = before->subject;
    if (there) {
        letter = (struct letter){.subject = there->subject, .body = there->body};
    } else {
        letter_brief_request(&desk->brief, facts, place, NULL, &request);
        if (!(desk->by_model ? write_by_model(ctx, desk, item, own, facts, place, &request, &letter)
                             : write_by_rules(ctx, item, own, facts, place, &request, &letter)))
            return false;
    }
    if (!before->subject)
        before->subject = letter.subject;
    if (before->n < CAMPAIGN_STEPS_MOST)
        before->bodies[before->n++] = letter.body;
    return true;
}

/* All letters for the steps that can reach somebody. */
static void
write_letters(struct ctx *ctx, struct desk *desk, struct stage_item *item, struct own *own,
              const struct person *person, const struct letter_facts *facts,
              const struct letter_step *const *steps, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int64_t chosen = letter_brief_variant(steps[i], person->variant);
        int64_t from = desk->brief.split ? chosen : 1;
        int64_t to = desk->brief.split ? chosen : steps[i]->variants;
        for (int64_t variant = from; variant <= to && variant <= LETTER_VARIANTS_MOST; variant++) {
            struct letter_place place = {
                .step = steps[i], .variant = variant, .touch = (int)i + 1, .touches = (int)n};
            if (!write_letter(ctx, desk, item, own, facts, &place))
                return;
        }
    }
}

/* Answers for a person: what is written, or why nothing is. */
static bool
write_person(struct ctx *ctx, struct desk *desk, struct stage_item *item)
{
    const struct person *person = person_of(desk, item->record_id);
    const struct letter_facts *facts = letter_facts_of(desk->facts, desk->n_facts, item->record_id);
    const char *cause = person ? contact_gate_code(&desk->barred, item->record_id) : "excluded";
    const char *sentence =
        person ? contact_gate_sentence(cause) : "They were taken out of the campaign.";
    struct own *own = ARENA_NEW(ctx->arena, struct own);
    *own = (struct own){
        .person = {.contact_id = item->record_id, .state = "excluded"}
    };
    item->own = own;
    if (cause || !facts) {
        stage_end(ctx, item, STAGE_STOPPED, cause ? cause : "gone", "%s", sentence);
        own->person.reason = item->message;
        return true;
    }
    own->person.rank = facts->rank;
    size_t n = 0;
    struct db_strs skipped;
    struct buf gaps;
    const struct letter_step **steps =
        ARENA_ARRAY(ctx->arena, desk->brief.n_steps + 1, const struct letter_step *);
    if (!db_strs(ctx, person->skip_channels, &skipped))
        return false;
    buf_init(&gaps, ctx->arena, 2000);
    for (size_t i = 0; i < desk->brief.n_steps; i++) {
        const char *gap = gap_of(person, &skipped, &desk->brief.steps[i]);
        if (gap)
            buf_printf(&gaps, "%s%s (%s)", gaps.length ? ", " : "", desk->brief.steps[i].label,
                       gap);
        else
            steps[n++] = &desk->brief.steps[i];
    }
    own->rows = ARENA_ARRAY(ctx->arena, n * LETTER_VARIANTS_MOST + 1, struct message_new);
    own->person.state = n ? "written" : "failed";
    if (!n)
        stage_end(ctx, item, STAGE_NO_MATCH, "no_channel", "No step can reach them: %s.",
                  gaps.data);
    else if (gaps.length)
        stage_end(ctx, item, STAGE_PARTIAL, "channel", "Left out: %s.", gaps.data);
    else
        stage_end(ctx, item, STAGE_DONE, NULL, NULL);
    own->person.reason = item->message;
    write_letters(ctx, desk, item, own, person, facts, steps, n);
    return !own->broken;
}

static bool
work(struct ctx *ctx, struct stage_batch *batch)
{
    struct desk desk = {.batch = batch};
    int64_t until = clock_steady_ms() + MODEL_MS;
    if (!read_desk(ctx, batch, &desk))
        return false;
    const char *state = desk.brief.campaign.state;
    bool open = !strcmp(state, "generating") || !strcmp(state, "ready") || !strcmp(state, "review");
    for (size_t i = 0; i < batch->n_items; i++) {
        if (desk.by_model && i && (batch->stop || clock_steady_ms() > until))
            break;
        if (!open)
            stage_end(ctx, &batch->items[i], STAGE_FAILED, "closed",
                      "The campaign takes no new messages in its state.");
        else if (desk.no_model)
            stage_end(ctx, &batch->items[i], STAGE_FAILED, "no_model", "%s", desk.no_model);
        else if (!write_person(ctx, &desk, &batch->items[i]))
            return false;
    }
    return stage_alive(ctx, batch);
}

static bool
write(struct ctx *ctx, struct stage_batch *batch)
{
    size_t n_rows = 0, n_people = 0;
    int64_t campaign_id;
    for (size_t i = 0; i < batch->n_items; i++)
        n_rows += ((const struct own *)batch->items[i].own)->n_rows;
    struct message_new *rows = ARENA_ARRAY(ctx->arena, n_rows + 1, struct message_new);
    struct message_person *people =
        ARENA_ARRAY(ctx->arena, batch->n_items + 1, struct message_person);
    n_rows = 0;
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct own *own = batch->items[i].own;
        people[n_people++] = own->person;
        if (own->n_rows)
            memcpy(rows + n_rows, own->rows, own->n_rows * sizeof *rows);
        n_rows += own->n_rows;
    }
    return db_i64(ctx, &SQL_WRITE_CAMPAIGN, DB_ARGS(DB_I64(batch->run_id)), &campaign_id) &&
           message_put(ctx, campaign_id, rows, n_rows, people, n_people);
}

const struct stage stage_write = {
    .name = "write",
    .label = "Write",
    .about = "Writes a campaign's messages to a person, one for each step that can reach them.",
    .entity = RECORD_CONTACT,
    .apart = true,
    .batch = BATCH,
    .lease_seconds = 60,
    .max_attempts = 5,
    .work = work,
    .write = write,
};

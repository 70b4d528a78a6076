/* Presets and the library of templates. See campaign_template.h. */
#include "domain/sequence/campaign_template.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/account/audit.h"
#include "domain/campaign/campaign.h"
#include "domain/sequence/campaign_preset.h"
#include "statements.h"

/* NULL instead of "", which is what no value looks like in JSON that was written here. */
static const char *
text_at(const struct jsn *object, const char *key)
{
    const char *text = jsn_as_text(jsn_get(object, key), "");
    return *text ? text : NULL;
}

static struct jsn *
write_step(struct arena *arena, const struct campaign_step *step, struct jsn *examples)
{
    struct jsn *json = jsn_object(arena);
    jsn_set_text(json, "channel", step->channel);
    jsn_set_int(json, "day", step->day_offset);
    jsn_set_text(json, "condition", step->condition);
    jsn_set_text(json, "label", step->label);
    jsn_set_int(json, "length", step->max_length);
    if (step->tone)
        jsn_set_text(json, "tone", step->tone);
    if (step->formality)
        jsn_set_text(json, "formality", step->formality);
    if (step->language)
        jsn_set_text(json, "language", step->language);
    if (step->instructions)
        jsn_set_text(json, "instructions", step->instructions);
    jsn_set(json, "examples", examples);
    jsn_set_int(json, "variants", step->variants);
    if (step->pdf_template_id)
        jsn_set_int(json, "pdf", step->pdf_template_id);
    jsn_set_bool(json, "on", step->is_on);
    return json;
}

static bool
write_steps(struct ctx *ctx, const struct campaign_step *steps, size_t n, const char **json)
{
    struct jsn *array = jsn_array(ctx->arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *examples;
        if (!jsn_read(ctx, ctx->arena, steps[i].examples, strlen(steps[i].examples), &examples))
            return false;
        jsn_add(array, write_step(ctx->arena, &steps[i], examples));
    }
    *json = jsn_write(ctx->arena, array);
    return true;
}

static bool
read_steps(struct ctx *ctx, const char *json, struct campaign_step **steps, size_t *n)
{
    struct jsn *array;
    if (!jsn_read(ctx, ctx->arena, json, strlen(json), &array))
        return false;
    *n = jsn_length(array);
    *steps = ARENA_ARRAY(ctx->arena, *n + 1, struct campaign_step);
    for (size_t i = 0; i < *n; i++) {
        const struct jsn *item = jsn_at(array, i);
        const struct jsn *examples = jsn_get(item, "examples");
        (*steps)[i] =
            (struct campaign_step){.position = (int64_t)i + 1,
                                   .channel = jsn_as_text(jsn_get(item, "channel"), ""),
                                   .day_offset = jsn_as_int(jsn_get(item, "day"), 0),
                                   .condition = jsn_as_text(jsn_get(item, "condition"), "always"),
                                   .label = jsn_as_text(jsn_get(item, "label"), ""),
                                   .max_length = jsn_as_int(jsn_get(item, "length"), 0),
                                   .tone = text_at(item, "tone"),
                                   .formality = text_at(item, "formality"),
                                   .language = text_at(item, "language"),
                                   .instructions = text_at(item, "instructions"),
                                   .examples = examples ? jsn_write(ctx->arena, examples) : "[]",
                                   .variants = jsn_as_int(jsn_get(item, "variants"), 1),
                                   .pdf_template_id = jsn_as_int(jsn_get(item, "pdf"), 0),
                                   .is_on = jsn_as_bool(jsn_get(item, "on"), true)};
    }
    return true;
}

static void
read_preset(struct arena *arena, const struct campaign_preset *preset,
            struct campaign_template *out)
{
    *out = (struct campaign_template){
        .key = preset->key,
        .name = preset->name,
        .description = preset->description,
        .language = preset->language,
        .tone = preset->tone,
        .formality = preset->formality,
        .steps = ARENA_ARRAY(arena, preset->n_steps, struct campaign_step),
        .n_steps = preset->n_steps,
        .pdf_step = preset->pdf_step,
    };
    memcpy(out->steps, preset->steps, preset->n_steps * sizeof *preset->steps);
    for (size_t i = 0; i < preset->n_steps; i++)
        out->steps[i].examples = "[]";
}

struct row {
    int64_t template_id, updated_ms;
    const char *name, *description, *steps, *defaults, *author;
};
static const struct field row_map[] = {
    FIELD_I64(struct row, template_id), FIELD_I64(struct row, updated_ms),
    FIELD_STR(struct row, name),        FIELD_STR(struct row, description),
    FIELD_STR(struct row, steps),       FIELD_STR(struct row, defaults),
    FIELD_STR(struct row, author),      FIELD_END};

static bool
read_row(struct ctx *ctx, const struct row *row, struct campaign_template *out)
{
    struct jsn *voice;
    if (!jsn_read(ctx, ctx->arena, row->defaults, strlen(row->defaults), &voice))
        return false;
    *out = (struct campaign_template){.key = arena_printf(ctx->arena, "%" PRId64, row->template_id),
                                      .template_id = row->template_id,
                                      .name = row->name,
                                      .description = row->description,
                                      .language = text_at(voice, "language"),
                                      .tone = text_at(voice, "tone"),
                                      .formality = text_at(voice, "formality"),
                                      .personalisation =
                                          jsn_as_int(jsn_get(voice, "personalisation"), 0),
                                      .instructions = text_at(voice, "instructions"),
                                      .author = row->author,
                                      .updated_ms = row->updated_ms};
    return read_steps(ctx, row->steps, &out->steps, &out->n_steps);
}

bool
campaign_templates(struct ctx *ctx, struct campaign_template **out, size_t *n)
{
    struct row *rows;
    size_t n_rows, n_presets = 0;
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_TEMPLATE_ALL, DB_ARGS(DB_I64(0)), row_map, &rows, &n_rows))
        return false;
    while (campaign_presets[n_presets].key)
        n_presets++;
    *n = n_presets + n_rows;
    *out = ARENA_ARRAY(ctx->arena, *n, struct campaign_template);
    for (size_t i = 0; i < n_presets; i++)
        read_preset(ctx->arena, &campaign_presets[i], &(*out)[i]);
    for (size_t i = 0; i < n_rows; i++)
        if (!read_row(ctx, &rows[i], &(*out)[n_presets + i]))
            return false;
    return true;
}

static bool
raise_gone(struct ctx *ctx)
{
    return err_raise(ctx, ERR_NOT_FOUND, "The template is not there. It may have been deleted.");
}

bool
campaign_template_get(struct ctx *ctx, const char *key, struct campaign_template *out)
{
    for (const struct campaign_preset *preset = campaign_presets; preset->key; preset++)
        if (!strcmp(preset->key, key)) {
            read_preset(ctx->arena, preset, out);
            return true;
        }
    char *end;
    int64_t id = strtoll(key, &end, 10);
    struct row row;
    bool found = false;
    if (id > 0 && !*end &&
        !db_maybe(ctx, &SQL_CAMPAIGN_TEMPLATE_ALL, DB_ARGS(DB_I64(id)), row_map, &row, &found))
        return false;
    return found ? read_row(ctx, &row, out) : raise_gone(ctx);
}

/* Name and description as stored, and the name's key. */
static bool
read_name(struct ctx *ctx, const char **name, const char **key, const char **description)
{
    *name = text_squeeze(ctx->arena, text_nfc(ctx->arena, *name));
    *description = text_trim(ctx->arena, text_nfc(ctx->arena, *description ? *description : ""));
    if (!**name)
        return err_field(ctx, ERR_INPUT, "name", "A template needs a name.");
    if (text_count(*name) > CAMPAIGN_TEMPLATE_NAME_MOST)
        return err_field(ctx, ERR_INPUT, "name", "At most %d characters fit here.",
                         CAMPAIGN_TEMPLATE_NAME_MOST);
    if (text_count(*description) > CAMPAIGN_TEMPLATE_DESCRIPTION_MOST)
        return err_field(ctx, ERR_INPUT, "description", "At most %d characters fit here.",
                         CAMPAIGN_TEMPLATE_DESCRIPTION_MOST);
    if (!**description)
        *description = NULL;
    *key = text_fold(ctx->arena, *name);
    if (!**key)
        *key = *name;
    for (const struct campaign_preset *preset = campaign_presets; preset->key; preset++)
        if (!strcmp(text_fold(ctx->arena, preset->name), *key))
            return err_field(ctx, ERR_INPUT, "name",
                             "A preset of the system has this name. Choose another.");
    return true;
}

static bool
explain_taken(struct ctx *ctx, const char *advice)
{
    if (ctx->err.kind != ERR_CONFLICT ||
        strcmp(db_constraint(ctx), "campaign_template_unique") != 0)
        return false;
    err_clear(ctx);
    return err_field(ctx, ERR_INPUT, "name",
                     "There is a template with this name already; capitals and accents do not tell "
                     "names apart. %s",
                     advice);
}

/* The row to overwrite, when there is one of that name. */
static bool
overwrite(struct ctx *ctx, const struct db_arg *args, size_t n_args, int64_t *template_id)
{
    struct found {
        int64_t template_id;
    } found = {0};
    static const struct field map[] = {FIELD_I64(struct found, template_id), FIELD_END};
    bool any;
    if (!db_maybe(ctx, &SQL_CAMPAIGN_TEMPLATE_PUT, args, n_args, map, &found, &any))
        return false;
    *template_id = any ? found.template_id : 0;
    return true;
}

bool
campaign_template_save(struct ctx *ctx, int64_t campaign_id, const char *name,
                       const char *description, bool replace, int64_t *template_id)
{
    struct campaign_step *steps;
    size_t n, n_rows;
    const char *key, *json, *voice;
    struct row *rows;
    *template_id = 0;
    if (!db_str(ctx, &SQL_CAMPAIGN_TEMPLATE_VOICE, DB_ARGS(DB_I64(campaign_id)), &voice) ||
        !read_name(ctx, &name, &key, &description) ||
        !campaign_steps(ctx, campaign_id, &steps, &n) || !write_steps(ctx, steps, n, &json) ||
        !DB_ALL(ctx, &SQL_CAMPAIGN_TEMPLATE_ALL, DB_ARGS(DB_I64(0)), row_map, &rows, &n_rows))
        return false;
    if (!n)
        return err_raise(ctx, ERR_CONFLICT,
                         "This campaign has no steps yet. Add some, then save it as a template.");
    const struct db_arg args[] = {DB_STR(name), DB_STR(key), DB_STR(description), DB_STR(json),
                                  DB_STR(voice)};
    size_t n_args = sizeof args / sizeof *args;
    if (replace && !overwrite(ctx, args, n_args, template_id))
        return false;
    if (*template_id)
        return audit_add(ctx, "campaign_template_replace", name, NULL);
    if (n_rows >= CAMPAIGN_TEMPLATES_MOST)
        return err_raise(ctx, ERR_CONFLICT,
                         "The library holds %d templates, and no more fit. Delete one first.",
                         CAMPAIGN_TEMPLATES_MOST);
    return (db_i64(ctx, &SQL_CAMPAIGN_TEMPLATE_ADD, args, n_args, template_id) &&
            audit_add(ctx, "campaign_template_add", name, NULL)) ||
           explain_taken(ctx, "Choose another, or let this one replace it.");
}

bool
campaign_template_rename(struct ctx *ctx, int64_t template_id, const char *name,
                         const char *description)
{
    struct campaign_template before;
    const char *key;
    if (!campaign_template_get(ctx, arena_printf(ctx->arena, "%" PRId64, template_id), &before) ||
        !read_name(ctx, &name, &key, &description))
        return false;
    if (!db_exec(ctx, &SQL_CAMPAIGN_TEMPLATE_RENAME,
                 DB_ARGS(DB_I64(template_id), DB_STR(name), DB_STR(key), DB_STR(description)),
                 NULL))
        return explain_taken(ctx, "Choose another.");
    return !strcmp(before.name, name) ||
           audit_add(ctx, "campaign_template_rename",
                     arena_printf(ctx->arena, "%s to %s", before.name, name), NULL);
}

bool
campaign_template_delete(struct ctx *ctx, int64_t template_id)
{
    struct campaign_template old;
    return campaign_template_get(ctx, arena_printf(ctx->arena, "%" PRId64, template_id), &old) &&
           db_exec(ctx, &SQL_CAMPAIGN_TEMPLATE_DELETE, DB_ARGS(DB_I64(template_id)), NULL) &&
           audit_add(ctx, "campaign_template_delete", old.name, NULL);
}

/* Takes out what names a PDF that is gone. */
static bool
drop_lost_pdfs(struct ctx *ctx, struct campaign_template *of)
{
    struct campaign_pdf *pdfs;
    size_t n;
    if (!campaign_step_pdfs(ctx, &pdfs, &n))
        return false;
    for (size_t i = 0; i < of->n_steps; i++) {
        bool there = !of->steps[i].pdf_template_id;
        for (size_t j = 0; j < n && !there; j++)
            there = pdfs[j].pdf_template_id == of->steps[i].pdf_template_id;
        if (there)
            continue;
        of->steps[i].pdf_template_id = 0;
        of->pdf_step = of->steps[i].position;
    }
    return true;
}

bool
campaign_template_load(struct ctx *ctx, int64_t campaign_id, const char *key,
                       struct campaign_template *loaded)
{
    return campaign_template_get(ctx, key, loaded) && drop_lost_pdfs(ctx, loaded) &&
           campaign_steps_replace(ctx, campaign_id, loaded->steps, loaded->n_steps);
}

void
campaign_template_voice(const struct campaign_template *of, struct campaign *settings)
{
    if (of->tone)
        settings->tone = of->tone;
    if (of->formality)
        settings->formality = of->formality;
    if (of->personalisation)
        settings->personalisation = of->personalisation;
    if (of->instructions)
        settings->instructions = of->instructions;
}

bool
campaign_template_start(struct ctx *ctx, const char *key, const char *name, int64_t *campaign_id)
{
    struct campaign_template of;
    struct campaign settings = campaign_defaults;
    if (!campaign_template_get(ctx, key, &of))
        return false;
    settings.name = name;
    settings.language = of.language ? of.language : settings.language;
    campaign_template_voice(&of, &settings);
    return campaign_create(ctx, &settings, campaign_id) &&
           campaign_template_load(ctx, *campaign_id, key, &of);
}

bool
campaign_template_targets(struct ctx *ctx, int64_t limit, struct campaign_target **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct campaign_target, campaign_id),
                                       FIELD_I64(struct campaign_target, steps),
                                       FIELD_STR(struct campaign_target, name), FIELD_END};
    return DB_ALL(ctx, &SQL_CAMPAIGN_TEMPLATE_TARGETS, DB_ARGS(DB_I64(limit)), map, out, n);
}

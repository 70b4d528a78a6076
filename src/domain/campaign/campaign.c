/* Campaigns: reading, making, changing, deleting one. See campaign.h. */
#include "domain/campaign/campaign.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/account/audit.h"
#include "domain/campaign/campaign_state.h"
#include "statements.h"

const struct campaign campaign_defaults = {.language = "en",
                                           .own_language = true,
                                           .tone = "professional",
                                           .formality = "formal",
                                           .personalisation = CAMPAIGN_PERSONALISATION_MOST,
                                           .variant_mode = "choose",
                                           .cooldown_days = 30};

/* clang-format off */
const struct campaign_choice campaign_languages[] = {
    {"en", "English", ""},
    {"cs", "Czech", "formal is vy, informal is ty"},
    {"de", "German", "formal is Sie, informal is du"},
    {"fr", "French", "formal is vous, informal is tu"},
    {"es", "Spanish", "formal is usted, informal is t\u00fa"},
    {"it", "Italian", "formal is Lei, informal is tu"},
    {"pt", "Portuguese", "formal is o senhor, informal is voc\u00ea"},
    {"pl", "Polish", "formal is Pan or Pani, informal is ty"},
    {"nl", "Dutch", "formal is u, informal is je"},
    {"sk", "Slovak", "formal is vy, informal is ty"},
    {"da", "Danish", ""},
    {"sv", "Swedish", ""},
    {"fi", "Finnish", "formal is te, informal is sin\u00e4"},
    {NULL, NULL, NULL},
};
const struct campaign_choice campaign_tones[] = {
    {"professional", "Professional", "To the point, no decoration."},
    {"friendly", "Friendly", "Warm, as to somebody one has met."},
    {"casual", "Casual", "Short and light, as between people of one trade."},
    {"bold", "Bold", "Says first what it is about."},
    {"authoritative", "Authoritative", "Leans on what is known and shown."},
    {"empathetic", "Empathetic", "Begins with what is hard for them."},
    {NULL, NULL, NULL},
};
const struct campaign_choice campaign_formalities[] = {
    {"formal", "Formal", ""},
    {"informal", "Informal", ""},
    {NULL, NULL, NULL},
};
const struct campaign_choice campaign_variant_modes[] = {
    {"choose", "A reviewer chooses", "All variants are written for each person; the reviewer takes one."},
    {"split", "The campaign splits", "Each person gets one angle, in equal parts, so that they can be compared."},
    {NULL, NULL, NULL},
};
const struct campaign_choice campaign_personalisations[] = {
    {"1", "Name only", "Nothing but the person's name."},
    {"2", "Company", "Name, and what the company is."},
    {"3", "Role and company", "Also what the person does there."},
    {"4", "What we found", "Also the evidence on the company's pages, with its source."},
    {NULL, NULL, NULL},
};

static const struct field map[] = {
    FIELD_I64(struct campaign, campaign_id), FIELD_STR(struct campaign, name),
    FIELD_STR(struct campaign, description), FIELD_STR(struct campaign, state),
    FIELD_I64(struct campaign, owner_id), FIELD_I64(struct campaign, sender_id),
    FIELD_STR(struct campaign, language), FIELD_BOOL(struct campaign, own_language),
    FIELD_STR(struct campaign, tone), FIELD_STR(struct campaign, formality),
    FIELD_I64(struct campaign, personalisation), FIELD_STR(struct campaign, instructions),
    FIELD_I64(struct campaign, provider_id), FIELD_STR(struct campaign, variant_mode),
    FIELD_BOOL(struct campaign, skip_unready), FIELD_I64(struct campaign, cooldown_days),
    FIELD_STR(struct campaign, starts_on), FIELD_I64(struct campaign, strategy_id),
    FIELD_I64(struct campaign, run_id), FIELD_I64(struct campaign, check_id),
    FIELD_I64(struct campaign, people_changed_ms), FIELD_I64(struct campaign, approved_by),
    FIELD_I64(struct campaign, approved_ms), FIELD_I64(struct campaign, cost_micros),
    FIELD_I64(struct campaign, version), FIELD_I64(struct campaign, created_by),
    FIELD_I64(struct campaign, created_ms), FIELD_I64(struct campaign, updated_ms),
    FIELD_STR(struct campaign, owner), FIELD_STR(struct campaign, approver),
    FIELD_STR(struct campaign, creator), FIELD_END};
/* clang-format on */

const struct campaign_choice *
campaign_choice(const struct campaign_choice *all, const char *value)
{
    for (; all->value; all++)
        if (value && !strcmp(all->value, value))
            return all;
    return NULL;
}

const char *
campaign_label(const struct campaign_choice *all, const char *value)
{
    const struct campaign_choice *choice = campaign_choice(all, value);
    return choice ? choice->label : value;
}

static bool
not_there(struct ctx *ctx)
{
    return err_raise(ctx, ERR_NOT_FOUND, "This campaign is not there. It may have been deleted.");
}

bool
campaign_get(struct ctx *ctx, int64_t id, struct campaign *out)
{
    bool found;
    return db_maybe(ctx, &SQL_CAMPAIGN_GET, DB_ARGS(DB_I64(id)), map, out, &found) &&
           (found || not_there(ctx));
}

bool
campaign_lock(struct ctx *ctx, int64_t id, struct campaign *out)
{
    bool found;
    return db_maybe(ctx, &SQL_CAMPAIGN_LOCK, DB_ARGS(DB_I64(id)), map, out, &found) &&
           (found || not_there(ctx));
}

bool
campaign_counts(struct ctx *ctx, int64_t id, struct campaign_counts *out)
{
    static const struct field counts[] = {
        FIELD_I64(struct campaign_counts, people),   FIELD_I64(struct campaign_counts, written),
        FIELD_I64(struct campaign_counts, failed),   FIELD_I64(struct campaign_counts, excluded),
        FIELD_I64(struct campaign_counts, draft),    FIELD_I64(struct campaign_counts, approved),
        FIELD_I64(struct campaign_counts, rejected), FIELD_I64(struct campaign_counts, set_aside),
        FIELD_I64(struct campaign_counts, sent),     FIELD_END};
    bool found;
    return db_maybe(ctx, &SQL_CAMPAIGN_COUNTS, DB_ARGS(DB_I64(id)), counts, out, &found) &&
           (found || not_there(ctx));
}

/* Several lines, cleaned; NULL for nothing. */
static bool
read_long(struct ctx *ctx, const char *field, size_t most, const char **text)
{
    if (!*text)
        return true;
    const char *clean = text_trim(ctx->arena, text_nfc(ctx->arena, *text));
    size_t n = text_count(clean);
    if (n > most)
        return err_field(ctx, ERR_INPUT, field, "At most %zu characters fit here; these are %zu.",
                         most, n);
    *text = *clean ? clean : NULL;
    return true;
}

static bool
read_choice(struct ctx *ctx, const char *field, const struct campaign_choice *all,
            const char *value)
{
    return campaign_choice(all, value) ||
           err_field(ctx, ERR_INPUT, field, "Choose one of the list.");
}

/* Cleans the texts, checks the choices. */
static bool
read_settings(struct ctx *ctx, struct campaign *settings)
{
    settings->name =
        text_squeeze(ctx->arena, text_nfc(ctx->arena, settings->name ? settings->name : ""));
    if (!*settings->name)
        return err_field(ctx, ERR_INPUT, "name", "A campaign needs a name.");
    if (text_count(settings->name) > CAMPAIGN_NAME_MOST)
        return err_field(ctx, ERR_INPUT, "name", "At most %d characters fit here.",
                         CAMPAIGN_NAME_MOST);
    if (settings->personalisation < 1 || settings->personalisation > CAMPAIGN_PERSONALISATION_MOST)
        return err_field(ctx, ERR_INPUT, "personalisation", "Choose a level from 1 to %d.",
                         CAMPAIGN_PERSONALISATION_MOST);
    if (settings->cooldown_days < 0 || settings->cooldown_days > CAMPAIGN_COOLDOWN_MOST)
        return err_field(ctx, ERR_INPUT, "cooldown_days", "Write a number of days from 0 to %d.",
                         CAMPAIGN_COOLDOWN_MOST);
    return read_long(ctx, "description", CAMPAIGN_DESCRIPTION_MOST, &settings->description) &&
           read_long(ctx, "instructions", CAMPAIGN_INSTRUCTIONS_MOST, &settings->instructions) &&
           read_choice(ctx, "language", campaign_languages, settings->language) &&
           read_choice(ctx, "tone", campaign_tones, settings->tone) &&
           read_choice(ctx, "formality", campaign_formalities, settings->formality) &&
           read_choice(ctx, "variant_mode", campaign_variant_modes, settings->variant_mode);
}

/* What a campaign names has to be there; what it named before may be gone by now. */
static bool
check_known(struct ctx *ctx, const struct campaign *before, const struct campaign *settings)
{
    struct known {
        bool owner, sender, provider, starts;
    } known;
    static const struct field fields[] = {
        FIELD_BOOL(struct known, owner), FIELD_BOOL(struct known, sender),
        FIELD_BOOL(struct known, provider), FIELD_BOOL(struct known, starts), FIELD_END};
    if (!db_one(ctx, &SQL_CAMPAIGN_KNOWN,
                DB_ARGS(DB_ID(settings->owner_id), DB_ID(settings->sender_id),
                        DB_ID(settings->provider_id), DB_STR(settings->starts_on)),
                fields, &known))
        return false;
    if (!known.owner && settings->owner_id != before->owner_id)
        return err_field(ctx, ERR_INPUT, "owner_id", "Choose a member of this workspace.");
    if (!known.sender && settings->sender_id != before->sender_id)
        return err_field(ctx, ERR_INPUT, "sender_id", "This sender is gone. Choose another one.");
    if (!known.provider && settings->provider_id != before->provider_id)
        return err_field(ctx, ERR_INPUT, "provider_id",
                         "This service is gone. Choose another one.");
    if (!known.starts && (!before->starts_on || strcmp(settings->starts_on, before->starts_on)))
        return err_field(ctx, ERR_INPUT, "starts_on",
                         "This day is over. Choose today or a later day.");
    return true;
}

/* The parameters that adding and changing share, in the order of their statements. */
#define SETTINGS_ARGS(ctx, s)                                                                      \
    DB_STR((s)->name), DB_STR(text_fold((ctx)->arena, (s)->name)), DB_STR((s)->description),       \
        DB_ID((s)->owner_id), DB_ID((s)->sender_id), DB_STR((s)->language),                        \
        DB_BOOL((s)->own_language), DB_STR((s)->tone), DB_STR((s)->formality),                     \
        DB_I64((s)->personalisation), DB_STR((s)->instructions), DB_ID((s)->provider_id),          \
        DB_STR((s)->variant_mode), DB_BOOL((s)->skip_unready), DB_I64((s)->cooldown_days),         \
        DB_STR((s)->starts_on), DB_ID((s)->strategy_id)

bool
campaign_create(struct ctx *ctx, const struct campaign *settings, int64_t *id)
{
    struct campaign wanted = *settings;
    return read_settings(ctx, &wanted) && check_known(ctx, &campaign_defaults, &wanted) &&
           db_i64(ctx, &SQL_CAMPAIGN_ADD, DB_ARGS(SETTINGS_ARGS(ctx, &wanted)), id);
}

static bool
differ(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) != 0 : a != b;
}

/* Whether two campaigns differ in what belongs to a part. */
static bool
differ_in(enum campaign_part part, const struct campaign *a, const struct campaign *b)
{
    switch (part) {
    case CAMPAIGN_SETTINGS:
        return a->sender_id != b->sender_id || differ(a->language, b->language) ||
               a->own_language != b->own_language || differ(a->variant_mode, b->variant_mode) ||
               a->skip_unready != b->skip_unready || a->cooldown_days != b->cooldown_days ||
               a->strategy_id != b->strategy_id;
    case CAMPAIGN_VOICE:
        return differ(a->tone, b->tone) || differ(a->formality, b->formality) ||
               differ(a->instructions, b->instructions) || a->provider_id != b->provider_id ||
               a->personalisation != b->personalisation;
    case CAMPAIGN_SCHEDULE:
        return differ(a->starts_on, b->starts_on);
    case CAMPAIGN_NAME:
        return differ(a->name, b->name) || differ(a->description, b->description) ||
               a->owner_id != b->owner_id;
    case CAMPAIGN_PEOPLE:
    case CAMPAIGN_STEPS:
    case CAMPAIGN_REWRITE:
        break;
    }
    return false;
}

static bool
check_parts(struct ctx *ctx, const struct campaign *before, const struct campaign *after)
{
    static const struct {
        enum campaign_part part;
        const char *words;
    } parts[] = {
        {CAMPAIGN_SETTINGS, "sender, language and rules"},
        {CAMPAIGN_VOICE,    "tone and instructions"     },
        {CAMPAIGN_SCHEDULE, "schedule"                  },
        {CAMPAIGN_NAME,     "name, description or owner"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (differ_in(parts[i].part, before, after) &&
            !campaign_allows(before->state, parts[i].part))
            return err_raise(ctx, ERR_CONFLICT,
                             "Its %s cannot be changed while the campaign is in %s.",
                             parts[i].words, campaign_state_label(before->state));
    return true;
}

bool
campaign_edit(struct ctx *ctx, const struct campaign *settings)
{
    struct campaign before, wanted = *settings;
    if (!campaign_lock(ctx, settings->campaign_id, &before))
        return false;
    if (before.version != settings->version)
        return err_raise(ctx, ERR_CONFLICT,
                         "Somebody changed this campaign while you were at it. Look at what it is "
                         "now, then change it.");
    return read_settings(ctx, &wanted) && check_parts(ctx, &before, &wanted) &&
           check_known(ctx, &before, &wanted) &&
           db_exec(ctx, &SQL_CAMPAIGN_EDIT,
                   DB_ARGS(SETTINGS_ARGS(ctx, &wanted), DB_I64(wanted.campaign_id)), NULL);
}

bool
campaign_touch(struct ctx *ctx, int64_t id)
{
    return db_exec(ctx, &SQL_CAMPAIGN_TOUCH, DB_ARGS(DB_I64(id)), NULL);
}

bool
campaign_delete(struct ctx *ctx, int64_t id)
{
    struct campaign before;
    if (!campaign_lock(ctx, id, &before))
        return false;
    if (strcmp(before.state, "draft") != 0)
        return err_raise(ctx, ERR_CONFLICT,
                         "Only a draft can be deleted. A campaign with a history goes to the "
                         "archive.");
    return db_exec(ctx, &SQL_CAMPAIGN_DELETE, DB_ARGS(DB_I64(id)), NULL) &&
           audit_add(ctx, "campaign_delete", before.name, NULL);
}

/* Schemas of answers. See openapi_answer.h. */
#include "web/api/openapi_answer.h"

#include <ctype.h>
#include <string.h>

#include "web/api/openapi_schema.h"

/* "name:type", with a blank between members: int, text, flag, time, object, or the name of another
 * schema; with "?" behind it may be null; in brackets it is a list. Every member is always there. */
#define COUNTS "people:int drafts:int approved:int rejected:int sent:int "
#define STEP                                                                                       \
    "position:int channel:text label:text day:int condition:text max_length:int variants:int "     \
    "tone:text? formality:text? language:text? instructions:text? pdf_template_id:int? on:flag "   \
    "examples:[StepExample]"
#define CHECK                                                                                      \
    "id:int campaign:int people:int finished:flag job:int? found:int blocking:int undecided:int "  \
    "by:text? checked_at:time?"
#define EXPORT                                                                                     \
    "id:int campaign:int format:text bom:flag state:text people:int messages:int left_out:int "    \
    "size:int file:flag error:text? by:text? asked_at:time? finished_at:time? expires_at:time?"
#define PDF                                                                                        \
    "id:int name:text placeholders:[text] size:int files:int steps:int by:text? updated_at:time?"

static const struct {
    const char *name, *members;
} answers[] = {
  /* clang-format off */
    {"Gone",                 "deleted:int"                                                },
    {"Run",                  "id:int title:text state:text active:flag reason:text? total:int ended:int failed:int estimate_micros:int "
                             "spent_micros:int started_at:time? finished_at:time?"},
    {"Job",                  "id:int kind:text state:text active:flag done:int total:int seconds_left:int? attempts:int "
                             "message:text? reason:text? created_at:time? finished_at:time?"},
    {"Sender",               "id:int version:int name:text role:text? company:text email:text? postal_address:text? "
                             "signature:text? user_id:int? is_default:flag campaigns:int"},
    {"Country",              "country:text basis:text basis_by_law:text? law:text? source:text? about:text? note:text? "
                             "by:text? decided_at:time?"},
    {"Countries",            "items:[Country]"},
    {"Letter",               "step_id:int step:text channel:text variant:int language:text? tone:text? formality:text? "
                             "written:flag subject:text? body:text? claims:[object]"},
    {"Letters",              "items:[Letter]"},
    {"Senders",              "items:[Sender]"                                             },
    {"CampaignLine",         "id:int name:text state:text owner:text? steps:int cost_micros:int " COUNTS},
    {"CampaignPage",         "total:int items:[CampaignLine] after:text?"                 },
    {"Campaign",             "id:int version:int name:text description:text? state:text owner_id:int? owner:text? "
                             "sender_id:int? language:text own_language:flag tone:text formality:text "
                             "personalisation:int instructions:text? provider_id:int? variant_mode:text "
                             "skip_unready:flag cooldown_days:int starts_on:text? run:int? check:int? "
                             "approved_by:text? approved_at:time? cost_micros:int created_at:time? "
                             "updated_at:time? " COUNTS "written:int failed:int excluded:int set_aside:int "
                             "steps:[Step] offers:[Offer] moves:[Move]"},
    {"Move",                 "to:text missing:text?"},
    {"Offer",                "language:text does:text? outcome:text? proof:text? proof_url:text? ask:text?"},
    {"Step",                 "id:int messages:int " STEP},
    {"Steps",                "items:[Step]"},
    {"TemplateStep",         STEP},
    {"Template",             "key:text preset:flag name:text description:text? language:text? tone:text? "
                             "formality:text? personalisation:int? instructions:text? pdf_step:int? "
                             "author:text? updated_at:time? steps:[TemplateStep]"},
    {"Templates",            "items:[Template]"},
    {"Person",               "contact:int name:text? title:text? email:text? email_state:text? linkedin:flag "
                             "company:int? company_name:text? score:int? tier:text? state:text reason:text? "
                             "not_before:text? skip_channels:[text] ready:text? missing:[text]"},
    {"PersonPage",           "items:[Person] after:text?"},
    {"AddingPreview",        "chosen:int fit:int busy:int already:int gone:int suppressed:int disqualified:int "
                             "company_disqualified:int left_out_by_triage:int duplicate:int"},
    {"PeopleAdded",          "preview:AddingPreview job:int?"},
    {"PeopleCount",          "people:int"},
    {"Adding",               "id:int campaign:int state:text error:text? total:int done:int added:int job:int? "
                             "preview:AddingPreview?"},
    {"ResearchStage",        "stage:text records:int kept:int cost_micros:int"},
    {"Research",             "people:int cost_micros:int stages:[ResearchStage]"},
    {"Readiness",            "people:int ready:int missing:int no_way:int research:Research?"},
    {"Check",                CHECK},
    {"Checks",               "items:[Check]"},
    {"CheckReport",          CHECK " conflicts:[Conflict]"},
    {"Conflict",             "id:int check:int kind:text severity:text title:text detail:text people:int step:int? "
                             "fix:text? fix_label:text? state:text reason:text? by:text? decided_at:time?"},
    {"GenerationEstimate",   "people:int messages:int written:int unready:int left_for_later:int unreachable:int "
                             "cost_micros:int each_micros:int missing:text?"},
    {"GenerationTrouble",    "result:text cause:text? message:text? people:int"},
    {"Generation",           "campaign:int state:text estimate:GenerationEstimate? run:Run? "
                             "troubles:[GenerationTrouble] retried:int?"},
    {"Insight",              "code:text title:text change:text? action:text? by:text? decided_at:time?"},
    {"Feedback",             "action:text reason:text? step:int? count:int"},
    {"Insights",             "actions:int insights:[Insight] feedback:[Feedback]"},
    {"MessageLine",          "id:int campaign:int contact:int company:int? step_id:int variant:int version:int "
                             "person:text? company_name:text? step:text? channel:text language:text state:text "
                             "begins:text? decided_by:text? decided_at:time? sent_at:time?"},
    {"MessageCounts",        "draft:int approved:int rejected:int set_aside:int sent:int"},
    {"MessagePage",          "total:int counts:MessageCounts items:[MessageLine] after:text?"},
    {"MessageText",          "version:int subject:text? body:text claims:[object] origin:text by:text? "
                             "reasons:[text] reason_text:text? at:time?"},
    {"Message",              "id:int campaign:int contact:int company:int? step_id:int variant:int version:int "
                             "person:text? email:text? company_name:text? step:text channel:text angle:text? "
                             "language:text tone:text formality:text provider:text trouble:text? max_length:int "
                             "cost_micros:int state:text subject:text? body:text approved_version:int? "
                             "reject_reason:text? decided_by:text? decided_at:time? sent_via:text? sent_by:text? "
                             "sent_at:time? created_at:time? barred:text? claims:[object] versions:[MessageText]"},
    {"Review",               "campaign:int status:text says:text total:int left:int done:int place:int approved:int "
                             "rejected:int set_aside:int with_others:int others:text? back:int? item:ReviewItem?"},
    {"ReviewItem",           "message:Message held_by:text? evidence:[ReviewSource] hints:[ReviewHint] "
                             "contact:ReviewContact company:ReviewCompany? variants:[ReviewVariant]"},
    {"ReviewSource",         "start:int end:int words:text kind:text snippet:text? url:text? read_at:time?"},
    {"ReviewHint",           "warn:flag text:text"},
    {"ReviewContact",        "id:int name:text? title:text? city:text? country:text? email:text? linkedin_url:text? "
                             "seniority:text? notes:text? touched_at:time?"},
    {"ReviewCompany",        "id:int name:text domain:text? industry:text? tier:text? score:int? employees:text? "
                             "description:text? touched_at:time?"},
    {"ReviewVariant",        "id:int variant:int version:int state:text angle:text subject:text? body:text"},
    {"MessagesDecided",      "done:int barred:int unfit:int"},
    {"RewriteCost",          "by_model:flag cost_micros:int"},
    {"Rewritten",            "job:int? message:Message"},
    {"CampaignExport",       EXPORT},
    {"CampaignExportPage",   "items:[CampaignExport] after:text?"},
    {"CampaignExportReport", EXPORT " reasons:[CampaignExportReason]"},
    {"CampaignExportReason", "reason:text label:text people:int"},
    {"PdfTemplate",          PDF},
    {"PdfTemplates",         "items:[PdfTemplate]"},
    {"PdfTemplateAdded",     PDF " removed:[text] unknown:[text]"},
    {"PdfValue",             "name:text label:text value:text? missing:flag"},
    {"PdfValues",            "items:[PdfValue]"},
    {"PdfRun",               "id:int template:int? campaign:int? contact:int? state:text made:int failed:int "
                             "error:text? asked_at:time? finished_at:time?"},
    {"PdfFile",              "id:int contact:int person:text template:text size:int url:text made_at:time?"},
    {"PdfFiles",             "items:[PdfFile]"},
  /* clang-format on */
};

/* {"anyOf": [a, b]} */
static struct jsn *
either(struct arena *arena, struct jsn *a, struct jsn *b)
{
    struct jsn *object = jsn_object(arena), *list = jsn_array(arena);
    jsn_add(list, a);
    jsn_add(list, b);
    jsn_set(object, "anyOf", list);
    return object;
}

/* "int", "time?", "[Step]" */
static struct jsn *
typed(struct arena *arena, const char *word, size_t length)
{
    static const struct {
        const char *word, *type;
    } types[] = {
        {"int",    "integer"},
        {"text",   "string" },
        {"flag",   "boolean"},
        {"time",   "string" },
        {"object", "object" }
    };
    if (*word == '[') {
        struct jsn *object = openapi_schema_type(arena, "array");
        jsn_set(object, "items", typed(arena, word + 1, length - 2));
        return object;
    }
    if (word[length - 1] == '?')
        return either(arena, typed(arena, word, length - 1), openapi_schema_type(arena, "null"));
    const char *name = arena_strndup(arena, word, length);
    if (isupper((unsigned char)*name))
        return openapi_schema_ref(arena, name);
    struct jsn *object = NULL;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!strcmp(types[i].word, name))
            object = openapi_schema_type(arena, types[i].type);
    if (!strcmp(name, "time"))
        jsn_set_text(object, "format", "date-time");
    return object;
}

static struct jsn *
members(struct arena *arena, const char *text)
{
    struct jsn *object = openapi_schema_type(arena, "object"), *properties = jsn_object(arena);
    struct jsn *required = jsn_array(arena);
    while (*text) {
        size_t name = strcspn(text, ":"), type = strcspn(text + name + 1, " ");
        const char *key = arena_strndup(arena, text, name);
        jsn_set(properties, key, typed(arena, text + name + 1, type));
        jsn_add(required, jsn_text(arena, key));
        text += name + 1 + type;
        text += strspn(text, " ");
    }
    jsn_set(object, "properties", properties);
    jsn_set(object, "required", required);
    jsn_set_bool(object, "additionalProperties", false);
    return object;
}

void
openapi_answer_add(struct arena *arena, struct jsn *schemas)
{
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        jsn_set(schemas, answers[i].name, members(arena, answers[i].members));
    jsn_set(schemas, "AddingOrGone",
            either(arena, openapi_schema_ref(arena, "Adding"), openapi_schema_ref(arena, "Gone")));
}

/* What sentences can name. See letter_slots.h. */
#include "domain/writing/letter_slots.h"

#include <string.h>

#include "base/text.h"
#include "domain/company/company_name.h"
#include "domain/record/record_code.h"
#include "domain/writing/letter_article.h"
#include "domain/writing/letter_name.h"
#include "domain/writing/letter_quote.h"

/* A value of the record with the source that facts[] names for it, else the record's own page. */
static struct letter_fill
known(const struct letter_pen *pen, const char *text, const char *kind, const char *url)
{
    struct letter_fill out = {.text = text, .claim = kind, .url = url};
    const struct letter_request *request = pen->request;
    for (size_t i = 0; text && i < request->n_facts; i++) {
        const struct letter_fact *fact = &request->facts[i];
        if (!fact->kind || strcmp(fact->kind, kind))
            continue;
        out.snippet = fact->snippet ? fact->snippet : fact->text;
        out.url = fact->url ? fact->url : url;
        out.at = fact->at;
    }
    return out;
}

static const char *
peers_of(const struct letter_pen *pen)
{
    const char *industry = pen->request->company.industry;
    const struct record_choice *choice =
        industry ? record_code_named(&record_industries, industry) : NULL;
    return choice && choice->code < LETTER_INDUSTRIES ? pen->words->peers[choice->code] : NULL;
}

/* Words written in capitals made small, all but the short ones: "CEO AND FOUNDER" has one of each. */
static const char *
lowered(struct arena *arena, const char *text)
{
    enum { ABBREVIATION = 4 };
    size_t length = strlen(text);
    const char *out = "";
    for (size_t at = 0; at < length;)
        if (text_is_lower(text_next(text, length, &at)))
            return text;
    for (const char *at = text; *at;) {
        size_t word = strcspn(at, " "), gap = strspn(at + word, " ");
        const char *one = arena_strndup(arena, at, word);
        out = arena_printf(arena, "%s%s%.*s", out,
                           text_count(one) > ABBREVIATION ? text_title(arena, one) : one, (int)gap,
                           at + word);
        at += word + gap;
    }
    return out;
}

/* What a title says before its further hats: "CTO | Speaker" is "CTO". */
static const char *
job_of(const struct letter_pen *pen)
{
    static const char *const ends[] = {" | ", " @", " at ", " - ", " – ", " / ", " • ", "; "};
    const char *title = pen->request->person.job_title;
    size_t length = title ? strlen(title) : 0;
    for (size_t i = 0; length && i < sizeof ends / sizeof *ends; i++) {
        const char *at = strstr(title, ends[i]);
        if (at && (size_t)(at - title) < length)
            length = (size_t)(at - title);
    }
    const char *job =
        length ? letter_value(pen->arena, arena_strndup(pen->arena, title, length), 60) : NULL;
    return job ? lowered(pen->arena, job) : NULL;
}

static const char *
company_of(const struct letter_pen *pen, const char *name)
{
    if (!name || strlen(name) > 400)
        return NULL;
    struct company_name parts;
    company_name_split(pen->arena, name, &parts);
    return letter_value(pen->arena, parts.base, 60);
}

bool
letter_leads(const struct letter_pen *pen)
{
    static const char *const leading[] = {"c_level", "vp", "director", "founder"};
    const char *seniority = pen->request->person.seniority;
    for (size_t i = 0; seniority && i < sizeof leading / sizeof *leading; i++)
        if (!strcmp(leading[i], seniority))
            return true;
    return false;
}

enum company_size_bucket
letter_size(const struct letter_pen *pen)
{
    const char *size = pen->request->company.size;
    const struct record_choice *choice =
        size && *size ? record_code_named(&record_sizes, size) : NULL;
    struct company_size count;
    if (choice)
        return (enum company_size_bucket)choice->code;
    if (!size || strlen(size) > 40 ||
        company_size_read(pen->arena, size, &count) != COMPANY_SIZE_OK || count.hint)
        return COMPANY_SIZE_UNKNOWN;
    return count.bucket;
}

/* The title where English can say "as Head of Sales": it names a post, not a field or a city. */
static const char *
post_of(const struct letter_pen *pen, const char *job)
{
    static const char *const posts[] = {
        "accountant",  "administrator",  "advisor",    "analyst",
        "architect",   "assistant",      "buyer",      "ceo",
        "cfo",         "chief",          "ciso",       "cio",
        "cmo",         "consultant",     "controller", "coo",
        "coordinator", "counsel",        "cpo",        "cro",
        "cto",         "designer",       "developer",  "director",
        "engineer",    "executive",      "founder",    "head",
        "lead",        "leader",         "manager",    "officer",
        "owner",       "partner",        "president",  "principal",
        "professor",   "representative", "researcher", "scientist",
        "secretary",   "specialist",     "vp",
    };
    const char *small = job ? text_lower(pen->arena, job) : "";
    for (size_t i = 0; i < sizeof posts / sizeof *posts; i++) {
        size_t length = strlen(posts[i]);
        for (const char *at = small; (at = strstr(at, posts[i])); at++)
            if ((at == small || strchr(" -&/(", at[-1])) &&
                (!at[length] || strchr(" -&/,)", at[length])))
                return job;
    }
    return NULL;
}

static const char *
founded_of(const struct letter_pen *pen)
{
    int year = pen->request->company.founded_year;
    return year >= LETTER_FOUNDED_FIRST && year <= LETTER_FOUNDED_LAST
               ? arena_printf(pen->arena, "%d", year)
               : NULL;
}

/* The name with the article that the language wants; else bare. */
static struct letter_fill
with_article(const struct letter_pen *pen, struct letter_fill name, enum letter_case which)
{
    const char *text = letter_article(pen->arena, pen->words->code, name.text, which);
    if (!text)
        return name;
    /* A reader of the source finds the bare name there. */
    name.snippet = name.snippet ? name.snippet : name.text;
    name.text = text;
    name.begins_ours = true;
    return name;
}

static void
fill_company(struct letter_pen *pen)
{
    const struct letter_company *company = &pen->request->company;
    struct letter_fill name =
        known(pen, company_of(pen, company->name), "company.name", company->url);
    pen->slots[SLOT_COMPANY] = name;
    pen->slots[SLOT_THE_COMPANY] = with_article(pen, name, CASE_NOMINATIVE);
    pen->slots[SLOT_ACC_COMPANY] = with_article(pen, name, CASE_ACCUSATIVE);
    pen->slots[SLOT_DAT_COMPANY] = with_article(pen, name, CASE_DATIVE);
}

/* What is read into a value keeps the value as its source's words. */
static struct letter_fill
read_as(struct letter_fill value, const char *from)
{
    value.snippet = value.snippet ? value.snippet : from;
    value.begins_ours = true;
    return value;
}

void
letter_slots_forgo(struct letter_pen *pen)
{
    static const enum letter_slot names[] = {
        SLOT_FIRST,       SLOT_LAST,           SLOT_TITLE,       SLOT_CALL,
        SLOT_CALL_LAST,   SLOT_COMPANY,        SLOT_THE_COMPANY, SLOT_ACC_COMPANY,
        SLOT_DAT_COMPANY, SLOT_STAFF,          SLOT_FOUNDED,     SLOT_JOB,
        SLOT_POST,        SLOT_SENDER_COMPANY, SLOT_THE_SENDER,  SLOT_DAT_SENDER,
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        pen->slots[names[i]].text = NULL;
}

void
letter_slots(struct letter_pen *pen)
{
    const struct letter_request *request = pen->request;
    const struct letter_person *person = &request->person;
    const struct letter_company *company = &request->company;
    struct letter_fill *slots = pen->slots;
    struct letter_name name = letter_name(pen->arena, person, pen->words);
    pen->gender = name.gender;
    slots[SLOT_FIRST] = known(pen, name.first, "person.name", person->url);
    slots[SLOT_LAST] = known(pen, name.last, "person.name", person->url);
    slots[SLOT_TITLE] = known(pen, name.title, "person.prefix", person->url);
    slots[SLOT_CALL] = known(pen, name.call_first, "person.name", person->url);
    slots[SLOT_CALL_LAST] = known(pen, name.call_last, "person.name", person->url);
    slots[SLOT_SENDER].text = letter_value(pen->arena, request->sender.name, 80);
    slots[SLOT_SENDER_COMPANY].text = company_of(pen, request->sender.company);
    slots[SLOT_THE_SENDER] = with_article(pen, slots[SLOT_SENDER_COMPANY], CASE_NOMINATIVE);
    slots[SLOT_DAT_SENDER] = with_article(pen, slots[SLOT_SENDER_COMPANY], CASE_DATIVE);
    slots[SLOT_SENDER_ROLE].text = letter_value(pen->arena, request->sender.role, 80);
    if (request->personalisation >= 2)
        fill_company(pen);
    if (request->personalisation < 3)
        return;
    enum company_size_bucket size = letter_size(pen);
    slots[SLOT_CITY] =
        known(pen, letter_value(pen->arena, company->city, 40), "company.city", company->url);
    slots[SLOT_JOB] = known(pen, job_of(pen), "person.job_title", person->url);
    slots[SLOT_POST] =
        known(pen, post_of(pen, slots[SLOT_JOB].text), "person.job_title", person->url);
    slots[SLOT_PEERS] =
        read_as(known(pen, peers_of(pen), "company.industry", company->url), company->industry);
    slots[SLOT_STAFF] =
        read_as(known(pen, size ? pen->words->staff[size - 1] : NULL, "company.size", company->url),
                company->size);
    slots[SLOT_FOUNDED] = known(pen, founded_of(pen), "company.founded_year", company->url);
}

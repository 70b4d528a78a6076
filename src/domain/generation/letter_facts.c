/* Reading what letters are about. See letter_facts.h. */
#include "domain/generation/letter_facts.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/page/page_kind.h"
#include "domain/page/page_language.h"
#include "domain/page/page_technology.h"
#include "domain/record/record_code.h"
#include "domain/record/record_fact.h"
#include "domain/scoring/icp_version.h"
#include "statements.h"

const char *
letter_facts_language(struct arena *arena, const char *text)
{
    static const struct {
        const char *word, *code;
    } words[] = {
        {"english",    "en"},
        {"german",     "de"},
        {"deutsch",    "de"},
        {"french",     "fr"},
        {"francais",   "fr"},
        {"spanish",    "es"},
        {"espanol",    "es"},
        {"castellano", "es"},
        {"czech",      "cs"},
        {"cestina",    "cs"},
        {"cesky",      "cs"},
        {"slovak",     "sk"},
        {"slovencina", "sk"},
        {"polish",     "pl"},
        {"polski",     "pl"},
        {"italian",    "it"},
        {"italiano",   "it"},
        {"dutch",      "nl"},
        {"nederlands", "nl"},
        {"portuguese", "pt"},
        {"portugues",  "pt"},
        {"swedish",    "sv"},
        {"svenska",    "sv"},
        {"norwegian",  "no"},
        {"norsk",      "no"},
        {"danish",     "da"},
        {"dansk",      "da"},
        {"finnish",    "fi"},
        {"suomi",      "fi"},
    };
    if (!text || !*text)
        return NULL;
    const char *folded = text_fold(arena, text), *country;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].word, folded))
            return words[i].code;
    const char *tag = page_language_tag(arena, folded, &country);
    return strlen(tag) == 2 ? tag : NULL;
}

/* A row of letter_people. */
struct person_row {
    int64_t contact_id, company_id, rank, seniority, department, industry, size, founded_year;
    const char *first_name, *last_name, *prefix, *job_title, *city, *country, *linkedin_url,
        *language;
    const char *company, *domain, *website_url, *company_city, *company_country, *description,
        *employees, *industry_text;
    const char *founded; /* founded_year as its sources write it */
};
static const struct field person_fields[] = {
    FIELD_I64(struct person_row, contact_id),
    FIELD_I64(struct person_row, company_id),
    FIELD_I64(struct person_row, rank),
    FIELD_I64(struct person_row, seniority),
    FIELD_I64(struct person_row, department),
    FIELD_I64(struct person_row, industry),
    FIELD_I64(struct person_row, size),
    FIELD_STR(struct person_row, first_name),
    FIELD_STR(struct person_row, last_name),
    FIELD_STR(struct person_row, prefix),
    FIELD_STR(struct person_row, job_title),
    FIELD_STR(struct person_row, city),
    FIELD_STR(struct person_row, country),
    FIELD_STR(struct person_row, linkedin_url),
    FIELD_STR(struct person_row, language),
    FIELD_STR(struct person_row, company),
    FIELD_STR(struct person_row, domain),
    FIELD_STR(struct person_row, website_url),
    FIELD_STR(struct person_row, company_city),
    FIELD_STR(struct person_row, company_country),
    FIELD_STR(struct person_row, description),
    FIELD_I64(struct person_row, founded_year),
    FIELD_STR(struct person_row, employees),
    FIELD_STR(struct person_row, industry_text),
    FIELD_END,
};

static const char *
name_of(const struct record_choices *list, int64_t code)
{
    const struct record_choice *choice = record_code_get(list, code);
    return choice ? choice->name : NULL;
}

static const char *
shortened(struct arena *arena, const char *text)
{
    return text && text_count(text) > LETTER_TEXT_MOST ? text_cut(arena, text, LETTER_TEXT_MOST)
                                                       : text;
}

static struct letter_facts
facts_of(struct arena *arena, const struct person_row *row)
{
    const char *site = row->website_url ? row->website_url
                       : row->domain    ? arena_printf(arena, "https://%s/", row->domain)
                                        : NULL;
    const char *size = name_of(&record_sizes, row->size);
    return (struct letter_facts){
        .contact_id = row->contact_id,
        .company_id = row->company_id,
        .rank = row->rank,
        .language = letter_facts_language(arena, row->language),
        .person = {.first_name = row->first_name,
                   .last_name = row->last_name,
                   .prefix = row->prefix,
                   .job_title = row->job_title,
                   .seniority = name_of(&record_seniorities, row->seniority),
                   .department = name_of(&record_departments, row->department),
                   .city = row->city,
                   .country = row->country,
                   .url = row->linkedin_url},
        .company = {.name = row->company,
                   .domain = row->domain,
                   .industry = name_of(&record_industries, row->industry),
                   .size = size ? size : row->employees,
                   .city = row->company_city,
                   .country = row->company_country,
                   .description = shortened(arena,                              row->description),
                   .founded_year = (int)row->founded_year,
                   .url = site             },
        .signals = ARENA_ARRAY(arena, LETTER_SIGNALS_MOST, struct letter_signal),
        .facts = ARENA_ARRAY(arena, LETTER_FACTS_MOST, struct letter_fact),
    };
}

/* A row of letter_signals: one place that shows a signal of a company. */
struct signal_row {
    int64_t company_id, points, page_kind, at;
    const char *signal, *url, *before, *found, *after, *language;
};
static const struct field signal_fields[] = {
    FIELD_I64(struct signal_row, company_id),
    FIELD_I64(struct signal_row, points),
    FIELD_I64(struct signal_row, page_kind),
    FIELD_I64(struct signal_row, at),
    FIELD_STR(struct signal_row, signal),
    FIELD_STR(struct signal_row, url),
    FIELD_STR(struct signal_row, before),
    FIELD_STR(struct signal_row, found),
    FIELD_STR(struct signal_row, after),
    FIELD_STR(struct signal_row, language),
    FIELD_END,
};

static struct letter_signal
signal_of(struct arena *arena, const struct signal_row *row, const struct icp_signal *model)
{
    const char *text = arena_printf(arena, "%s%s%s", row->before ? row->before : "", row->found,
                                    row->after ? row->after : "");
    bool known = row->page_kind >= 0 && row->page_kind < PAGE_KINDS;
    return (struct letter_signal){
        .key = row->signal,
        .category = model->category,
        .name = model->label,
        .found = row->found,
        .snippet = shortened(arena, text),
        .language = row->language && strlen(row->language) >= 2 ? row->language : NULL,
        .url = row->url,
        .page_kind = known ? page_kind_name((enum page_kind)row->page_kind) : NULL,
        .at = row->at,
        .points = row->points,
    };
}

/* Signals that the model in force still has, what weighs most first. */
static bool
read_signals(struct ctx *ctx, const int64_t *companies, struct letter_facts *all, size_t n)
{
    struct signal_row *rows;
    struct icp_model model;
    int64_t version;
    size_t n_rows;
    if (!DB_ALL(ctx, &SQL_LETTER_SIGNALS,
                DB_ARGS(DB_I64S(companies, n), DB_I64(LETTER_SIGNALS_MOST)), signal_fields, &rows,
                &n_rows))
        return false;
    if (!n_rows)
        return true;
    if (!icp_version_active(ctx, &version, &model))
        return false;
    for (size_t i = 0; i < n_rows; i++) {
        const struct icp_signal *of = icp_model_signal(&model, rows[i].signal);
        if (!of)
            continue;
        struct letter_signal signal = signal_of(ctx->arena, &rows[i], of);
        for (size_t j = 0; j < n; j++)
            if (all[j].company_id == rows[i].company_id && all[j].n_signals < LETTER_SIGNALS_MOST)
                all[j].signals[all[j].n_signals++] = signal;
    }
    return true;
}

/* A row of letter_sources: where a value of a record stands, or (technology) what its site is built with. */
struct source_row {
    int64_t entity, record_id, field, at;
    const char *value, *url, *snippet;
};
static const struct field source_fields[] = {
    FIELD_I64(struct source_row, entity),  FIELD_I64(struct source_row, record_id),
    FIELD_I64(struct source_row, field),   FIELD_I64(struct source_row, at),
    FIELD_STR(struct source_row, value),   FIELD_STR(struct source_row, url),
    FIELD_STR(struct source_row, snippet), FIELD_END,
};

/* Fields that letters speak of: what they call them, and where the record's own value stands. */
static const struct {
    enum record_entity entity;
    const char *field, *kind;
    size_t at;
} spoken[] = {
    {RECORD_COMPANY, "name",         "company.name",         offsetof(struct person_row, company)        },
    {RECORD_COMPANY, "industry",     "company.industry",     offsetof(struct person_row, industry_text)  },
    {RECORD_COMPANY, "employees",    "company.size",         offsetof(struct person_row, employees)      },
    {RECORD_COMPANY, "founded_year", "company.founded_year", offsetof(struct person_row, founded)        },
    {RECORD_COMPANY, "description",  "company.description",
     offsetof(struct person_row,                                                         description)    },
    {RECORD_COMPANY, "city",         "company.city",         offsetof(struct person_row, company_city)   },
    {RECORD_COMPANY, "country",      "company.country",      offsetof(struct person_row, company_country)},
    {RECORD_CONTACT, "first_name",   "person.name",          offsetof(struct person_row, first_name)     },
    {RECORD_CONTACT, "job_title",    "person.job_title",     offsetof(struct person_row, job_title)      },
    {RECORD_CONTACT, "city",         "person.city",          offsetof(struct person_row, city)           },
};

/* What letters call the fact; NULL when they have no use for it, or the record says otherwise by now. */
static const char *
kind_of(const struct source_row *row, const struct person_row *person)
{
    enum technology_group group;
    if (row->field < 0)
        return page_technology_name(row->value, &group) ? "technology" : NULL;
    enum record_entity entity = row->entity == RECORD_COMPANY ? RECORD_COMPANY : RECORD_CONTACT;
    const struct record_field *field = record_field_at(entity, (int)row->field);
    for (size_t i = 0; field && i < sizeof spoken / sizeof *spoken; i++) {
        if (spoken[i].entity != entity || strcmp(spoken[i].field, field->name) != 0)
            continue;
        const char *own;
        memcpy(&own, (const char *)person + spoken[i].at, sizeof own);
        return own && !strcmp(own, row->value) ? spoken[i].kind : NULL;
    }
    return NULL;
}

static bool
read_sources(struct ctx *ctx, const int64_t *contacts, const int64_t *companies,
             const struct person_row *people, struct letter_facts *all, size_t n)
{
    struct source_row *rows;
    size_t n_rows;
    enum technology_group group;
    if (!DB_ALL(ctx, &SQL_LETTER_SOURCES, DB_ARGS(DB_I64S(contacts, n), DB_I64S(companies, n)),
                source_fields, &rows, &n_rows))
        return false;
    for (size_t i = 0; i < n_rows; i++)
        for (size_t j = 0; j < n; j++) {
            int64_t id = rows[i].entity == RECORD_COMPANY ? companies[j] : contacts[j];
            const char *kind = id == rows[i].record_id ? kind_of(&rows[i], &people[j]) : NULL;
            if (kind && all[j].n_facts < LETTER_FACTS_MOST)
                all[j].facts[all[j].n_facts++] = (struct letter_fact){
                    .kind = kind,
                    .text = rows[i].field < 0 ? page_technology_name(rows[i].value, &group)
                                              : rows[i].value,
                    .snippet = shortened(ctx->arena, rows[i].snippet),
                    .url = rows[i].url,
                    .at = rows[i].at};
        }
    return true;
}

bool
letter_facts_read(struct ctx *ctx, const int64_t *ids, size_t n_ids, struct letter_facts **out,
                  size_t *n)
{
    struct person_row *rows;
    if (!DB_ALL(ctx, &SQL_LETTER_PEOPLE, DB_ARGS(DB_I64S(ids, n_ids)), person_fields, &rows, n))
        return false;
    *out = ARENA_ARRAY(ctx->arena, *n + 1, struct letter_facts);
    int64_t *contacts = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    int64_t *companies = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    for (size_t i = 0; i < *n; i++) {
        rows[i].founded = rows[i].founded_year
                              ? arena_printf(ctx->arena, "%lld", (long long)rows[i].founded_year)
                              : NULL;
        (*out)[i] = facts_of(ctx->arena, &rows[i]);
        contacts[i] = rows[i].contact_id;
        companies[i] = rows[i].company_id;
    }
    return !*n || (read_signals(ctx, companies, *out, *n) &&
                   read_sources(ctx, contacts, companies, rows, *out, *n));
}

const struct letter_facts *
letter_facts_of(const struct letter_facts *all, size_t n, int64_t contact_id)
{
    size_t from = 0;
    while (from < n) {
        size_t middle = from + (n - from) / 2;
        if (all[middle].contact_id == contact_id)
            return &all[middle];
        if (all[middle].contact_id < contact_id)
            from = middle + 1;
        else
            n = middle;
    }
    return NULL;
}

void
letter_facts_fill(const struct letter_facts *facts, struct letter_request *request)
{
    request->person = facts->person;
    request->company = facts->company;
    request->signals = facts->signals;
    request->n_signals = facts->n_signals;
    request->facts = facts->facts;
    request->n_facts = facts->n_facts;
}

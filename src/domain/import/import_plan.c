/* From cells to values: normalising, splitting, constants, keys, early rejections.
 * See import_plan.h. */
#include "domain/import/import_plan.h"

#include <string.h>

#include "base/blank.h"
#include "base/buf.h"
#include "base/map.h"
#include "domain/cleaning/name_custom.h"
#include "domain/cleaning/name_note.h"
#include "domain/cleaning/postal_city.h"
#include "domain/cleaning/value_list.h"
#include "domain/cleaning/value_loss.h"
#include "domain/company/company_domain.h"
#include "domain/contact/email_address.h"
#include "domain/contact/linkedin_url.h"
#include "domain/import/import.h"
#include "domain/import/import_reason.h"
#include "domain/label/custom_value.h"

enum action { ACTION_LEAVE, ACTION_FIELD, ACTION_FULL_NAME, ACTION_CUSTOM, ACTION_TAGS };

struct column {
    enum action action;
    const char *label; /* its header, for the notes */
    const struct record_field *field;
    size_t place;
    enum record_entity entity;         /* of a custom field */
    const char *key;                   /* of a custom field */
    const struct custom_field *custom; /* its definition; NULL: a new one, of text */
};

/* Values that repeat from row to row (companies, cities, countries) are read once a batch. */
struct import_memo {
    struct map *values[RECORD_CONTACT + 1][IMPORT_MAX_FIELDS]; /* text -> normalised text */
    struct map *domains;                                       /* text -> struct known_domain */
    struct map *companies;                                     /* facts -> struct company_keys */
};

struct known_domain {
    enum company_domain_verdict verdict;
    struct company_domain domain;
};

enum { MEMO_EXPECTED = 1024, MEMO_TEXT_MOST = 200 };
static const char NOTHING[] = ""; /* in the memo: the value reads as nothing */

struct import_plan {
    enum record_entity entity;
    const struct import_options *options;
    size_t n_columns;
    struct column *columns;
    /* what people call the columns of the first, the last and the company's name */
    const char *given, *family, *company;
};

enum { MAX_EMAILS = 8, MAX_ROW_TAGS = 20, TAG_MOST = 60 };
static const char TAKEN[] = "Another column says it already",
                  TAGS_MOST[] = "A row has at most 20 tags",
                  NO_COMPANY[] = "The row names no company that it could be of";

static bool
plan_column(struct ctx *ctx, const char *target, struct column *out)
{
    if (!*target)
        return true;
    if (!strcmp(target, "tags")) {
        out->action = ACTION_TAGS;
        return true;
    }
    if (!strcmp(target, "contact.full_name")) {
        out->action = ACTION_FULL_NAME;
        return true;
    }
    if (text_starts(target, "company.custom.") || text_starts(target, "contact.custom.")) {
        out->action = ACTION_CUSTOM;
        out->entity = text_starts(target, "company.") ? RECORD_COMPANY : RECORD_CONTACT;
        out->key = arena_strdup(ctx->arena, target + strlen("company.custom."));
        return true;
    }
    out->action = ACTION_FIELD;
    out->field = import_target_field(target, &out->place);
    if (!out->field)
        return err_raise(ctx, ERR_BUG, "unchecked import target %s", target);
    return true;
}

bool
import_plan_make(struct ctx *ctx, const struct import_mapping *mapping,
                 const struct import_options *options, const struct custom_field *fields,
                 size_t n_fields, const struct import_plan **out)
{
    struct import_plan *plan = ARENA_NEW(ctx->arena, struct import_plan);
    plan->entity = mapping->entity;
    plan->options = options;
    plan->n_columns = mapping->n_columns;
    plan->given = "First name";
    plan->family = "Last name";
    plan->company = "Company";
    plan->columns = ARENA_ARRAY(ctx->arena, mapping->n_columns + 1, struct column);
    for (size_t i = 0; i < mapping->n_columns; i++) {
        struct column *column = &plan->columns[i];
        if (!plan_column(ctx, mapping->columns[i].target, column))
            return false;
        column->label = *mapping->columns[i].header ? mapping->columns[i].header
                                                    : arena_printf(ctx->arena, "Column %zu", i + 1);
        if (column->field && column->field->entity == RECORD_CONTACT &&
            column->place == CONTACT_FIRST_NAME)
            plan->given = column->label;
        if (column->field && column->field->entity == RECORD_CONTACT &&
            column->place == CONTACT_LAST_NAME)
            plan->family = column->label;
        if (column->field && column->field->entity == RECORD_COMPANY &&
            column->place == COMPANY_NAME)
            plan->company = column->label;
        if (column->action == ACTION_CUSTOM)
            column->custom = custom_field_named(fields, n_fields, column->entity, column->key);
    }
    *out = plan;
    return true;
}

enum record_entity
import_plan_entity(const struct import_plan *plan)
{
    return plan->entity;
}

struct import_memo *
import_plan_memo(struct arena *arena)
{
    struct import_memo *memo = ARENA_NEW(arena, struct import_memo);
    memo->domains = map_new(arena, MEMO_EXPECTED);
    memo->companies = map_new(arena, MEMO_EXPECTED);
    return memo;
}

static const struct known_domain *
known_domain(struct arena *arena, struct import_memo *memo, const char *text)
{
    struct known_domain *known = map_get(memo->domains, text);
    if (known)
        return known;
    known = ARENA_NEW(arena, struct known_domain);
    known->verdict = company_domain_read(arena, text, &known->domain);
    map_put(memo->domains, text, known);
    return known;
}

static const struct company_keys *
known_company(struct arena *arena, struct import_memo *memo, const char *const *values)
{
    const char *const parts[] = {values[COMPANY_NAME], values[COMPANY_DOMAIN],
                                 values[COMPANY_WEBSITE_URL], values[COMPANY_LEGAL_FORM],
                                 values[COMPANY_EMAIL]};
    struct buf key;
    buf_init(&key, arena, 1 << 16);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_text(&key, parts[i] ? parts[i] : "");
        buf_char(&key, '\x1f');
    }
    struct company_keys *known = map_get(memo->companies, key.data);
    if (known)
        return known;
    known = ARENA_NEW(arena, struct company_keys);
    company_keys_of(arena, values, known);
    map_put(memo->companies, key.data, known);
    return known;
}

static void
reject(struct import_entry *entry, const char *reason, const char *detail)
{
    if (entry->verdict)
        return;
    entry->verdict = IMPORT_REJECTED;
    entry->reason = reason;
    entry->detail = detail;
}

static void
left_out(struct arena *arena, struct import_entry *entry, const char *label, const char *text,
         const char *why)
{
    value_note_add(arena, &entry->notes, label, text, NULL, why);
}

static void
changed(struct arena *arena, struct import_entry *entry, const char *label, const char *text,
        const char *became)
{
    value_note_add(arena, &entry->notes, label, text, became, NULL);
}

static void
flag_notes(struct import_entry *entry)
{
    for (const struct value_note *note = entry->notes; note; note = note->next)
        entry->flags |= note->became ? IMPORT_FLAG_CHANGED : IMPORT_FLAG_DROPPED;
}

/* Defects of the row as a row. */
static void
reject_broken(struct arena *arena, const struct csv_row *row, uint32_t n_columns,
              struct import_entry *entry)
{
    static const struct {
        unsigned flag;
        const char *reason;
    } fatal[] = {
        {CSV_TOO_LARGE,    IMPORT_TOO_LARGE   },
        {CSV_UNCLOSED,     IMPORT_UNCLOSED    },
        {CSV_SECOND_TABLE, IMPORT_SECOND_TABLE},
        {CSV_NUL,          IMPORT_NUL         },
        {CSV_BAD_BYTES,    IMPORT_BAD_BYTES   },
    };
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
        if (row->flags & fatal[i].flag)
            reject(entry, fatal[i].reason, csv_flag_text(arena, row, n_columns));
    if (row->flags & CSV_LONG) {
        for (uint32_t i = n_columns; i < row->count; i++)
            if (row->cells[i].length)
                reject(entry, IMPORT_TOO_LONG, csv_flag_text(arena, row, n_columns));
    }
    if (row->flags & CSV_BLANK && !entry->verdict) {
        entry->verdict = IMPORT_SKIPPED;
        entry->reason = IMPORT_BLANK;
    }
    entry->flags |= row->flags & CSV_SHORT ? IMPORT_FLAG_SHORT : 0;
    entry->flags |= row->flags & CSV_REPAIRED ? IMPORT_FLAG_REPAIRED : 0;
}

/* The domain where it identifies a company, else NULL. */
static const char *
domain_key(const struct known_domain *known)
{
    return known->verdict == COMPANY_DOMAIN_OK ? known->domain.key : NULL;
}

/* Further addresses that are none, names beside an address, more addresses than fit. */
static void
note_emails(struct arena *arena, const char *label, const char *text,
            const struct email_address *found, size_t n, struct import_entry *entry)
{
    const char *all = found[0].address;
    if (n == 1 && value_note_is_same(arena, text, all))
        return;
    for (size_t i = 1; i < n; i++)
        all = arena_printf(arena, "%s, %s", all, found[i].address);
    if (!value_loss_email(text, all))
        return;
    changed(arena, entry, label, text, all);
}

static void
read_emails(struct arena *arena, struct import_memo *memo, const char *label, const char *text,
            struct import_entry *entry)
{
    struct email_address found[MAX_EMAILS];
    size_t n = email_address_list(arena, text, found, MAX_EMAILS);
    if (n)
        note_emails(arena, label, text, found, n, entry);
    if (!n) {
        struct email_address bad;
        enum email_verdict verdict = email_address_read(arena, text, &bad);
        if (verdict != EMAIL_NONE)
            reject(entry, IMPORT_BAD_EMAIL, text_cut(arena, text, 120));
        return;
    }
    for (size_t i = 0; i < n; i++) {
        if (entry->contact[CONTACT_EMAIL]) {
            if (strcmp(entry->contact[CONTACT_EMAIL], found[i].address) != 0)
                entry->contact[CONTACT_OTHER_EMAILS] =
                    value_list_with(arena, entry->contact[CONTACT_OTHER_EMAILS], found[i].address);
            continue;
        }
        entry->contact[CONTACT_EMAIL] = found[i].address;
        entry->flags |= found[i].role ? IMPORT_FLAG_ROLE : 0;
        entry->flags |= found[i].free_mail ? IMPORT_FLAG_FREE : 0;
        entry->flags |= found[i].disposable ? IMPORT_FLAG_DISPOSABLE : 0;
        entry->flags |= *found[i].suggestion ? IMPORT_FLAG_TYPO : 0;
        if (found[i].free_mail)
            entry->mail_host = found[i].domain;
        if (!found[i].free_mail && !found[i].disposable)
            entry->email_domain = domain_key(known_domain(arena, memo, found[i].domain));
    }
}

/* The country of the person, else of the company, else what the import says; NULL: unknown. */
static const char *
country_of(const struct import_plan *plan, const struct import_entry *entry)
{
    if (entry->contact[CONTACT_COUNTRY])
        return entry->contact[CONTACT_COUNTRY];
    return entry->company[COMPANY_COUNTRY] ? entry->company[COMPANY_COUNTRY]
                                           : plan->options->country;
}

static void
read_full_name(struct arena *arena, const struct import_plan *plan, const char *label,
               const char *text, struct import_entry *entry)
{
    struct person_name name;
    if (!person_name_split(arena, text, &name)) {
        if (!blank_is(text))
            left_out(arena, entry, label, text, NAME_NOTE_NONE);
        return;
    }
    name_custom_surnames(arena, country_of(plan, entry), &name);
    name_note_whole(arena, &entry->notes, label, text, &name);
    const char *first = name.first;
    if (*name.middle)
        first = *first ? arena_printf(arena, "%s %s", first, name.middle) : name.middle;
    const struct {
        size_t place;
        const char *value;
    } parts[] = {
        {CONTACT_NAME_PREFIX, name.title },
        {CONTACT_FIRST_NAME,  first      },
        {CONTACT_LAST_NAME,   name.last  },
        {CONTACT_NAME_SUFFIX, name.suffix}
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char **at = &entry->contact[parts[i].place];
        if (!*at && *parts[i].value)
            *at = parts[i].value;
        else if (*at && *parts[i].value && !value_note_is_same(arena, parts[i].value, *at))
            left_out(arena, entry, label, parts[i].value, TAKEN);
    }
}

/* A host of many stands where the company should. */
static void
note_shared(struct import_entry *entry, const char *host)
{
    entry->flags |= IMPORT_FLAG_SHARED;
    entry->shared_host = host;
}

/* The domain is taken from where it identifies; the web site of a shared host is one when no other
 * column has any. */
static void
read_domain(struct arena *arena, const struct known_domain *known, const char *label,
            const char *text, struct import_entry *entry)
{
    const struct company_domain *domain = &known->domain;
    const char *before = entry->company[COMPANY_DOMAIN];
    if (known->verdict == COMPANY_DOMAIN_NONE)
        return;
    if (known->verdict == COMPANY_DOMAIN_SHARED && domain->website && !entry->shared_site) {
        entry->shared_site = domain->website;
        entry->shared_text = text;
        entry->shared_column = label;
    } else if (known->verdict != COMPANY_DOMAIN_OK) {
        left_out(arena, entry, label, text, company_domain_reason(arena, known->verdict, domain));
    } else if (before && strcmp(before, domain->key) != 0) {
        left_out(arena, entry, label, text, TAKEN);
    } else {
        entry->company[COMPANY_DOMAIN] = domain->key;
        if (value_loss_address(text, domain->key))
            changed(arena, entry, label, text, domain->key);
    }
}

static void
place_shared_site(struct arena *arena, struct import_entry *entry)
{
    const char **website = &entry->company[COMPANY_WEBSITE_URL];
    if (!entry->shared_site)
        return;
    if (!*website) {
        *website = entry->shared_site;
        entry->site_text = entry->shared_text;
        entry->site_column = entry->shared_column;
    } else if (strcmp(*website, entry->shared_site) != 0) {
        left_out(arena, entry, entry->shared_column, entry->shared_text,
                 "The address is at a host of many, and another column has the web site");
    }
}

/* Texts whose reading depends on nothing else, and which repeat. */
static bool
is_memorable(const struct record_field *field, const char *text)
{
    bool type = field->type == RECORD_COUNTRY || field->type == RECORD_TEXT ||
                field->type == RECORD_SIZE || field->type == RECORD_NAME;
    return type && strlen(text) <= MEMO_TEXT_MOST;
}

static bool
normalise(struct ctx *ctx, struct import_memo *memo, const struct record_field *field, size_t place,
          const char *text, const char *country, const char **out)
{
    struct map **map = &memo->values[field->entity][place];
    if (!is_memorable(field, text))
        return record_value_normalise(ctx, field, text, country, out);
    if (!*map)
        *map = map_new(ctx->arena, MEMO_EXPECTED);
    const char *known = map_get(*map, text);
    if (!known) {
        if (!record_value_normalise(ctx, field, text, country, out))
            return false;
        known = *out ? *out : NOTHING;
        map_put(*map, text, arena_strdup(ctx->arena, known));
    }
    *out = *known ? known : NULL;
    return true;
}

/* Fields that take further values beside the first. */
static bool
adds_to(enum record_entity entity, size_t place)
{
    return entity == RECORD_CONTACT && (place == CONTACT_EMAIL || place == CONTACT_OTHER_EMAILS ||
                                        place == CONTACT_OTHER_PHONES);
}

/* One value of one field, by its type; a value that cannot be used is left out with a note. */
static bool
read_field(struct ctx *ctx, const struct import_plan *plan, struct import_memo *memo,
           const struct record_field *field, size_t place, const char *label, const char *text,
           struct import_entry *entry)
{
    if (field->entity == RECORD_CONTACT && place == CONTACT_EMAIL) {
        read_emails(ctx->arena, memo, label, text, entry);
        return true;
    }
    if (field->entity == RECORD_COMPANY && place == COMPANY_DOMAIN) {
        read_domain(ctx->arena, known_domain(ctx->arena, memo, text), label, text, entry);
        return true;
    }
    const char **at =
        field->entity == RECORD_COMPANY ? &entry->company[place] : &entry->contact[place];
    bool adds = adds_to(field->entity, place);
    const char *before = *at, *value;
    struct company_domain host;
    const char *hint = plan->options->country;
    const char *row_country = field->entity == RECORD_COMPANY ? entry->company[COMPANY_COUNTRY]
                                                              : entry->contact[CONTACT_COUNTRY];
    if (!row_country)
        row_country = entry->company[COMPANY_COUNTRY];
    if (!normalise(ctx, memo, field, place, text, row_country ? row_country : hint, &value)) {
        if (ctx->err.kind != ERR_INPUT)
            return false;
        left_out(ctx->arena, entry, label, text, ctx->err.message);
        err_clear(ctx);
        if (field->entity == RECORD_COMPANY && place == COMPANY_NAME &&
            company_domain_is_no_name(ctx->arena, text_trim(ctx->arena, text), &host))
            note_shared(entry, host.host);
    } else if (value && before && !adds) {
        if (!value_note_is_same(ctx->arena, value, before))
            left_out(ctx->arena, entry, label, text, TAKEN);
    } else if (value) {
        if (value_loss_any(ctx->arena, field->type, text, value))
            changed(ctx->arena, entry, label, text, value);
        *at = before ? value_list_with(ctx->arena, before, value) : value;
        if (field->entity == RECORD_COMPANY && place == COMPANY_WEBSITE_URL) {
            entry->site_text = text;
            entry->site_column = label;
        }
    }
    return true;
}

/* A value that does not fit the type of its field is left out with a note, as other bad values are. */
static bool
read_custom(struct ctx *ctx, const struct column *column, const char *text,
            struct import_entry *entry)
{
    struct import_custom **list =
        column->entity == RECORD_COMPANY ? &entry->company_custom : &entry->contact_custom;
    const char *value = text_trim(ctx->arena, text);
    if (!column->custom || custom_type_of(column->custom->type) == CUSTOM_TEXT) {
        const char *whole = value;
        value = text_cut(ctx->arena, whole, CUSTOM_VALUE_MOST);
        if (strlen(value) < strlen(whole))
            changed(ctx->arena, entry, column->label, text, value);
    } else if (!custom_value_normalise(ctx, column->custom, CUSTOM_CELL, value, &value)) {
        if (ctx->err.kind != ERR_INPUT)
            return false;
        left_out(ctx->arena, entry, column->label, text, ctx->err.message);
        err_clear(ctx);
        value = NULL;
    }
    if (!value || !*value)
        return true;
    struct import_custom *custom = ARENA_NEW(ctx->arena, struct import_custom);
    *custom = (struct import_custom){column->key, value, *list};
    *list = custom;
    return true;
}

static void
read_tags(struct arena *arena, const char *label, const char *text, struct import_entry *entry)
{
    size_t n = 0;
    if (!entry->tags)
        entry->tags = ARENA_ARRAY(arena, MAX_ROW_TAGS + 1, const char *);
    while (entry->tags[n])
        n++;
    while (*text) {
        size_t length = strcspn(text, ",;|");
        const char *tag = text_squeeze(arena, arena_strndup(arena, text, length));
        if (*tag && n == MAX_ROW_TAGS) {
            left_out(arena, entry, label, tag, TAGS_MOST);
        } else if (*tag) {
            entry->tags[n] = text_cut(arena, tag, TAG_MOST);
            if (strlen(entry->tags[n]) < strlen(tag))
                changed(arena, entry, label, tag, entry->tags[n]);
            n++;
        }
        text += length + (text[length] != '\0');
    }
}

/* Our own downloads guard cells against formulas with an apostrophe; coming back it goes. */
static struct span
unguarded(struct span cell)
{
    if (cell.length > 1 && cell.data[0] == '\'' && strchr("=+-@\t\r", cell.data[1]))
        return (struct span){cell.data + 1, cell.length - 1};
    return cell;
}

/* Countries first: a phone number's reading depends on them. */
static bool
read_cells(struct ctx *ctx, const struct import_plan *plan, struct import_memo *memo,
           const struct csv_row *row, bool countries, struct import_entry *entry)
{
    for (size_t i = 0; i < plan->n_columns && i < row->count; i++) {
        const struct column *column = &plan->columns[i];
        bool country = column->action == ACTION_FIELD && column->field->type == RECORD_COUNTRY;
        if (column->action == ACTION_LEAVE || !row->cells[i].length || country != countries)
            continue;
        struct span cell = unguarded(row->cells[i]);
        const char *text = arena_strndup(ctx->arena, cell.data, cell.length);
        if (column->action == ACTION_FULL_NAME)
            read_full_name(ctx->arena, plan, column->label, text, entry);
        else if (column->action == ACTION_TAGS)
            read_tags(ctx->arena, column->label, text, entry);
        else if (column->action == ACTION_CUSTOM
                     ? !read_custom(ctx, column, text, entry)
                     : !read_field(ctx, plan, memo, column->field, column->place, column->label,
                                   text, entry))
            return false;
    }
    return true;
}

static bool
read_constants(struct ctx *ctx, const struct import_plan *plan, struct import_memo *memo,
               enum record_entity entity, struct import_entry *entry)
{
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    const char *const *constants = entity == RECORD_COMPANY ? plan->options->company_constant
                                                            : plan->options->contact_constant;
    const char *const *values = entity == RECORD_COMPANY ? entry->company : entry->contact;
    for (size_t i = 0; i < n; i++)
        if (constants[i] && (!values[i] || adds_to(entity, i)) &&
            !read_field(ctx, plan, memo, &fields[i], i, fields[i].label, constants[i], entry))
            return false;
    return true;
}

static bool
has_any(const char *const *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (values[i])
            return true;
    return false;
}

/* A title or suffix found in a name goes to a field of its own, when that is free. */
static void
place_part(struct arena *arena, const char *label, const char *part, const char **at,
           struct import_entry *entry)
{
    if (!*part)
        return;
    if (!*at)
        *at = part;
    else if (!value_note_is_same(arena, part, *at))
        left_out(arena, entry, label, part, TAKEN);
}

/* First and last name that came in two columns: titles and suffixes go where they belong. */
static void
tidy_names(struct arena *arena, const struct import_plan *plan, struct import_entry *entry)
{
    const char **v = entry->contact;
    const char *const texts[] = {v[CONTACT_FIRST_NAME], v[CONTACT_LAST_NAME]};
    const char *const labels[] = {plan->given, plan->family};
    struct person_name name;
    if (!texts[0] && !texts[1])
        return;
    v[CONTACT_FIRST_NAME] = v[CONTACT_LAST_NAME] = NULL;
    bool found = person_name_from_parts(arena, texts[0], texts[1], &name);
    name_note_pair(arena, &entry->notes, labels, texts, &name);
    if (!found)
        return;
    name_custom_monsieur(country_of(plan, entry), &name);
    const char *first = name.first;
    if (*name.middle)
        first = *first ? arena_printf(arena, "%s %s", first, name.middle) : name.middle;
    v[CONTACT_FIRST_NAME] = *first ? first : NULL;
    v[CONTACT_LAST_NAME] = *name.last ? name.last : NULL;
    place_part(arena, plan->given, name.title, &v[CONTACT_NAME_PREFIX], entry);
    place_part(arena, plan->family, name.suffix, &v[CONTACT_NAME_SUFFIX], entry);
}

/* A web site at a host of many identifies nobody. It stays as an address, but the door of a mail
 * provider is nobody's site, and a page at LinkedIn has a field of its own. */
static void
read_website(struct arena *arena, struct import_memo *memo, struct import_entry *entry)
{
    const char **company = entry->company;
    struct linkedin_url page;
    if (!company[COMPANY_WEBSITE_URL])
        return;
    const struct known_domain *known = known_domain(arena, memo, company[COMPANY_WEBSITE_URL]);
    if (known->verdict != COMPANY_DOMAIN_SHARED) {
        if (!company[COMPANY_DOMAIN])
            company[COMPANY_DOMAIN] = domain_key(known);
        return;
    }
    if (!company[COMPANY_DOMAIN])
        note_shared(entry, known->domain.host);
    if (known->domain.shared == SHARED_FREE_MAIL) {
        entry->mail_host = known->domain.host;
        company[COMPANY_WEBSITE_URL] = NULL;
        left_out(arena, entry, entry->site_column, entry->site_text,
                 company_domain_reason(arena, known->verdict, &known->domain));
    } else if (linkedin_url_read(arena, company[COMPANY_WEBSITE_URL], &page) == LINKEDIN_COMPANY) {
        if (!company[COMPANY_LINKEDIN_URL])
            company[COMPANY_LINKEDIN_URL] = page.url;
        else if (strcmp(company[COMPANY_LINKEDIN_URL], page.url) != 0)
            left_out(arena, entry, entry->site_column, entry->site_text, TAKEN);
        company[COMPANY_WEBSITE_URL] = NULL;
    }
}

/* "Gmail" beside an address at gmail.com says where the mail lies, not who a person works for. In a list
 * of companies "Fastmail" is one; "gmail" in small letters is what some program made of an address. */
static void
drop_mail_name(struct arena *arena, const struct import_plan *plan, struct import_entry *entry)
{
    const char *name = entry->company[COMPANY_NAME];
    bool capital = false;
    for (const char *c = name ? name : ""; *c; c++)
        capital = capital || (*c >= 'A' && *c <= 'Z');
    if (!name || !entry->mail_host || entry->company[COMPANY_DOMAIN] ||
        (plan->entity == RECORD_COMPANY && capital) ||
        !company_domain_names_host(arena, name, entry->mail_host))
        return;
    entry->company[COMPANY_NAME] = NULL;
    note_shared(entry, entry->mail_host);
    left_out(arena, entry, plan->company, name,
             "It says where the mail lies, not who somebody works for");
}

static void
take_keys(struct arena *arena, const struct import_plan *plan, struct import_memo *memo,
          struct import_entry *entry)
{
    const char **company = entry->company;
    postal_city_split(arena, &company[COMPANY_POSTAL_CODE], &company[COMPANY_CITY]);
    postal_city_split(arena, &entry->contact[CONTACT_POSTAL_CODE], &entry->contact[CONTACT_CITY]);
    place_shared_site(arena, entry);
    read_website(arena, memo, entry);
    drop_mail_name(arena, plan, entry);
    entry->has_company = company[COMPANY_NAME] || company[COMPANY_DOMAIN];
    if (entry->has_company) {
        entry->company_keys = *known_company(arena, memo, company);
        if (!company[COMPANY_LEGAL_FORM])
            company[COMPANY_LEGAL_FORM] = entry->company_keys.legal_form;
    }
    if (plan->entity == RECORD_COMPANY)
        return;
    tidy_names(arena, plan, entry);
    entry->has_contact = has_any(entry->contact, IMPORT_MAX_FIELDS) || entry->contact_custom;
    contact_keys_of(arena, entry->contact, &entry->contact_keys);
}

/* A row whose main record nothing names cannot be imported. */
static void
reject_nameless(const struct import_plan *plan, struct import_entry *entry)
{
    const char *website = entry->company[COMPANY_WEBSITE_URL];
    if (plan->entity == RECORD_COMPANY) {
        if (!entry->has_company && (website || entry->shared_host))
            reject(entry, IMPORT_SHARED_HOST, website ? website : entry->shared_host);
        else if (!entry->has_company)
            reject(entry, IMPORT_NO_COMPANY, NULL);
        return;
    }
    if (!entry->contact[CONTACT_EMAIL] && !entry->contact_keys.linkedin_key &&
        !*entry->contact_keys.name_key)
        reject(entry, IMPORT_NOBODY, NULL);
}

/* A cell that says something of a company, other than which one it is. */
static const char *
company_fact(struct arena *arena, const struct import_plan *plan, const struct csv_row *row,
             size_t i, const struct import_entry *entry)
{
    const struct column *column = &plan->columns[i];
    bool custom = column->action == ACTION_CUSTOM && column->entity == RECORD_COMPANY;
    bool field = column->action == ACTION_FIELD && column->field->entity == RECORD_COMPANY &&
                 (entry->company[column->place] || column->place == COMPANY_WEBSITE_URL ||
                  column->place == COMPANY_DOMAIN);
    for (const struct value_note *note = entry->notes; note; note = note->next)
        if (note->column == column->label && !note->became)
            return NULL; /* said already */
    if (!(custom || field) || !row->cells[i].length)
        return NULL;
    const char *text = arena_strndup(arena, row->cells[i].data, row->cells[i].length);
    return blank_is(text) ? NULL : text;
}

static bool
has_facts(struct arena *arena, const struct import_plan *plan, const struct csv_row *row,
          const struct import_entry *entry)
{
    for (size_t i = 0; i < plan->n_columns && i < row->count; i++)
        if (company_fact(arena, plan, row, i, entry))
            return true;
    return false;
}

void
import_plan_leave_company(struct arena *arena, const struct import_plan *plan,
                          const struct csv_row *row, struct import_entry *entry)
{
    for (size_t i = 0; i < plan->n_columns && i < row->count; i++) {
        const char *text = company_fact(arena, plan, row, i, entry);
        if (text)
            left_out(arena, entry, plan->columns[i].label, text, NO_COMPANY);
    }
}

bool
import_plan_read(struct ctx *ctx, const struct import_plan *plan, struct import_memo *memo,
                 const struct csv_row *row, uint32_t n_columns, struct import_entry *out)
{
    memset(out, 0, sizeof *out);
    out->row_no = (int64_t)row->row;
    out->line_no = (int64_t)row->line;
    out->raw = import_ledger_raw(ctx->arena, row);
    reject_broken(ctx->arena, row, n_columns, out);
    if (out->verdict)
        return true;
    if (!read_cells(ctx, plan, memo, row, true, out) ||
        !read_cells(ctx, plan, memo, row, false, out) ||
        !read_constants(ctx, plan, memo, RECORD_COMPANY, out))
        return false;
    if (plan->entity == RECORD_CONTACT && !read_constants(ctx, plan, memo, RECORD_CONTACT, out))
        return false;
    take_keys(ctx->arena, plan, memo, out);
    if (plan->entity == RECORD_CONTACT && !out->has_company)
        out->has_facts = has_facts(ctx->arena, plan, row, out);
    if (out->has_facts && !out->email_domain)
        import_plan_leave_company(ctx->arena, plan, row, out);
    flag_notes(out);
    reject_nameless(plan, out);
    return true;
}

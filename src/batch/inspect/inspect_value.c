/* leadgen-batch inspect name|company|email|phone|url|domain|title|industry VALUE: what the normalisers make of
 * a value, as one JSON object. With --lines FILE one value a line in, one object a line out; FILE "-"
 * is standard input, and memory stays flat however long the file is. */
#include "batch/inspect/inspect.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/psl.h"
#include "base/text.h"
#include "base/uri.h"
#include "base/uri_web.h"
#include "domain/company/company_domain.h"
#include "domain/company/company_industry.h"
#include "domain/company/company_name.h"
#include "domain/enrich/decision_rank.h"
#include "domain/contact/email_address.h"
#include "domain/contact/job_title.h"
#include "domain/contact/linkedin_url.h"
#include "domain/contact/person_name.h"
#include "domain/contact/phone_number.h"
#include "domain/record/country.h"
#include "domain/record/record_code.h"

enum { ADDRESSES_MAX = 16 };

static void
add_name(struct arena *arena, const char *text, const char *country, struct jsn *out)
{
    struct person_name name;
    (void)country;
    jsn_set_bool(out, "found", person_name_split(arena, text, &name));
    jsn_set_text(out, "title", name.title);
    jsn_set_text(out, "first", name.first);
    jsn_set_text(out, "middle", name.middle);
    jsn_set_text(out, "last", name.last);
    jsn_set_text(out, "suffix", name.suffix);
    jsn_set_text(out, "nickname", name.nickname);
    jsn_set_text(out, "display", person_name_display(arena, &name));
    jsn_set_text(out, "key", person_name_key(arena, name.first, name.last));
}

static void
add_company(struct arena *arena, const char *text, const char *country, struct jsn *out)
{
    struct company_name name;
    (void)country;
    company_name_split(arena, text, &name);
    jsn_set_text(out, "display", name.display);
    jsn_set_text(out, "base", name.base);
    jsn_set_text(out, "legal_form", name.form);
    jsn_set_text(out, "legal_form_key", name.form_key);
    jsn_set_text(out, "countries", name.countries);
    jsn_set_text(out, "key", company_name_key(arena, text));
}

static struct jsn *
address_object(struct arena *arena, const struct email_address *email)
{
    struct jsn *one = jsn_object(arena);
    jsn_set_text(one, "address", email->address);
    jsn_set_text(one, "local", email->local);
    jsn_set_text(one, "domain", email->domain);
    jsn_set_text(one, "name", email->display_name);
    jsn_set_bool(one, "role", email->role);
    jsn_set_bool(one, "free_mail", email->free_mail);
    jsn_set_bool(one, "disposable", email->disposable);
    jsn_set_bool(one, "utf8_local", email->utf8_local);
    jsn_set_text(one, "suggestion", email->suggestion);
    return one;
}

/* What the value is, taken as one address; and what would be found in it, were it a cell. */
static void
add_email(struct arena *arena, const char *text, const char *country, struct jsn *out)
{
    struct email_address exact, all[ADDRESSES_MAX];
    (void)country;
    enum email_verdict verdict = email_address_exact(arena, text, &exact);
    size_t count = email_address_list(arena, text, all, ADDRESSES_MAX);
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < count; i++)
        jsn_add(list, address_object(arena, &all[i]));
    bool valid = verdict == EMAIL_OK;
    jsn_set_bool(out, "valid", valid);
    jsn_set_text(out, "normalized", valid ? exact.address : NULL);
    jsn_set_text(out, "reason", email_address_reason(verdict));
    jsn_set_bool(out, "role", valid && exact.role);
    jsn_set_bool(out, "free", valid && exact.free_mail);
    jsn_set_bool(out, "disposable", valid && exact.disposable);
    jsn_set_bool(out, "smtputf8", valid && exact.utf8_local);
    jsn_set_text(out, "suggestion", *exact.suggestion ? exact.suggestion : NULL);
    jsn_set(out, "addresses", list);
}

static void
add_phone(struct arena *arena, const char *text, const char *country, struct jsn *out)
{
    struct phone_number phone;
    enum phone_verdict verdict = phone_number_read(arena, text, country, &phone);
    jsn_set_text(out, "e164", phone.e164);
    jsn_set_text(out, "extension", phone.extension);
    jsn_set_text(out, "country", phone.country);
    jsn_set_text(out, "raw", phone.raw);
    jsn_set_text(out, "reason", phone_number_reason(verdict));
}

/* The address as browsers read it: the keys of the Web Platform's URL. */
static void
add_web(struct arena *arena, const char *text, const char *from, struct jsn *out)
{
    struct uri_web base, uri;
    bool based = from && uri_web_read(arena, from, strlen(from), NULL, &base);
    bool valid = uri_web_read(arena, text, strlen(text), based ? &base : NULL, &uri);
    jsn_set_bool(out, "valid", valid);
    if (!valid) {
        jsn_set_text(out, "href", NULL);
        return;
    }
    bool query = uri.query && *uri.query, fragment = uri.fragment && *uri.fragment;
    jsn_set_text(out, "href", uri_web_href(arena, &uri));
    jsn_set_text(out, "protocol", arena_printf(arena, "%s:", uri.scheme));
    jsn_set_text(out, "username", uri.user);
    jsn_set_text(out, "password", uri.password);
    jsn_set_text(out, "hostname", uri.host);
    jsn_set_text(out, "port", uri.port < 0 ? "" : arena_printf(arena, "%d", uri.port));
    jsn_set_text(out, "pathname", uri.path);
    jsn_set_text(out, "search", query ? arena_printf(arena, "?%s", uri.query) : "");
    jsn_set_text(out, "hash", fragment ? arena_printf(arena, "#%s", uri.fragment) : "");
}

/* The host of a domain, an address or an e-mail address as somebody wrote it. */
static const char *
host_of(struct arena *arena, const char *text)
{
    const char *host = NULL;
    struct uri uri;
    if (strpbrk(text, "/@:") != NULL && text[0] != '[')
        return uri_read(arena, text, &uri) == URI_OK && uri.host_kind <= HOST_LOCAL ? uri.host
                                                                                    : NULL;
    enum host_kind kind = host_read(arena, text, strlen(text), &host);
    return kind == HOST_NAME || kind == HOST_LOCAL ? host : NULL;
}

static void
add_domain(struct arena *arena, const char *text, const char *unused, struct jsn *out)
{
    struct psl psl = {NULL, NULL, false, NULL, NULL};
    struct company_domain domain;
    (void)unused;
    const char *host = host_of(arena, text);
    if (host)
        psl_split(host, &psl);
    const char *registrable = psl.private_suffix ? psl.private_registrable : psl.registrable;
    const char *suffix = psl.private_suffix ? psl.private_suffix : psl.suffix;
    bool ascii = true;
    for (const char *p = text; *p; p++)
        ascii = ascii && (unsigned char)*p < 0x80;
    enum company_domain_verdict verdict = company_domain_read(arena, text, &domain);
    jsn_set_text(out, "host", host);
    /* as it was asked: in letters or in ASCII */
    jsn_set_text(out, "registrable",
                 registrable && !ascii ? host_display(arena, registrable) : registrable);
    jsn_set_text(out, "ascii", registrable);
    jsn_set_text(out, "suffix", suffix);
    jsn_set_bool(out, "listed", psl.listed);
    jsn_set_text(out, "company_domain", domain.key);
    jsn_set_text(out, "reason", company_domain_reason(arena, verdict, &domain));
}

static void
add_url(struct arena *arena, const char *text, const char *base, struct jsn *out)
{
    static const char *const kinds[] = {
        [LINKEDIN_NONE] = "",
        [LINKEDIN_FOREIGN] = "",
        [LINKEDIN_OTHER] = "other",
        [LINKEDIN_PERSON] = "person",
        [LINKEDIN_COMPANY] = "company",
        [LINKEDIN_SCHOOL] = "school",
        [LINKEDIN_SHOWCASE] = "showcase",
    };
    struct uri uri;
    struct company_domain domain;
    struct linkedin_url linkedin;
    bool found = uri_read(arena, text, &uri) == URI_OK;
    enum company_domain_verdict verdict = company_domain_read(arena, text, &domain);
    enum linkedin_kind kind = linkedin_url_read(arena, text, &linkedin);
    jsn_set_text(out, "url", found ? uri_canonical(arena, &uri) : NULL);
    jsn_set_text(out, "host", found ? uri.host : NULL);
    jsn_set_text(out, "key", found ? uri_key(arena, &uri) : NULL);
    jsn_set_text(out, "company_domain", domain.key);
    jsn_set_text(out, "reason", company_domain_reason(arena, verdict, &domain));
    jsn_set_text(out, "linkedin", kinds[kind]);
    jsn_set_text(out, "linkedin_url", linkedin.url);
    jsn_set_text(out, "linkedin_key", linkedin.key);
    add_web(arena, text, base, out);
}

/* The name of a code; null for 0. */
static void
set_code(struct jsn *out, const char *key, const struct record_choices *list, int64_t code)
{
    const struct record_choice *choice = record_code_get(list, code);
    jsn_set_text(out, key, choice ? choice->name : NULL);
}

static void
add_title(struct arena *arena, const char *text, const char *country, struct jsn *out)
{
    struct job_title title;
    (void)country;
    job_title_read(arena, text, &title);
    set_code(out, "seniority", &record_seniorities, title.seniority);
    set_code(out, "department", &record_departments, title.department);
    jsn_set_int(out, "rank", decision_rank_of(arena, text, title.seniority, title.department));
}

static void
add_industry(struct arena *arena, const char *text, const char *country, struct jsn *out)
{
    (void)country;
    set_code(out, "industry", &record_industries, company_industry_read(arena, text));
}

static const struct {
    const char *what;
    void (*add)(struct arena *arena, const char *text, const char *country, struct jsn *out);
} values[] = {
    {"name",     add_name    },
    {"company",  add_company },
    {"email",    add_email   },
    {"phone",    add_phone   },
    {"url",      add_url     },
    {"domain",   add_domain  },
    {"title",    add_title   },
    {"industry", add_industry},
};

/* What the command line asks for. */
struct question {
    const char *value, *file; /* one of the two */
    const char *country;      /* of a phone; for a url its base; NULL: none given */
};

/* argv[0] is the kind. Behind "--" a value may begin with a hyphen. */
static bool
read_options(struct ctx *ctx, int argc, char **argv, struct question *out)
{
    memset(out, 0, sizeof *out);
    bool plain = false;
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        bool more = i + 1 < argc;
        if (!plain && !strcmp(word, "--")) {
            plain = true;
        } else if (!plain && more && !strcmp(word, "--lines")) {
            out->file = argv[++i];
        } else if (!plain && more && !strcmp(word, "--country") && !strcmp(argv[0], "phone")) {
            const struct country *found = country_read(ctx->arena, argv[++i]);
            if (!found)
                return err_raise(ctx, ERR_INPUT, "\"%.40s\" is no country.", argv[i]);
            out->country = found->iso2;
        } else if (!plain && more && !strcmp(word, "--base") && !strcmp(argv[0], "url")) {
            out->country = argv[++i];
        } else if (!plain && text_starts(word, "--")) {
            return err_raise(ctx, ERR_INPUT, "\"%.40s\" is no option here.", word);
        } else if (out->value) {
            return err_raise(ctx, ERR_INPUT, "One value at a time: put it into quotes.");
        } else {
            out->value = word;
        }
    }
    if (!out->value == !out->file)
        return err_raise(ctx, ERR_INPUT, "Give one value, or --lines and a file.");
    return true;
}

static void
print_value(struct arena *arena, size_t kind, const char *text, const char *country)
{
    struct jsn *out = jsn_object(arena);
    jsn_set_text(out, "input", text);
    values[kind].add(arena, text, country, out);
    puts(jsn_write(arena, out));
}

static bool
print_lines(struct ctx *ctx, size_t kind, const char *path, const char *country)
{
    FILE *file = strcmp(path, "-") ? fopen(path, "r") : stdin;
    if (!file)
        return err_raise(ctx, ERR_NOT_FOUND, "%s cannot be read: %s.", path, strerror(errno));
    struct arena *arena = arena_new();
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    while ((length = getline(&line, &size, file)) >= 0) {
        while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
            line[--length] = '\0';
        print_value(arena, kind, line, country);
        arena_reset(arena);
    }
    bool failed = ferror(file) != 0;
    free(line);
    arena_free(arena);
    if (file != stdin)
        fclose(file);
    return failed ? err_raise(ctx, ERR_UNAVAILABLE, "%s cannot be read to its end.", path) : true;
}

bool
inspect_value(struct ctx *ctx, int argc, char **argv)
{
    struct question question;
    size_t kind = 0;
    while (kind + 1 < sizeof values / sizeof *values && strcmp(values[kind].what, argv[0]) != 0)
        kind++;
    if (!read_options(ctx, argc, argv, &question))
        return false;
    if (question.file)
        return print_lines(ctx, kind, question.file, question.country);
    print_value(ctx->arena, kind, question.value, question.country);
    return true;
}

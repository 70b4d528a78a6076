/* What a page claims about the company. See page_claim.h. */
#include "domain/page/page_claim.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/company/company_name.h"
#include "domain/company/legal_form.h"
#include "domain/page/page_data.h"

enum {
    SNIPPET_MAX = 200,
    BEFORE = 60,
    BEHIND = 90,
    NAME_MAX = 90,
    LINE_MAX = 400,
    WORDS_MAX = 9,
    FORM_WORDS = 4,
    BLOCK_MOST = 8192,
    YEAR_FIRST = 1600
};

struct finder {
    struct arena *arena;
    struct page_claim *of;
    size_t n;
    int year; /* this one */
};

const char *
page_claim_name(enum page_claim_kind kind)
{
    static const char *const names[PAGE_CLAIMS] = {[PAGE_CLAIM_NAME] = "name",
                                                   [PAGE_CLAIM_LEGAL_NAME] = "legal_name",
                                                   [PAGE_CLAIM_REGISTRY] = "registry_number",
                                                   [PAGE_CLAIM_VAT] = "vat",
                                                   [PAGE_CLAIM_FOUNDED] = "founded",
                                                   [PAGE_CLAIM_EMPLOYEES] = "employees",
                                                   [PAGE_CLAIM_LOGO] = "logo",
                                                   [PAGE_CLAIM_DESCRIPTION] = "description"};
    return names[kind];
}

static void
add(struct finder *finder, enum page_claim_kind kind, const char *value, const char *snippet,
    bool data)
{
    value = text_squeeze(finder->arena, value);
    if (!*value || finder->n == PAGE_CLAIMS_MAX)
        return;
    for (size_t i = 0; i < finder->n; i++)
        if (finder->of[i].kind == kind && !strcmp(finder->of[i].value, value))
            return;
    finder->of[finder->n++] = (struct page_claim){
        .kind = kind,
        .value = value,
        .snippet = text_cut(finder->arena, text_squeeze(finder->arena, snippet), SNIPPET_MAX),
        .data = data};
}

/* The words around a place of the folded text, as they stand in the block: folding keeps the order
 * and nearly the length. */
static const char *
around(struct arena *arena, const struct page_block *block, const char *folded, const char *at)
{
    if (block->length <= SNIPPET_MAX)
        return block->text;
    size_t place = (size_t)(at - folded) * block->length / (strlen(folded) + 1);
    size_t from = place > BEFORE ? place - BEFORE : 0;
    size_t to = place + BEHIND < block->length ? place + BEHIND : block->length;
    while (from && block->text[from - 1] != ' ')
        from--;
    while (to < block->length && block->text[to] != ' ')
        to++;
    return arena_strndup(arena, block->text + from, to - from);
}

/* --- data ------------------------------------------------------------------------------------------- */

static int
year_at(const struct finder *finder, const char *text)
{
    int year = 0;
    for (int i = 0; i < 4; i++) {
        if (!isdigit((unsigned char)text[i]))
            return 0;
        year = 10 * year + text[i] - '0';
    }
    bool alone = !isdigit((unsigned char)text[4]);
    return alone && year >= YEAR_FIRST && year <= finder->year ? year : 0;
}

static const char *
employees_of(struct arena *arena, const struct jsn *object)
{
    const struct jsn *value = jsn_get(object, "numberOfEmployees");
    if (jsn_kind(value) == JSN_OBJECT) {
        int64_t low = jsn_as_int(jsn_get(value, "minValue"), -1);
        int64_t high = jsn_as_int(jsn_get(value, "maxValue"), -1);
        if (low >= 0 && high >= low)
            return arena_printf(arena, "%lld-%lld", (long long)low, (long long)high);
        value = jsn_get(value, "value");
    }
    if (jsn_kind(value) == JSN_INT)
        return arena_printf(arena, "%lld", (long long)jsn_as_int(value, 0));
    return jsn_as_text(value, "");
}

/* Its snippet is the member as it stands there. */
static void
add_member(struct finder *finder, enum page_claim_kind kind, const char *key, const char *value)
{
    add(finder, kind, value, arena_printf(finder->arena, "\"%s\": \"%s\"", key, value), true);
}

static void
add_data(struct finder *finder, const struct jsn *object)
{
    static const struct {
        enum page_claim_kind kind;
        const char *key;
    } members[] = {
        {PAGE_CLAIM_NAME,        "name"       },
        {PAGE_CLAIM_LEGAL_NAME,  "legalName"  },
        {PAGE_CLAIM_VAT,         "vatID"      },
        {PAGE_CLAIM_REGISTRY,    "taxID"      },
        {PAGE_CLAIM_DESCRIPTION, "description"},
    };
    struct arena *arena = finder->arena;
    const char *founded = page_data_text(object, "foundingDate");
    int year = strlen(founded) >= 4 ? year_at(finder, founded) : 0;
    const struct jsn *logo = jsn_get(object, "logo");
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        add_member(finder, members[i].kind, members[i].key, page_data_text(object, members[i].key));
    add_member(finder, PAGE_CLAIM_EMPLOYEES, "numberOfEmployees", employees_of(arena, object));
    add_member(finder, PAGE_CLAIM_LOGO, "logo",
               jsn_as_text(jsn_get(logo, "url"), jsn_as_text(logo, "")));
    if (year)
        add_member(finder, PAGE_CLAIM_FOUNDED, "foundingDate", arena_printf(arena, "%d", year));
}

/* --- text ------------------------------------------------------------------------------------------- */

/* A word or words at `at`, folded as `text` is, that stand alone. */
static bool
stands(const char *text, const char *at, size_t length)
{
    return (at == text || !isalnum((unsigned char)at[-1])) && !isalnum((unsigned char)at[length]);
}

/* Words for the beginning of a company, folded; a year stands behind them, or a little further behind
 * a word for "in". */
static const char *const founded_words[] = {
    "founded",  "established",   "est.",       "started",       "began",        "begun",
    "opened",   "incorporated",  "launched",   "founding year", "year founded", "gegrundet",
    "grundung", "grundungsjahr", "grundeten",  "grundete",      "entstand",     "fondee",
    "fonde",    "fondent",       "creee",      "cree",          "nee en",       "fundada",
    "fundado",  "fundaron",      "fundo",      "nacio",         "creada",       "fondata",
    "fondato",  "nata",          "nasce",      "zalozena",      "zalozeno",     "zalozen",
    "zalozila", "zalozili",      "zalozil",    "zalozeni",      "vznikla",      "zalozona",
    "zalozone", "zalozyla",      "zalozyli",   "zalozyl",       "zalozenia",    "powstala",
    "istnieje", "opgericht",     "oprichting", "begon",         "gestart"};
static const char *const in_words[] = {"in ",     "in the year ", "im jahr ", "im jahre ", "en ",
                                       "v roce ", "roku ",        "w ",       "w roku ",   "nel ",
                                       "od ",     "in het jaar ", "el ano ",  "l'an ",     ": "};
static const char *const since_words[] = {"since", "seit",   "depuis",  "desde",
                                          "dal",   "dal 1",  "od",      "od roku",
                                          "sinds", "z roku", "founded", "est"};
enum { GAP = 44 };

/* The year at `p`, or behind a word for "in" within a little; 0 when there is none before the
 * sentence ends. */
static int
year_behind(const struct finder *finder, const char *p, const char **at)
{
    const char *start = p + strspn(p, " :");
    *at = start;
    int year = isdigit((unsigned char)*start) ? year_at(finder, start) : 0;
    for (; !year && *p && p - start < GAP && *p != '.' && *p != ';'; p++)
        for (size_t i = 0; i < sizeof in_words / sizeof *in_words; i++) {
            size_t length = strlen(in_words[i]);
            bool word = p[0] == ' ' && !strncmp(p + 1, in_words[i], length);
            if (!word || !isdigit((unsigned char)p[1 + length]))
                continue;
            *at = p + 1 + length;
            year = year_at(finder, *at);
            if (year)
                break;
        }
    return year;
}

static void
add_year(struct finder *finder, const struct page_block *block, const char *folded,
         const char *const *words, size_t n_words, bool weak)
{
    for (size_t i = 0; i < n_words; i++) {
        size_t length = strlen(words[i]);
        for (const char *at = strstr(folded, words[i]); at; at = strstr(at + 1, words[i])) {
            const char *place = at + length + strspn(at + length, " ");
            if (!stands(folded, at, length))
                continue;
            int year = weak ? (isdigit((unsigned char)*place) ? year_at(finder, place) : 0)
                            : year_behind(finder, at + length, &place);
            size_t known = finder->n;
            if (year)
                add(finder, PAGE_CLAIM_FOUNDED, arena_printf(finder->arena, "%d", year),
                    around(finder->arena, block, folded, place), false);
            if (finder->n > known)
                finder->of[known].weak = weak;
        }
    }
}

static void
scan_founded(struct finder *finder, const struct page_block *block, const char *folded)
{
    add_year(finder, block, folded, founded_words, sizeof founded_words / sizeof *founded_words,
             false);
    add_year(finder, block, folded, since_words, sizeof since_words / sizeof *since_words, true);
}

/* Words behind a number of people. */
static const char *const staff_words[] = {
    "employees",     "people",       "team members",  "colleagues",     "staff",
    "professionals", "experts",      "mitarbeiter",   "mitarbeitende",  "mitarbeiterinnen",
    "kollegen",      "beschaftigte", "salaries",      "collaborateurs", "employes",
    "empleados",     "trabajadores", "profesionales", "zamestnancu",    "zamestnance",
    "lidi",          "kolegu",       "pracownikow",   "osob",           "dipendenti",
    "collaboratori", "persone",      "medewerkers",   "collega s",      "mensen",
    "specialists",   "specialistu",  "engineers"};

static void
scan_staff(struct finder *finder, const struct page_block *block, const char *folded)
{
    for (const char *p = folded; *p; p++) {
        if (!isdigit((unsigned char)*p) ||
            (p > folded && (isalnum((unsigned char)p[-1]) || strchr(".,-/", p[-1]))))
            continue;
        size_t n = strspn(p, "0123456789.,");
        if (strchr(".,", p[n - 1]) ||
            (p - folded > 1 && p[-1] == ' ' && isdigit((unsigned char)p[-2]))) {
            p += n - 1; /* a part of a telephone number, or of a list */
            continue;
        }
        const char *end = p + n, *word = end;
        long count = 0;
        for (size_t i = 0; i < n; i++)
            if (isdigit((unsigned char)p[i]))
                count = count < 10000000 ? 10 * count + p[i] - '0' : count;
        bool more = *word == '+';
        word += more;
        word += strspn(word, " ");
        for (size_t i = 0; i < sizeof staff_words / sizeof *staff_words; i++) {
            size_t length = strlen(staff_words[i]);
            if (strncmp(word, staff_words[i], length) || !stands(folded, word, length) ||
                count < 2 || word == p + n)
                continue;
            add(finder, PAGE_CLAIM_EMPLOYEES,
                arena_printf(finder->arena, more ? "%ld+" : "%ld", count),
                around(finder->arena, block, folded, p), false);
            break;
        }
        p = end - 1;
    }
}

/* Labels of numbers in registers, as folded text, and how many digits follow. */
static const struct {
    const char *label;
    enum page_claim_kind kind;
    int least, most;
    const char *keep; /* the value begins with it: "HRB 12345" */
} numbers[] = {
    {"hrb",                             PAGE_CLAIM_REGISTRY, 2,  7,  "HRB"},
    {"hra",                             PAGE_CLAIM_REGISTRY, 2,  7,  "HRA"},
    {"fn",                              PAGE_CLAIM_REGISTRY, 4,  7,  "FN" },
    {"ico",                             PAGE_CLAIM_REGISTRY, 7,  8,  ""   },
    {"ic",                              PAGE_CLAIM_REGISTRY, 8,  8,  ""   },
    {"siren",                           PAGE_CLAIM_REGISTRY, 9,  9,  ""   },
    {"siret",                           PAGE_CLAIM_REGISTRY, 14, 14, ""   },
    {"rcs",                             PAGE_CLAIM_REGISTRY, 9,  9,  ""   },
    {"kvk",                             PAGE_CLAIM_REGISTRY, 8,  8,  ""   },
    {"krs",                             PAGE_CLAIM_REGISTRY, 10, 10, ""   },
    {"company no",                      PAGE_CLAIM_REGISTRY, 6,  8,  ""   },
    {"company number",                  PAGE_CLAIM_REGISTRY, 6,  8,  ""   },
    {"registered number",               PAGE_CLAIM_REGISTRY, 6,  8,  ""   },
    {"registration number",             PAGE_CLAIM_REGISTRY, 5,  10, ""   },
    {"registered in england no",        PAGE_CLAIM_REGISTRY, 6,  8,  ""   },
    {"registered in ireland no",        PAGE_CLAIM_REGISTRY, 5,  7,  ""   },
    {"registered in england and wales", PAGE_CLAIM_REGISTRY, 6,  8,  ""   },
    {"org nr",                          PAGE_CLAIM_REGISTRY, 9,  10, ""   },
    {"organisationsnummer",             PAGE_CLAIM_REGISTRY, 9,  10, ""   },
    {"cvr",                             PAGE_CLAIM_REGISTRY, 8,  8,  ""   },
    {"y tunnus",                        PAGE_CLAIM_REGISTRY, 8,  8,  ""   },
};

/* Behind a label: words for number, signs, a place ("RCS Paris 123 456 789"), then digits. */
static const char *
digits_behind(struct arena *arena, const char *p, int least, int most, const char **end)
{
    char out[24];
    int n = 0, words = 0;
    while (*p && !isdigit((unsigned char)*p) && words < 3) {
        words += *p == ' ' && isalpha((unsigned char)p[1]);
        if (*p == ';' || *p == '|' || *p == '@')
            return NULL;
        p++;
    }
    while (n < most && (isdigit((unsigned char)*p) ||
                        (n && *p && strchr(" .-", *p) && isdigit((unsigned char)p[1])))) {
        if (isdigit((unsigned char)*p))
            out[n++] = *p;
        p++;
    }
    *end = p;
    return n >= least && !isdigit((unsigned char)*p) ? arena_strndup(arena, out, (size_t)n) : NULL;
}

static void
scan_numbers(struct finder *finder, const struct page_block *block, const char *folded)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        size_t length = strlen(numbers[i].label);
        for (const char *at = strstr(folded, numbers[i].label); at;
             at = strstr(at + 1, numbers[i].label)) {
            const char *end;
            if (!stands(folded, at, length))
                continue;
            const char *digits =
                digits_behind(finder->arena, at + length, numbers[i].least, numbers[i].most, &end);
            if (!digits)
                continue;
            const char *keep = numbers[i].keep;
            add(finder, numbers[i].kind,
                *keep ? arena_printf(finder->arena, "%s %s", keep, digits) : digits,
                around(finder->arena, block, folded, at), false);
        }
    }
}

/* Tax numbers of the European Union: two letters and what follows, behind a word for them. */
static void
scan_vat(struct finder *finder, const struct page_block *block, const char *folded)
{
    static const char *const labels[] = {
        "ust-idnr", "ust-id", "umsatzsteuer", "uid", "vat", "dic", "tva",
        "nip",      "p.iva",  "partita iva",  "btw", "cif", "nif"};
    static const char *const lands =
        "at be bg cy cz de dk ee el es fi fr gb hr hu ie it lt lu lv mt nl pl pt ro se si sk ";
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        const char *at = strstr(folded, labels[i]);
        if (!at || !stands(folded, at, strlen(labels[i])))
            continue;
        for (const char *p = at + strlen(labels[i]); *p && p < at + 50; p++) {
            char land[4] = {p[0], p[1], ' ', '\0'};
            if (!isalpha((unsigned char)p[0]) || isalnum((unsigned char)p[-1]) ||
                !isalpha((unsigned char)p[1]) || !strstr(lands, land))
                continue;
            char out[20] = {(char)toupper((unsigned char)p[0]), (char)toupper((unsigned char)p[1])};
            size_t n = 2, digits = 0;
            const char *q = p + 2;
            for (; n < 15 &&
                   (isalnum((unsigned char)*q) || (*q == ' ' && isdigit((unsigned char)q[1])));
                 q++) {
                if (*q == ' ')
                    continue;
                digits += isdigit((unsigned char)*q) != 0;
                out[n++] = (char)toupper((unsigned char)*q);
            }
            if (digits < 7)
                continue;
            out[n] = '\0';
            add(finder, PAGE_CLAIM_VAT, out, around(finder->arena, block, folded, at), false);
            return;
        }
    }
}

/* "© 2024 Acme GmbH. All rights reserved": the name behind the sign and the years. */
static const char *
behind_copyright(const char *text)
{
    const char *at = strstr(text, "\xC2\xA9");
    size_t skip = 2;
    if (!at) {
        at = strcasestr(text, "copyright");
        skip = 9;
    }
    if (!at)
        return text;
    at += skip;
    if (!strncasecmp(at, " copyright", 10))
        at += 10;
    if (!strncmp(at, " \xC2\xA9", 3))
        at += 3;
    while (*at &&
           (isdigit((unsigned char)*at) || strchr(" -,.", *at) || !strncmp(at, "\xE2\x80\x93", 3)))
        at += (unsigned char)*at == 0xE2 ? 3 : 1;
    if (!strncasecmp(at, "by ", 3))
        at += 3;
    return at;
}

/* True for a part that is a name with a legal form, and no sentence. */
static bool
is_legal_name(struct arena *arena, const char *text, struct company_name *name)
{
    size_t at = 0;
    int32_t first = text_next(text, strlen(text), &at);
    if (strlen(text) > NAME_MAX || !(text_is_upper(first) || text_is_digit(first)))
        return false;
    company_name_split(arena, text, name);
    return *name->form && strcmp(name->base, name->display) != 0 && !strpbrk(name->base, ",:|");
}

/* Words that hold the parts of a legal form together: "GmbH & Co. KG", "S.A. de C.V.". */
static bool
is_joint(const char *word, size_t length)
{
    static const char *const words[] = {"&", "und", "and", "et", "de", "e", "y", "i", "z"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == length && !strncmp(word, words[i], length))
            return true;
    return false;
}

static bool
is_word(const char *at, const char *end)
{
    for (; at < end; at++)
        if (isalnum((unsigned char)*at) ||
            ((unsigned char)*at >= 0xC3 && (unsigned char)*at != 0xE2))
            return true;
    return false;
}

/* Two words: "Agentura sova". */
static bool
is_short(const char *text)
{
    const char *blank = strchr(text, ' ');
    return !blank || !strchr(blank + 1, ' ');
}

/* In a sentence only words with capitals are a name. */
static bool
is_titled(const char *text)
{
    size_t length = strlen(text), at = 0;
    while (at < length) {
        size_t word = strcspn(text + at, " "), end = at + word;
        int32_t first = text_next(text, length, &at);
        if (text_is_lower(first) && word > 3)
            return false;
        at = end + strspn(text + end, " ");
    }
    return true;
}

/* Could the words before `end` be a legal form? Asked for each word of a page, so the table of forms
 * answers before the whole name is split. Other scripts are not judged here. */
static bool
may_end_form(const char *part, const char *end)
{
    char key[LEGAL_FORM_KEY_MAX];
    size_t room = sizeof key - 1, n = room;
    key[n] = '\0';
    int words = 0;
    for (const char *p = end; p > part && words < FORM_WORDS;) {
        unsigned char c = (unsigned char)*--p;
        if (c >= 0x80)
            return words == 0;
        if (isalnum(c) && n)
            key[--n] = (char)tolower(c);
        if ((c == ' ' || p == part) && n < room) {
            if (legal_form_by_key(key + n))
                return true;
            words++;
        }
    }
    return false;
}

/* The beginning of a part that is a legal name: "Acme SAS au capital de 80 000". The form ends with
 * the first word that no longer belongs to it. */
static bool
name_at(struct finder *finder, const char *part, const struct page_block *block)
{
    struct company_name name;
    const char *best = NULL, *word = part;
    bool front = may_end_form(part, part + strcspn(part, " ")); /* "SELARL Cabinet Lemoine" */
    size_t words = 0;
    for (const char *p = part; words < WORDS_MAX; p++) {
        if (*p && *p != ' ' && *p != ',')
            continue;
        words++;
        bool joint = is_joint(word, (size_t)(p - word));
        if (best && !joint && !is_word(word, p))
            break;
        if (words > 1 && (front || may_end_form(part, p)) &&
            is_legal_name(finder->arena, arena_strndup(finder->arena, part, (size_t)(p - part)),
                          &name) &&
            ((!block->prose && is_short(name.base)) || is_titled(name.base)))
            best = name.display;
        else if (best && !joint)
            break;
        if (!*p)
            break;
        p += *p == ',' && p[1] == ' ';
        word = p + 1;
    }
    if (best)
        add(finder, PAGE_CLAIM_LEGAL_NAME, best, around(finder->arena, block, block->text, part),
            false);
    return best != NULL;
}

/* Names with a legal form in a line: at its beginning, behind the sign of a copyright, or behind a
 * sign that parts it. */
static void
scan_name(struct finder *finder, const struct page_block *block)
{
    static const char *const signs[] = {": ", " | ", " \xE2\x80\x93 ", " - ", " \xC2\xB7 ",
                                        "; ", ". ",  " \xE2\x80\x94 "};
    const char *text = behind_copyright(block->text);
    if (strlen(text) > LINE_MAX ||
        (block->prose && strlen(text) > LINE_MAX / 2 && text == block->text &&
         block->part == PAGE_PART_MAIN && !strpbrk(text, "0123456789")))
        return;
    for (const char *part = text; part;) {
        const char *next = NULL;
        size_t skip = 0;
        if (name_at(finder, part, block))
            return;
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            const char *at = strstr(part, signs[i]);
            if (at && (!next || at < next)) {
                next = at;
                skip = strlen(signs[i]);
            }
        }
        part = next ? next + skip : NULL;
    }
}

size_t
page_claim_list(struct arena *arena, const struct page_text *text, const char *description,
                struct jsn *const *data, size_t n_data, struct page_claim **out)
{
    struct finder finder = {arena, ARENA_ARRAY(arena, PAGE_CLAIMS_MAX, struct page_claim), 0,
                            1970 + (int)(clock_now_ms() / 31556952000)};
    for (size_t i = 0; i < n_data; i++)
        if (page_data_is_organization(data[i]))
            add_data(&finder, data[i]);
    if (description) {
        const struct page_block block = {.text = description, .length = strlen(description)};
        scan_founded(&finder, &block, text_fold(arena, description));
    }
    for (size_t i = 0; i < text->n_blocks; i++) {
        const struct page_block *block = &text->blocks[i];
        if (block->length > BLOCK_MOST)
            continue; /* nobody writes so: data, or meant to keep us busy */
        bool digits = strpbrk(block->text, "0123456789") != NULL;
        scan_name(&finder, block);
        if (!digits)
            continue;
        const char *folded = text_fold(arena, block->text);
        scan_founded(&finder, block, folded);
        scan_staff(&finder, block, folded);
        scan_numbers(&finder, block, folded);
        scan_vat(&finder, block, folded);
    }
    *out = finder.of;
    return finder.n;
}

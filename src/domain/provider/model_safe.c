/* What a hostile page could talk a language model into. See model_safe.h. All of it compares folded text,
 * so that capitals, wide letters and accents change nothing. */
#include "domain/provider/model_safe.h"

#include <string.h>

#include "base/buf.h"
#include "base/host.h"
#include "base/psl.h"
#include "base/text.h"

enum {
    FOLDED_MOST = 512 * 1024,
    TOKEN_MOST = 300,
    PHONE_LEAST = 8,
    PHONE_BARE_LEAST = 9,
    GREETING_MOST = 80,
    GREETING_WORDS = 6
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_alnum(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c & 0x80);
}

/* True when `part` stands in `whole` and goes on neither before nor behind it. */
static bool
stands_in(const char *whole, const char *part)
{
    size_t length = strlen(part);
    for (const char *at = strstr(whole, part); at; at = strstr(at + 1, part)) {
        char before = at > whole ? at[-1] : ' ', after = at[length];
        bool ends = !is_alnum(after) && after != '-' && after != '@' &&
                    !(after == '.' && is_alnum(at[length + 1]));
        if (!is_alnum(before) && before != '-' && before != '@' && ends)
            return true;
    }
    return false;
}

/* Links and addresses. ------------------------------------------------------------------------ */

/* A name of a machine under a suffix that exists: "acme.com", not "Node.js" or "z.B.". */
static bool
is_host(struct arena *arena, const char *token)
{
    const char *host;
    struct psl psl;
    if (host_read(arena, token, strcspn(token, "/:?#"), &host) != HOST_NAME)
        return false;
    psl_split(host, &psl);
    return psl.registrable && psl.listed;
}

static bool
is_address(const char *token)
{
    const char *at = strchr(token, '@');
    return at && at > token && strchr(at, '.') != NULL;
}

static bool
is_link(struct arena *arena, const char *token)
{
    return strstr(token, "://") || text_starts(token, "www.") || text_starts(token, "mailto:") ||
           text_starts(token, "tel:") || text_starts(token, "javascript:") || is_host(arena, token);
}

/* "https://www.acme.com/" and "acme.com" are the same to people. */
static const char *
bare(struct arena *arena, const char *token)
{
    const char *scheme = strstr(token, "://");
    const char *start = scheme ? scheme + 3 : token;
    size_t length;
    start += text_starts(start, "mailto:") ? 7 : text_starts(start, "tel:") ? 4 : 0;
    start += text_starts(start, "www.") ? 4 : 0;
    length = strlen(start);
    while (length && start[length - 1] == '/')
        length--;
    return arena_strndup(arena, start, length);
}

static bool
is_theirs(struct arena *arena, const char *token, const struct letter_company *company)
{
    const char *name = company->name ? text_fold(arena, company->name) : "";
    const char *domain = company->domain ? text_fold(arena, company->domain) : "";
    return !strpbrk(token, "/:?#") && (!strcmp(token, domain) || stands_in(name, token));
}

const char *
model_safe_link(struct arena *arena, const char *text, const struct letter_request *request,
                const struct model_prompt *prompt)
{
    const char *folded = text_fold(arena, text), *own = text_fold(arena, prompt->own);
    for (const char *at = folded; *at;) {
        size_t length = strcspn(at, " \n\t\"<>()[]{}|,;");
        const char *next = at + length + (at[length] != '\0');
        while (length && strchr(".!?:'*_/-", at[length - 1]))
            length--;
        while (length && strchr("'*_-.", *at)) {
            at++;
            length--;
        }
        const char *token =
            bare(arena, arena_strndup(arena, at, length < TOKEN_MOST ? length : TOKEN_MOST));
        bool link = is_link(arena, arena_strndup(arena, at, length));
        if (link && !stands_in(own, token) && !is_theirs(arena, token, &request->company))
            return arena_printf(arena,
                                "The message has a link that was not given (%s). Look at the pages "
                                "it was written from.",
                                text_cut(arena, token, 60));
        if (!link && is_address(token) && !stands_in(own, token))
            return arena_printf(
                arena,
                "The message has an e-mail address that was not given (%s). Look at "
                "the pages it was written from.",
                text_cut(arena, token, 60));
        at = next;
    }
    return NULL;
}

/* Phone numbers. ------------------------------------------------------------------------------ */

static const char *
digits_of(struct arena *arena, const char *text, size_t length)
{
    struct buf buf;
    buf_init(&buf, arena, FOLDED_MOST);
    for (size_t i = 0; i < length; i++)
        if (is_digit(text[i]))
            buf_char(&buf, text[i]);
    return buf.data;
}

/* Money has that many digits, too. */
static bool
is_money(const char *folded, const char *at, size_t length)
{
    static const char *const units[] = {"eur", "usd", "czk", "kc",  "chf",
                                        "gbp", "$",   "%",   "pln", "\xe2\x82\xac"};
    const char *after = at + length;
    after += *after == ' ';
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t n = strlen(units[i]), back = (size_t)(at - folded);
        if (text_starts(after, units[i]) || (back >= n && !memcmp(at - n, units[i], n)) ||
            (back > n && at[-1] == ' ' && !memcmp(at - n - 1, units[i], n)))
            return true;
    }
    return false;
}

const char *
model_safe_phone(struct arena *arena, const char *text, const struct model_prompt *prompt)
{
    const char *folded = text_fold(arena, text);
    const char *own = digits_of(arena, prompt->own, strlen(prompt->own));
    for (const char *at = folded; *at;) {
        size_t length =
            is_digit(*at) || *at == '+' || *at == '(' ? strspn(at, "0123456789+()./- ") : 0;
        const char *next = at + (length ? length : 1);
        while (length && !is_digit(at[length - 1]))
            length--;
        const char *digits = digits_of(arena, at, length);
        size_t n = strlen(digits);
        bool marked = length && (*at == '+' || text_starts(at, "00"));
        if (n >= (marked ? PHONE_LEAST : PHONE_BARE_LEAST) && !strstr(own, digits) &&
            (marked || !is_money(folded, at, length)))
            return arena_printf(
                arena,
                "The message has a phone number that was not given (%s). Look at the "
                "pages it was written from.",
                arena_strndup(arena, at, length < 40 ? length : 40));
        at = next;
    }
    return NULL;
}

/* The addressee. ------------------------------------------------------------------------------ */

/* Blanks around each word, folded. */
static const char greetings[] = " ahoj all bc bonjour buen buenas buenos cher chere cheres chers "
                                "colleagues comtesse damen de dear dekan del den "
                                "der dia dias dobre dobry doc docent don dona dr drazi el en "
                                "equipe equipo estimada estimado estimados everyone "
                                "frau gehrte gehrter geehrte geehrten geehrter good gott gruss "
                                "guten hallo hej hello herr herren herrn hey hi hola "
                                "ing jour judr kolegove la le les liebe lieber liebes los madam "
                                "madame mba mgr miss mister mlle mme mohito moin "
                                "monsieur morgen morning mr mrs ms mudr mx noches odpoledne paed "
                                "pan pane pani phd phdr prof professor professeur "
                                "profesor rndr salut sehr senor senora servus sir slecno sr sra "
                                "srta tag tardes team there vazena vazeny vazeni "
                                "vecer von abend afternoon evening zdravim ";

static bool
is_greeting(struct arena *arena, const char *word)
{
    return strstr(greetings, arena_printf(arena, " %s ", word)) != NULL;
}

/* Declined forms of a name begin as it does: Petr, Petře; Nováková, Novákové. */
static bool
is_form_of(const char *word, const char *name)
{
    size_t length = strlen(name), same = 0, need = length <= 2 ? length : length == 3 ? 2 : 3;
    while (same < length && word[same] == name[same])
        same++;
    return length && same >= need;
}

/* Calls for each word of `names`, letters only, folded. */
static bool
is_among(struct arena *arena, const char *word, const char *names)
{
    const char *folded = text_fold(arena, names ? names : "");
    while (*folded) {
        size_t length = 0;
        while (is_alnum(folded[length]))
            length++;
        if (length && is_form_of(word, arena_strndup(arena, folded, length)))
            return true;
        folded += length ? length : 1;
    }
    return false;
}

/* The capitalised words of a greeting behind its first: names, once titles are gone. *theirs: one is the
 * person's. Returns the first that is somebody else's; NULL. */
static const char *
stranger_in(struct arena *arena, const char *line, size_t length,
            const struct letter_request *request, bool *theirs)
{
    const char *stranger = NULL;
    size_t words = 0;
    *theirs = false;
    for (size_t at = 0; at < length;) {
        size_t from = at, end = at;
        int32_t first = text_next(line, length, &end), cp = first;
        while (text_is_letter(cp) || text_is_mark(cp)) {
            at = end;
            cp = text_next(line, length, &end);
        }
        if (at == from) {
            at = end > at ? end : length;
            continue;
        }
        const char *written = arena_strndup(arena, line + from, at - from),
                   *word = text_fold(arena, written);
        if (words++ && text_is_upper(first) && !is_greeting(arena, word)) {
            if (is_among(arena, word, request->person.first_name) ||
                is_among(arena, word, request->person.last_name) ||
                is_among(arena, word, request->person.prefix))
                *theirs = true;
            else if (!is_among(arena, word, request->company.name) && text_count(written) > 1)
                stranger = stranger ? stranger : written;
        }
    }
    return words <= GREETING_WORDS ? stranger : NULL;
}

const char *
model_safe_addressee(struct arena *arena, const char *text, const struct letter_request *request)
{
    size_t length = strcspn(text, ",!:;?\n");
    bool theirs;
    if (!strcmp(request->channel, "call") || !text[length] || length > GREETING_MOST)
        return NULL;
    const char *stranger = stranger_in(arena, text, length, request, &theirs);
    return stranger && !theirs
               ? arena_printf(arena,
                              "The message speaks to somebody else (%s). Look at the pages it was "
                              "written from.",
                              stranger)
               : NULL;
}

/* Figures. ------------------------------------------------------------------------------------ */

/* Folded, and without what stands between the digits of a number. */
static void
add_figures(struct buf *buf, struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text ? text : "");
    for (const char *c = folded; *c; c++)
        if (!(strchr(" ,.'", *c) && c > folded && is_digit(c[-1]) && is_digit(c[1])))
            buf_char(buf, *c);
    buf_char(buf, '\n');
}

const char *
model_safe_figure(struct arena *arena, const char *text, const struct letter_request *request,
                  const struct model_prompt *prompt)
{
    /* How long a talk takes, and the hours of a day, are no facts about anybody. */
    static const char usual[] = " 10 15 20 24 30 45 60 ";
    const char *folded = text_fold(arena, text);
    struct buf known;
    buf_init(&known, arena, FOLDED_MOST);
    add_figures(&known, arena, prompt->own);
    add_figures(&known, arena, request->first_subject);
    add_figures(&known, arena, request->company.name);
    for (size_t i = 0; i < prompt->n_facts; i++) {
        add_figures(&known, arena, prompt->facts[i].text);
        add_figures(&known, arena, prompt->facts[i].snippet);
    }
    for (const char *at = folded; *at;) {
        size_t length = strspn(at, "0123456789");
        const char *figure = arena_strndup(arena, at, length);
        at += length ? length : 1;
        if (length > 1 && !strstr(known.data, figure) &&
            !strstr(usual, arena_printf(arena, " %s ", figure)))
            return arena_printf(arena,
                                "The message has a figure that stands in none of the facts it was "
                                "given (%s). Try again.",
                                text_cut(arena, figure, 20));
    }
    return NULL;
}

/* What is worth writing about. See letter_evidence.h. */
#include "domain/writing/letter_evidence.h"

#include <string.h>

#include "base/text.h"
#include "domain/writing/letter_quote.h"
#include "domain/writing/letter_slots.h"

/* Parts of words in category, key and name of a signal, the most telling first. A blank stands for a
 * border of words. */
static const struct {
    const char *word;
    enum letter_topic topic;
} marks[] = {
    {"hiring",     TOPIC_HIRING   },
    {"recruit",    TOPIC_HIRING   },
    {" job",       TOPIC_HIRING   },
    {"career",     TOPIC_HIRING   },
    {"vacanc",     TOPIC_HIRING   },
    {"talent",     TOPIC_HIRING   },
    {"regulat",    TOPIC_REGULATED},
    {"industry r", TOPIC_REGULATED},
    {"sensitive",  TOPIC_REGULATED},
    {"secur",      TOPIC_SECURITY },
    {"complian",   TOPIC_SECURITY },
    {"certif",     TOPIC_SECURITY },
    {"privacy",    TOPIC_SECURITY },
    {"fund",       TOPIC_FUNDING  },
    {"invest",     TOPIC_FUNDING  },
    {"series ",    TOPIC_FUNDING  },
    {"news",       TOPIC_FUNDING  },
    {" agent",     TOPIC_AI       },
    {" llm",       TOPIC_AI       },
    {" ai ",       TOPIC_AI       },
    {"machine l",  TOPIC_AI       },
    {"developer",  TOPIC_PLATFORM },
    {" api ",      TOPIC_PLATFORM },
    {"platform",   TOPIC_PLATFORM },
    {"open sourc", TOPIC_PLATFORM },
    {"size",       TOPIC_SIZE     },
    {"growth",     TOPIC_SIZE     },
    {"expan",      TOPIC_SIZE     },
    {"young",      TOPIC_SIZE     },
    {"product",    TOPIC_PRODUCT  },
    {"pricing",    TOPIC_PRODUCT  },
    {"feature",    TOPIC_PRODUCT  },
};

enum letter_topic
letter_topic_of(struct arena *arena, const struct letter_signal *signal)
{
    const char *texts[] = {signal->category, signal->name, signal->key};
    for (size_t t = 0; t < 3; t++) {
        if (!texts[t] || strlen(texts[t]) > 200)
            continue;
        char *text = arena_printf(arena, " %s ", texts[t]);
        for (char *at = text; *at; at++) {
            if (*at >= 'A' && *at <= 'Z')
                *at = (char)(*at - 'A' + 'a');
            if (strchr("_-/.,", *at))
                *at = ' ';
        }
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (strstr(text, marks[i].word))
                return marks[i].topic;
    }
    if (signal->page_kind && page_kind_named(signal->page_kind) == PAGE_CAREERS)
        return TOPIC_HIRING;
    return TOPIC_OTHER;
}

static const char *
address(const struct letter_pen *pen, const struct letter_address *of)
{
    return pen->informal && of->informal ? of->informal : of->formal;
}

static struct letter_fill
quoted(const struct letter_pen *pen, const char *text, const char *kind,
       const struct letter_signal *from)
{
    if (!text)
        return (struct letter_fill){0};
    return (struct letter_fill){.text = arena_printf(pen->arena, "%s%s%s", pen->words->quote_open,
                                                     text, pen->words->quote_close),
                                .claim = kind,
                                .snippet = from->snippet ? from->snippet : text,
                                .url = from->url,
                                .at = from->at};
}

/* True when the sender's own words speak of it too: otherwise a letter that begins with it would have
 * nothing to do with what follows. */
static bool
concerns(const struct letter_pen *pen, const char *text)
{
    const struct letter_offer *offer = &pen->request->offer;
    const char *own[] = {offer->does, offer->outcome, offer->proof, offer->ask};
    const char *wanted = text && strlen(text) < 200 ? text_fold(pen->arena, text) : "";
    for (size_t i = 0; *wanted && i < sizeof own / sizeof *own; i++)
        if (own[i] && strstr(text_fold(pen->arena, own[i]), wanted))
            return true;
    return false;
}

static bool
of_fact(const struct letter_pen *pen, const struct letter_fact *fact, struct letter_evidence *out)
{
    static const struct {
        const char *kind;
        enum letter_topic topic;
    } kinds[] = {
        {"technology",  TOPIC_TECHNOLOGY },
        {"certificate", TOPIC_CERTIFICATE},
        {"customer",    TOPIC_CUSTOMER   },
        {"product",     TOPIC_PRODUCT    },
        {"news",        TOPIC_NEWS       },
    };
    for (size_t i = 0; fact->kind && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].kind, fact->kind))
            continue;
        bool news = kinds[i].topic == TOPIC_NEWS;
        if (!news && !concerns(pen, fact->text))
            return false;
        struct letter_signal from = {.snippet = fact->snippet, .url = fact->url, .at = fact->at};
        *out = (struct letter_evidence){.topic = kinds[i].topic,
                                        .on = {.text = address(pen, &pen->words->site)}};
        if (news)
            out->says = quoted(pen, letter_clause(pen->arena, fact->text, NULL), "news", &from);
        else
            out->fact = (struct letter_fill){.text = letter_value(pen->arena, fact->text, 60),
                                             .claim = fact->kind,
                                             .snippet = fact->snippet,
                                             .url = fact->url,
                                             .at = fact->at};
        return out->says.text || out->fact.text;
    }
    return false;
}

static bool
of_signal(const struct letter_pen *pen, const struct letter_signal *signal,
          struct letter_evidence *out)
{
    const char *language = signal->language;
    bool foreign = language && *language && strncmp(language, pen->words->code, 2) &&
                   strncmp(language, "en", 2);
    /* Scoring shows what a site is built with in these words; no page says them. */
    if (signal->found && signal->snippet && text_starts(signal->snippet, "Uses ") &&
        !strcmp(signal->snippet + strlen("Uses "), signal->found))
        return signal->points > 0 &&
               of_fact(pen,
                       &(struct letter_fact){"technology", signal->found, signal->snippet,
                                             signal->url, signal->at},
                       out);
    const char *says = foreign ? NULL : letter_clause(pen->arena, signal->snippet, signal->found);
    const char *term = says ? NULL : letter_term(pen->arena, signal->found);
    if (signal->points < 1 || (!says && !term))
        return false;
    enum page_kind kind = signal->page_kind ? page_kind_named(signal->page_kind) : PAGE_KINDS;
    const struct letter_address *on = kind < PAGE_KINDS && pen->words->pages[kind].formal
                                          ? &pen->words->pages[kind]
                                          : &pen->words->site;
    *out = (struct letter_evidence){.topic = letter_topic_of(pen->arena, signal),
                                    .says = quoted(pen, says, "signal", signal),
                                    .term = quoted(pen, term, "signal", signal),
                                    .on = {.text = address(pen, on)}};
    return true;
}

/* How the company describes itself, in a clause of its own. */
static bool
of_description(const struct letter_pen *pen, struct letter_evidence *out)
{
    const struct letter_company *company = &pen->request->company;
    struct letter_signal from = {.snippet = company->description, .url = company->url};
    const char *clause = letter_clause(pen->arena, company->description, NULL);
    *out = (struct letter_evidence){.topic = TOPIC_ABOUT,
                                    .says = quoted(pen, clause, "company.description", &from),
                                    .on = {.text = address(pen, &pen->words->site)}};
    return clause && pen->slots[SLOT_COMPANY].text;
}

/* Keeps `one` unless its topic is there already. */
static size_t
keep(struct letter_evidence *out, size_t n, const struct letter_evidence *one)
{
    for (size_t i = 0; i < n; i++)
        if (out[i].topic == one->topic)
            return n;
    out[n] = *one;
    return n + 1;
}

size_t
letter_evidence(const struct letter_pen *pen, struct letter_evidence out[LETTER_EVIDENCE_MOST])
{
    const struct letter_request *request = pen->request;
    size_t n = 0;
    if (request->personalisation < 4)
        return 0;
    int64_t below = INT64_MAX;
    for (;;) {
        /* The next weight down; equal ones in the order in which they came. */
        int64_t points = 0;
        for (size_t i = 0; i < request->n_signals; i++)
            if (request->signals[i].points < below && request->signals[i].points > points)
                points = request->signals[i].points;
        if (points == 0)
            break;
        for (size_t i = 0; i < request->n_signals && n < LETTER_EVIDENCE_MOST; i++) {
            struct letter_evidence one;
            if (request->signals[i].points == points && of_signal(pen, &request->signals[i], &one))
                n = keep(out, n, &one);
        }
        below = points;
    }
    for (size_t i = 0; i < request->n_facts && n < LETTER_EVIDENCE_MOST; i++) {
        struct letter_evidence one;
        if (of_fact(pen, &request->facts[i], &one))
            n = keep(out, n, &one);
    }
    /* People know what their company says of itself: it opens a letter where nothing else does. */
    struct letter_evidence about;
    if (n == 0 && letter_context(pen, 0) <= TOPIC_COMPANY && of_description(pen, &about))
        n = keep(out, n, &about);
    return n;
}

void
letter_show(struct letter_pen *pen, const struct letter_evidence *evidence)
{
    pen->slots[SLOT_SAYS] = evidence->says;
    pen->slots[SLOT_TERM] = evidence->term;
    pen->slots[SLOT_ON] = evidence->on;
    pen->slots[SLOT_FACT] = evidence->fact;
}

/* What the reader's place in the company says of their part in it. */
static enum letter_topic
of_role(const struct letter_pen *pen)
{
    if (letter_leads(pen))
        return TOPIC_LEAD;
    const char *seniority = pen->request->person.seniority;
    return seniority && !strcmp(seniority, "individual_contributor") ? TOPIC_HANDS : TOPIC_ROLE;
}

static enum letter_topic
of_size(const struct letter_pen *pen)
{
    enum company_size_bucket size = letter_size(pen);
    return size <= COMPANY_SIZE_SMALL    ? TOPIC_SMALL
           : size == COMPANY_SIZE_MEDIUM ? TOPIC_MIDDLE
                                         : TOPIC_LARGE;
}

enum letter_topic
letter_context(const struct letter_pen *pen, size_t turn)
{
    const struct letter_fill *slots = pen->slots;
    enum letter_topic can[4];
    size_t n = 0;
    if (!slots[SLOT_COMPANY].text)
        return TOPIC_PLAIN;
    const struct {
        const char *known;
        enum letter_topic topic;
    } all[] = {
        {slots[SLOT_JOB].text,     of_role(pen) },
        {slots[SLOT_STAFF].text,   of_size(pen) },
        {slots[SLOT_PEERS].text,   TOPIC_PLACE  },
        {slots[SLOT_FOUNDED].text, TOPIC_FOUNDED},
    };
    /* Only what the language has a sentence for. */
    for (size_t i = 0; i < 4; i++)
        if (all[i].known && letter_pick(pen, LETTER_OPEN, (int)all[i].topic).text)
            can[n++] = all[i].topic;
    return turn < n ? can[(letter_chance(pen, 77, n) + turn) % n] : TOPIC_COMPANY;
}

/* Hints about a text. See message_check.h. */
#include "domain/message/message_check.h"

#include <string.h>

#include "base/text.h"
#include "domain/sequence/campaign_channel.h"
#include "domain/writing/letter_register.h"

enum {
    WORDS_LEAST = 20,    /* of an e-mail: less says nothing */
    WORDS_MOST = 200,    /* more is not read */
    SENTENCE_LEAST = 25, /* characters: shorter ones are greetings */
    SENTENCE_SHOWN = 40, /* characters of a sentence that is quoted */
    OTHERS_LEAST = 3,    /* that many get the same sentence before it is said */
    SPAM_SHOWN = 3,
};

/* Folded, as text_fold makes them. Words of their own only. */
static const struct {
    const char *language;
    const char *words[24];
} spam[] = {
    {"en",
     {"100%",
      "act now",
      "amazing",
      "best price",
      "buy now",
      "cash",
      "cheap",
      "click here",
      "discount",
      "free",
      "guarantee",
      "guaranteed",
      "incredible",
      "limited time",
      "no obligation",
      "offer expires",
      "once in a lifetime",
      "risk free",
      "special offer",
      "urgent",
      "winner",
      NULL}                                                                             },
    {"cs",
     {"100%", "akce", "bez zavazku", "exkluzivni", "garance", "garantujeme", "ihned",
      "kliknete zde", "kupte", "nejlepsi cena", "neuveritelne", "sleva", "super nabidka",
      "urgentni", "vyhrali jste", "vyhra", "zaruka", "zdarma", NULL}                    },
    {"de",
     {"100%", "angebot endet", "einmalig", "exklusiv", "garantie", "garantiert", "geld verdienen",
      "gewinn", "gratis", "hier klicken", "jetzt kaufen", "kostenlos", "nur heute", "rabatt",
      "risikofrei", "sonderangebot", "unglaublich", "unverbindlich", NULL}              },
    {"fr",
     {"100%", "argent facile", "cliquez ici", "derniere chance", "exclusif", "garanti", "garantie",
      "gratuit", "gratuitement", "incroyable", "offre limitee", "offre speciale", "promotion",
      "rabais", "remise", "sans engagement", "sans risque", "urgent", NULL}             },
    {"es",
     {"100%", "compre ahora", "descuento", "dinero facil", "exclusivo", "ganador", "garantia",
      "garantizado", "gratis", "haga clic", "increible", "oferta especial", "oferta limitada",
      "sin compromiso", "sin riesgo", "solo hoy", "ultima oportunidad", "urgente", NULL}},
};

struct checks {
    struct arena *arena;
    struct message_check *out;
    size_t n;
};

static void
add(struct checks *checks, bool warn, const char *text)
{
    checks->out[checks->n++] = (struct message_check){warn, text};
}

static size_t
words_in(const char *text)
{
    size_t n = 0, length = strlen(text);
    bool inside = false;
    for (size_t at = 0; at < length;) {
        bool space = text_is_space(text_next(text, length, &at));
        n += !space && !inside;
        inside = !space;
    }
    return n;
}

static void
check_length(struct checks *checks, const struct message_check_of *of)
{
    const struct campaign_channel *channel = campaign_channel_of(of->channel);
    size_t words = words_in(of->body), length = text_count(of->body);
    bool email = !strcmp(of->channel, "email");
    if (channel && (!email || length > (size_t)channel->most))
        add(checks, length > (size_t)channel->most,
            arena_printf(checks->arena, "%zu of %lld characters", length,
                         (long long)channel->most));
    else
        add(checks, words < WORDS_LEAST || words > WORDS_MOST,
            arena_printf(checks->arena, "%zu words", words));
    if (of->subject)
        add(checks, text_count(of->subject) > MESSAGE_SUBJECT_MOST,
            arena_printf(checks->arena, "Subject %zu of %d", text_count(of->subject),
                         MESSAGE_SUBJECT_MOST));
}

static bool
is_link(const char *at)
{
    return !strncmp(at, "http://", 7) || !strncmp(at, "https://", 8) || !strncmp(at, "www.", 4);
}

static void
check_asks(struct checks *checks, const char *body)
{
    size_t questions = 0, links = 0;
    for (const char *at = body; *at; at++) {
        if (is_link(at)) {
            links++;
            at += strcspn(at, " \n\t<>\"") - 1;
        } else {
            questions += *at == '?' && at[1] != '?';
        }
    }
    add(checks, questions != 1,
        !questions       ? "No question"
        : questions == 1 ? "One question"
                         : arena_printf(checks->arena, "%zu questions", questions));
    add(checks, links > 1,
        !links       ? "No link"
        : links == 1 ? "One link"
                     : arena_printf(checks->arena, "%zu links", links));
}

/* Whether `word` stands in folded text as words of its own. */
static bool
has_words(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at++) {
        bool from = at == text || !strchr("abcdefghijklmnopqrstuvwxyz0123456789", at[-1]);
        if (from && (!at[length] || !strchr("abcdefghijklmnopqrstuvwxyz0123456789", at[length])))
            return true;
    }
    return false;
}

static void
check_spam(struct checks *checks, const struct message_check_of *of)
{
    const char *found = "",
               *text =
                   text_fold(checks->arena, arena_printf(checks->arena, "%s %s",
                                                         of->subject ? of->subject : "", of->body));
    size_t n = 0;
    for (size_t i = 0; i < sizeof spam / sizeof *spam; i++)
        for (size_t k = 0; !strcmp(spam[i].language, of->language) && spam[i].words[k]; k++)
            if (has_words(text, spam[i].words[k]) && n++ < SPAM_SHOWN)
                found = arena_printf(checks->arena, "%s%s“%s”", found, *found ? ", " : "",
                                     spam[i].words[k]);
    if (n)
        add(checks, true, arena_printf(checks->arena, "Reads like advertising: %s", found));
}

/* How many of the others hold a sentence. */
static size_t
used_by(const struct message_check_of *of, const char *sentence)
{
    size_t n = 0;
    for (size_t i = 0; i < of->n_others; i++)
        n += strstr(of->others[i], sentence) != NULL;
    return n;
}

/* The sentence that most others get, too; what the sender says to everybody is no news. */
static void
check_likeness(struct checks *checks, const struct message_check_of *of)
{
    const char *worst = NULL;
    size_t most = OTHERS_LEAST - 1;
    for (const char *at = of->body; *at;) {
        size_t length = strcspn(at, ".?!\n");
        bool ended = at[length] && at[length] != '\n';
        const char *sentence = text_trim(checks->arena, arena_strndup(checks->arena, at, length));
        at += length + (at[length] ? 1 : 0);
        if (!ended || text_count(sentence) < SENTENCE_LEAST ||
            (of->offer && strstr(of->offer, text_squeeze(checks->arena, sentence))))
            continue;
        size_t n = used_by(of, sentence);
        if (n > most) {
            most = n;
            worst = sentence;
        }
    }
    if (!worst)
        return;
    const char *shown =
        text_count(worst) > SENTENCE_SHOWN
            ? arena_printf(checks->arena, "%s…", text_cut(checks->arena, worst, SENTENCE_SHOWN))
            : worst;
    add(checks, true, arena_printf(checks->arena, "“%s”: used in %zu others", shown, most));
}

/* A letter that says Sie and du. */
static void
check_address(struct checks *checks, const struct message_check_of *of)
{
    const char *word =
        of->formality ? letter_register_clash(checks->arena, of->language, of->formality, of->body)
                      : NULL;
    bool informal = of->formality && !strcmp(of->formality, "informal");
    if (word)
        add(checks, true,
            arena_printf(checks->arena, "“%s” is %s, the message is %s", word,
                         informal ? "formal" : "informal", informal ? "informal" : "formal"));
}

size_t
message_check(struct arena *arena, const struct message_check_of *of, struct message_check **out)
{
    struct checks checks = {arena, ARENA_ARRAY(arena, MESSAGE_CHECKS_MOST, struct message_check),
                            0};
    check_length(&checks, of);
    check_asks(&checks, of->body);
    check_spam(&checks, of);
    check_likeness(&checks, of);
    check_address(&checks, of);
    if (!of->claims)
        add(&checks, true, "Nothing about this person or company");
    *out = checks.out;
    return checks.n;
}

/* Kinds of pages by the words of addresses and links. See page_kind.h. */
#include "domain/page/page_kind.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/uri_web.h"

enum { SEGMENTS_MAX = 8, ANCHOR_MAX = 60, TOKENS_SHORT = 3 };

static const char *const names[PAGE_KINDS] = {
    [PAGE_OTHER] = "other",     [PAGE_HOME] = "home",       [PAGE_ABOUT] = "about",
    [PAGE_TEAM] = "team",       [PAGE_PRODUCT] = "product", [PAGE_PRICING] = "pricing",
    [PAGE_CAREERS] = "careers", [PAGE_DOCS] = "docs",       [PAGE_SECURITY] = "security",
    [PAGE_BLOG] = "blog",       [PAGE_LEGAL] = "legal",     [PAGE_CONTACT] = "contact",
};

/* Folded phrases of a kind, each between bars; `share` is how much of a match they are worth, in
 * hundredths: "company" often leads to a page about the company, "about us" always does. */
struct words {
    enum page_kind kind;
    int share;
    const char *phrases;
};

/* clang-format off */
static const struct words words[] = {
    {PAGE_ABOUT, 100,
     "|about|about us|aboutus|who we are|our company|our story|our mission|about the company"
     "|uber uns|ueber uns|ueberuns|wir uber uns|das unternehmen|firmenprofil|unternehmensprofil"
     "|a propos|apropos|qui sommes nous|notre entreprise|notre histoire|l entreprise"
     "|sobre nosotros|nosotros|quienes somos|acerca de|nuestra empresa|conocenos"
     "|o nas|onas|o spolecnosti|o firme|nas pribeh|o spolocnosti|o firmie|kim jestesmy"
     "|chi siamo|azienda|la nostra storia|over ons|wie zijn wij|om oss|om os|tietoa meista|yritys"
     "|sobre nos|quem somos|rolunk|despre noi|"},
    {PAGE_ABOUT, 60,
     "|our firm|the firm|our practice|group|the group|die kanzlei|kanzlei|die praxis|gruppe"
     "|le cabinet|cabinet|le groupe|groupe|l atelier|el grupo|grupo|skupina|grupa"
     "|company|mission|story|vision|values|unternehmen|profil|firma|entreprise|empresa|spolecnost"
     "|historie|history|bedrijf|foretaget|"},
    {PAGE_TEAM, 100,
     "|team|our team|the team|meet the team|leadership|our leadership|leadership team|management"
     "|management team|executive team|board|board of directors|founders|our people"
     "|das team|unser team|geschaftsfuhrung|geschaeftsfuehrung|ansprechpartner|vorstand|mitarbeiter"
     "|equipe|notre equipe|l equipe|direction|dirigeants|equipo|nuestro equipo|directiva"
     "|tym|nas tym|vedeni|vedeni spolecnosti|lide|zespol|nasz zespol|zarzad|kierownictwo"
     "|il team|squadra|ons team|het team|vart team|teamet|ledning|ledelse|tiimi|vezetoseg|equipa|"},
    {PAGE_TEAM, 80,
     "|our doctors|doctors|our lawyers|lawyers|attorneys|our consultants|unsere arzte|arzte|aerzte"
     "|rechtsanwalte|anwalte|steuerberater|equipe medicale|medecins|avocats|nos avocats"
     "|equipo medico|medicos|abogados|nasi lekari|lekari|advokati|nasi lekarze|lekarze|prawnicy|"},
    {PAGE_TEAM, 60, "|people|staff|advisors|kontaktni osoby|"},
    {PAGE_PRODUCT, 100,
     "|product|products|platform|features|solutions|solution|services|our services|what we do"
     "|how it works|what we offer|losung|loesung|so funktioniert es|nos metiers|metiers|prestations"
     "|como funciona|jak to funguje|jak to dziala|rozwiazanie|produkt|produkte|losungen|loesungen|leistungen|dienstleistungen|funktionen"
     "|plattform|angebot|produit|produits|fonctionnalites|nos solutions|nos services|plateforme"
     "|producto|productos|soluciones|servicios|caracteristicas|funcionalidades|plataforma"
     "|produkty|sluzby|reseni|funkce|platforma|uslugi|rozwiazania|oferta|funkcje"
     "|prodotti|soluzioni|servizi|producten|diensten|oplossingen|produkter|tjanster|losninger"
     "|tuotteet|palvelut|ratkaisut|produtos|solucoes|servicos|szolgaltatasok|"},
    {PAGE_PRODUCT, 60, "|use cases|integrations|industries|overview|tour|capabilities|"},
    {PAGE_PRICING, 100,
     "|pricing|prices|plans|plans and pricing|pricing plans|plans pricing|preise|preisliste|tarife"
     "|preise und tarife|tarifs|nos tarifs|tarification|precios|tarifas|planes|cenik|ceny|cennik"
     "|plany|prezzi|tariffe|prijzen|tarieven|priser|hinnat|hinnasto|precos|arak|"},
    {PAGE_CAREERS, 100,
     "|careers|career|jobs|job|join us|join our team|work with us|vacancies|open positions"
     "|we are hiring|hiring|openings|karriere|stellenangebote|stellen|jobs und karriere"
     "|offene stellen|carriere|carrieres|recrutement|rejoignez nous|nous rejoindre|emplois|empleo"
     "|trabaja con nosotros|carreras|unete|kariera|volna mista|prace u nas|pridejte se"
     "|pracuj z nami|oferty pracy|praca|lavora con noi|carriera|vacatures|werken bij|jobb|karriar"
     "|ledige stillinger|avoimet tyopaikat|ura|trabalhe conosco|karrier|allasok|"},
    {PAGE_DOCS, 100,
     "|docs|documentation|developers|developer|api|api docs|api reference|guides|developer docs"
     "|dokumentation|entwickler|doku|documentacion|desarrolladores|documentation technique"
     "|developpeurs|dokumentace|vyvojari|pro vyvojare|dokumentacja|deweloperzy|documentazione"
     "|documentatie|dokumentaatio|documentacao|"},
    {PAGE_DOCS, 60, "|help|help center|support|faq|knowledge base|manual|reference|hilfe|napoveda|"},
    {PAGE_SECURITY, 100,
     "|security|trust|trust center|trust centre|compliance|information security|security and trust"
     "|data security|sicherheit|datensicherheit|informationssicherheit|securite|seguridad"
     "|cumplimiento|bezpecnost|bezpieczenstwo|sicurezza|beveiliging|sakerhet|sikkerhet|sikkerhed"
     "|tietoturva|seguranca|biztonsag|"},
    {PAGE_SECURITY, 60, "|gdpr|certifications|iso 27001|soc 2|zertifizierung|zertifikate|certifikaty|"},
    {PAGE_BLOG, 100,
     "|blog|news|newsroom|press|magazine|articles|insights|our blog|aktuelles|neuigkeiten|presse"
     "|magazin|nachrichten|actualites|actus|presse et actualites|noticias|actualidad|prensa|novinky"
     "|clanky|aktuality|tiskove zpravy|aktualnosci|wiadomosci|notizie|nieuws|nyheter|nyheder"
     "|uutiset|ajankohtaista|hirek|"},
    {PAGE_BLOG, 60, "|stories|resources|events|updates|changelog|media|"},
    {PAGE_LEGAL, 100,
     "|imprint|impressum|legal notice|legal|mentions legales|aviso legal|note legali|colofon"
     "|pravni informace|pravne informacie|nota prawna|informacje prawne|impresszum|"},
    {PAGE_LEGAL, 60,
     "|privacy|privacy policy|terms|terms of service|terms and conditions|datenschutz|agb"
     "|datenschutzerklarung|cgu|cgv|politique de confidentialite|politica de privacidad|privacidad"
     "|ochrana osobnich udaju|obchodni podminky|gdpr a ochrana udaju|regulamin"
     "|confidentialite|donnees personnelles|ochrana udaju|prywatnosc|rodo"
     "|polityka prywatnosci|privacyverklaring|informativa privacy|"},
    {PAGE_CONTACT, 100,
     "|contact|contact us|contacts|contactus|get in touch|kontakt|kontakte|kontakt aufnehmen"
     "|nous contacter|contactez nous|contacto|contactanos|contactenos|kontakty|kontaktujte nas"
     "|kontakt z nami|skontaktuj sie z nami|contatti|contattaci|neem contact op|kontakta oss"
     "|kontakt oss|yhteystiedot|ota yhteytta|contato|contactos|kapcsolat|"},
    {PAGE_CONTACT, 60, "|locations|offices|standorte|pobocky|talk to us|"},
};

/* Kinds whose pages lie below them: "/blog/our-security" is of the blog. */
static const enum page_kind folders[] = {PAGE_BLOG, PAGE_DOCS, PAGE_CAREERS, PAGE_TEAM};
/* clang-format on */

const char *
page_kind_name(enum page_kind kind)
{
    return kind < PAGE_KINDS ? names[kind] : names[PAGE_OTHER];
}

enum page_kind
page_kind_named(const char *name)
{
    enum page_kind kind = PAGE_OTHER;
    while (kind < PAGE_KINDS && strcmp(names[kind], name) != 0)
        kind++;
    return kind;
}

/* --- words --------------------------------------------------------------------------------- */

/* Folded, in words of letters and digits with one blank between them; %XX undone. */
static const char *
plain(struct arena *arena, const char *text, size_t length)
{
    char *bytes = arena_alloc(arena, length + 1);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned value = 0;
        bool hex = text[i] == '%' && i + 2 < length;
        for (size_t k = 1; hex && k <= 2; k++) {
            char c = text[i + k];
            bool digit = c >= '0' && c <= '9';
            char lower = (char)(c | 0x20);
            hex = digit || (lower >= 'a' && lower <= 'f');
            value = value * 16 + (unsigned)(digit ? c - '0' : lower - 'a' + 10);
        }
        bytes[n++] = hex && value ? (char)value : text[i];
        i += hex && value ? 2 : 0;
    }
    const char *folded = text_is_utf8(bytes, n) ? text_fold(arena, bytes) : bytes;
    struct buf buf;
    buf_init(&buf, arena, strlen(folded) + 1);
    for (; *folded; folded++) {
        bool word = (*folded >= 'a' && *folded <= 'z') || (*folded >= '0' && *folded <= '9') ||
                    (unsigned char)*folded >= 0x80;
        if (word)
            buf_char(&buf, *folded);
        else if (buf.length && buf.data[buf.length - 1] != ' ')
            buf_char(&buf, ' ');
    }
    while (buf.length && buf.data[buf.length - 1] == ' ')
        buf.data[--buf.length] = '\0';
    return buf.data;
}

static size_t
count_words(const char *phrase)
{
    size_t n = *phrase != '\0';
    for (; *phrase; phrase++)
        n += *phrase == ' ';
    return n;
}

struct guess {
    enum page_kind kind;
    int certainty;
};

static void
offer(struct guess *best, enum page_kind kind, int certainty)
{
    if (certainty > best->certainty)
        *best = (struct guess){kind, certainty};
}

/* The kind of exactly this phrase. */
static struct guess
exactly(struct arena *arena, const char *phrase)
{
    struct guess best = {PAGE_OTHER, 0};
    if (!*phrase)
        return best;
    const char *barred = arena_printf(arena, "|%s|", phrase);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(words[i].phrases, barred))
            offer(&best, words[i].kind, words[i].share);
    return best;
}

/* The kind of a short phrase: as a whole, or by one of its words at half the worth. */
static struct guess
of_phrase(struct arena *arena, const char *phrase)
{
    struct guess best = exactly(arena, phrase);
    if (best.certainty || count_words(phrase) > TOKENS_SHORT)
        return best;
    for (const char *at = phrase; *at;) {
        size_t length = strcspn(at, " ");
        struct guess one = exactly(arena, arena_strndup(arena, at, length));
        offer(&best, one.kind, one.certainty / 2);
        at += length + (at[length] == ' ');
    }
    return best;
}

/* --- addresses ----------------------------------------------------------------------------- */

static bool
is_language(const char *segment)
{
    static const char codes[] =
        "|en|de|fr|es|cs|cz|pl|it|nl|sv|se|no|nb|da|dk|fi|pt|sk|hu|ro|us|uk|"
        "gb|at|ch|be|int|global|eu|";
    size_t n = strcspn(segment, " ");
    char code[16];
    if (n == 0 || n > 6 || strlen(segment) > 5 + n)
        return false;
    code[0] = '|';
    memcpy(code + 1, segment, n);
    memcpy(code + 1 + n, "|", 2);
    return strstr(codes, code) != NULL;
}

/* Parts of the path in plain words, without language codes, "index" and endings of files. */
static size_t
segments_of(struct arena *arena, const char *path, const char *out[SEGMENTS_MAX])
{
    size_t n = 0;
    while (*path == '/')
        path++;
    while (*path && n < SEGMENTS_MAX) {
        size_t length = strcspn(path, "/");
        const char *dot = memrchr(path, '.', length);
        size_t stem = dot && length - (size_t)(dot - path) <= 6 ? (size_t)(dot - path) : length;
        const char *segment = plain(arena, path, stem);
        bool said = *segment && strcmp(segment, "index") != 0 && strcmp(segment, "home") != 0;
        if (said && !(n == 0 && is_language(segment)))
            out[n++] = segment;
        path += length;
        while (*path == '/')
            path++;
    }
    return n;
}

static bool
is_folder(enum page_kind kind)
{
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (folders[i] == kind)
            return true;
    return false;
}

static struct guess
of_path(struct arena *arena, const char *const *segments, size_t n)
{
    struct guess best = {PAGE_OTHER, 0};
    for (size_t i = 0; i < n; i++) {
        bool last = i + 1 == n;
        struct guess one = last ? of_phrase(arena, segments[i]) : exactly(arena, segments[i]);
        int worth = one.certainty * 9 / 10 - 10 * (int)i;
        if (!last)
            worth = worth / 2 - 5 * (int)(n - i);
        if (!last && is_folder(one.kind) && worth > 0)
            return (struct guess){one.kind, worth};
        offer(&best, one.kind, worth);
    }
    return best;
}

enum page_kind
page_kind_of_link(struct arena *arena, const char *url, const char *anchor, int *certainty)
{
    struct uri_web uri;
    const char *segments[SEGMENTS_MAX];
    *certainty = 0;
    if (!uri_web_read(arena, url, strlen(url), NULL, &uri))
        return PAGE_OTHER;
    size_t n = segments_of(arena, uri.path, segments);
    struct guess best = of_path(arena, segments, n);
    /* "docs.acme.com" */
    const char *dot = strchr(uri.host, '.');
    if (dot && strchr(dot + 1, '.')) {
        struct guess host =
            exactly(arena, arena_strndup(arena, uri.host, (size_t)(dot - uri.host)));
        offer(&best, host.kind, host.certainty * 7 / 10 - 10 * (int)n);
    }
    if (n == 0 && best.kind == PAGE_OTHER && !(uri.query && *uri.query)) {
        *certainty = !strcmp(uri.path, "/") ? 100 : 60;
        return PAGE_HOME;
    }
    if (anchor && *anchor && strlen(anchor) <= ANCHOR_MAX && !(is_folder(best.kind) && n > 1)) {
        struct guess said = of_phrase(arena, plain(arena, anchor, strlen(anchor)));
        offer(&best, said.kind, said.certainty * 8 / 10 - 5 * (int)n);
    }
    *certainty = best.certainty;
    return best.kind;
}

/* What part of a page an element is. See page_role.h. */
#include "domain/page/page_role.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { WORD_MAX = 32, WORDS_MAX = 40, F = PAGE_ROLE_FRAME, A = PAGE_ROLE_ASIDE };

struct word {
    const char *text;
    unsigned role;
};

/* Words of classes and ids, sorted. */
/* clang-format off */
static const struct word words[] = {
    {"ad", A}, {"adbox", A}, {"addthis", A}, {"addtoany", A}, {"ads", A}, {"adsense", A},
    {"adslot", A}, {"adunit", A}, {"advert", A}, {"advertisement", A}, {"advertising", A},
    {"adverts", A}, {"alsoread", A}, {"author", A}, {"authorbio", A}, {"authors", A},
    {"banner", A}, {"banners", A}, {"bio", A}, {"breadcrumb", F}, {"breadcrumbs", F},
    {"byline", A}, {"bylines", A}, {"callout", A}, {"captcha", F}, {"caption", A},
    {"captions", A}, {"carousel", A}, {"categories", A}, {"ccpa", F}, {"colophon", F},
    {"comment", A}, {"commentlist", A}, {"comments", A}, {"consent", F}, {"cookie", F},
    {"cookiebar", F}, {"cookiebot", F}, {"cookieconsent", F}, {"cookielaw", F}, {"cookies", F},
    {"copyright", F}, {"credit", A}, {"credits", A}, {"dateline", A}, {"dfp", A},
    {"discussion", A}, {"disqus", A}, {"donate", A}, {"donation", A}, {"drawer", F},
    {"dropdown", F}, {"embed", A}, {"embedded", A}, {"entrymeta", A}, {"facebook", A},
    {"feedback", A}, {"flyout", F}, {"foot", F}, {"footer", F}, {"gallery", A}, {"gdpr", F}, {"hamburger", F},
    {"hatnote", A}, {"inlinead", A}, {"instagram", A}, {"jumplink", A}, {"langswitch", F},
    {"languages", F}, {"lightbox", F}, {"livefyre", A}, {"login", F}, {"mainmenu", F},
    {"mainnav", F}, {"masthead", F}, {"megamenu", F}, {"menu", F}, {"menubar", F}, {"menus", F},
    {"meta", A}, {"metadata", A}, {"metered", A}, {"modal", F}, {"moreon", A}, {"morestories", A},
    {"mostpopular", A}, {"nav", F}, {"navbar", F}, {"navigation", F}, {"navigationbar", F},
    {"newsletter", A}, {"newsletters", A}, {"offcanvas", F}, {"onetrust", F}, {"outbrain", A},
    {"overlay", F}, {"pager", F}, {"pagination", F}, {"paging", F}, {"paywall", A}, {"player", A},
    {"playlist", A}, {"poll", A}, {"popular", A}, {"popup", F}, {"postmeta", A}, {"print", A},
    {"printonly", A}, {"promo", A}, {"promos", A}, {"promotion", A}, {"pullquote", A},
    {"rail", A}, {"rating", A}, {"ratings", A}, {"readmore", A}, {"readnext", A}, {"recirc", A},
    {"recirculation", A}, {"recommendation", A}, {"recommendations", A}, {"recommended", A},
    {"related", A}, {"relatedarticles", A}, {"relatedposts", A}, {"relateds", A}, {"replies", A},
    {"respond", A}, {"ribbon", F}, {"searchbar", F}, {"searchbox", F}, {"searchform", F},
    {"seealso", A}, {"share", A}, {"sharebar", A}, {"shares", A}, {"sharethis", A},
    {"sharing", A}, {"sidebar", A}, {"sidenav", F}, {"signup", A}, {"sitemap", F},
    {"skip", F}, {"skiplink", F}, {"slideshow", A}, {"social", A}, {"socials", A}, {"sponsor", A},
    {"sponsored", A}, {"submenu", F}, {"subnav", F}, {"subscribe", A}, {"subscription", A},
    {"survey", A}, {"tableofcontents", A}, {"taboola", A}, {"tagcloud", A}, {"taglist", A},
    {"tags", A}, {"teaser", A}, {"teasers", A}, {"timestamp", A}, {"toast", F}, {"toc", A},
    {"toolbar", F}, {"topbar", F}, {"topnav", F}, {"trending", A}, {"twitter", A}, {"upnext", A},
    {"usercentrics", F}, {"videoplayer", A}, {"widget", A}, {"widgets", A},
};
/* Two words, written together, dashed or in camel case, that name the body of an article. */
static const char *const bodies[] = {
    "articlebody", "articlecontent", "articlemain", "articletext", "bodycopy", "bodytext",
    "contentbody", "entrycontent", "postbody", "postcontent", "richtext", "storybody",
    "storycontent", "storytext",
};
/* clang-format on */

static int
by_word(const void *key, const void *entry)
{
    return strcmp(key, ((const struct word *)entry)->text);
}

static int
by_text(const void *key, const void *entry)
{
    return strcmp(key, *(const char *const *)entry);
}

static bool
is_body(const char *word)
{
    return bsearch(word, bodies, sizeof bodies / sizeof *bodies, sizeof *bodies, by_text) != NULL;
}

/* The next word of a class list, lower case: names break at signs and before capitals. *name says
 * that it begins another class. */
static bool
next_word(const char **at, char out[WORD_MAX], bool *name)
{
    const char *p = *at;
    size_t n = 0;
    *name = false;
    while (*p && !isalpha((unsigned char)*p)) {
        *name = *name || isspace((unsigned char)*p);
        p++;
    }
    while (isalpha((unsigned char)*p) && n + 1 < WORD_MAX) {
        if (n && isupper((unsigned char)*p) && islower((unsigned char)p[-1]))
            break;
        out[n++] = (char)tolower((unsigned char)*p++);
    }
    while (n + 1 >= WORD_MAX && isalpha((unsigned char)*p))
        p++;
    out[n] = '\0';
    *at = p;
    return n > 0;
}

static unsigned
role_of_words(const char *text)
{
    char word[WORD_MAX], last[WORD_MAX] = "", both[2 * WORD_MAX];
    unsigned role = 0;
    bool name;
    for (int n = 0; n < WORDS_MAX && next_word(&text, word, &name); n++) {
        const struct word *known =
            bsearch(word, words, sizeof words / sizeof *words, sizeof *words, by_word);
        if (known)
            role |= known->role;
        if (name)
            last[0] = '\0';
        size_t length = strlen(last);
        memcpy(both, last, length);
        memcpy(both + length, word, strlen(word) + 1);
        if (is_body(both) || is_body(word))
            role |= PAGE_ROLE_BODY;
        memcpy(last, word, sizeof last);
    }
    return role;
}

static unsigned
role_of_tag(const struct markup_node *node)
{
    switch ((int)node->tag) {
    case MARKUP_NAV:
    case MARKUP_FOOTER:
    case MARKUP_DIALOG:
    case MARKUP_MENU:
        return PAGE_ROLE_FRAME | PAGE_ROLE_SURE;
    case MARKUP_HEADER:
        return PAGE_ROLE_HEADER;
    case MARKUP_ASIDE:
        return PAGE_ROLE_FRAME;
    case MARKUP_FIGCAPTION:
        return PAGE_ROLE_ASIDE;
    case MARKUP_NOSCRIPT:
    case MARKUP_TITLE:
    case MARKUP_SELECT:
    case MARKUP_TEXTAREA:
        return PAGE_ROLE_HIDDEN;
    default:
        return markup_tag_flags(node->tag) & MARKUP_HIDDEN ? PAGE_ROLE_HIDDEN : 0;
    }
}

static unsigned
role_of_attr(const char *name, const char *value)
{
    static const char *const frame[] = {"navigation", "banner",      "contentinfo",  "search",
                                        "menu",       "menubar",     "dialog",       "toolbar",
                                        "tablist",    "alertdialog", "complementary"};
    if (!strcmp(name, "role"))
        for (size_t i = 0; i < sizeof frame / sizeof *frame; i++)
            if (!strcasecmp(value, frame[i]))
                return PAGE_ROLE_FRAME;
    if (!strcmp(name, "hidden"))
        return PAGE_ROLE_HIDDEN;
    if (!strcmp(name, "itemprop") && strcasestr(value, "articleBody"))
        return PAGE_ROLE_BODY | PAGE_ROLE_NAMED;
    if (!strcmp(name, "style")) {
        const char *display = strcasestr(value, "display");
        if (display) {
            display += strlen("display");
            display += strspn(display, " :");
            return !strncasecmp(display, "none", 4) ? PAGE_ROLE_HIDDEN : 0;
        }
    }
    return 0;
}

unsigned
page_role_of(const struct markup_node *node)
{
    if (node->tag == MARKUP_TEXT)
        return 0;
    unsigned role = role_of_tag(node);
    for (size_t i = 0; i < node->n_attrs; i++) {
        const struct markup_attr *attr = &node->attrs[i];
        if (!strcmp(attr->name, "class") || !strcmp(attr->name, "id"))
            role |= role_of_words(attr->value);
        else
            role |= role_of_attr(attr->name, attr->value);
    }
    return role;
}

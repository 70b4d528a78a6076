/* Profiles in social networks. See page_social.h. */
#include "domain/page/page_social.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/text.h"
#include "base/uri.h"
#include "domain/contact/linkedin_url.h"
#include "domain/page/page_data.h"

enum { HANDLE_MAX = 100 };

static const struct {
    const char *name, *label;
} networks[PAGE_NETWORKS] = {
    [PAGE_LINKEDIN] = {"linkedin",   "LinkedIn"  },
    [PAGE_X] = {"x",          "X"         },
    [PAGE_FACEBOOK] = {"facebook",   "Facebook"  },
    [PAGE_INSTAGRAM] = {"instagram",  "Instagram" },
    [PAGE_YOUTUBE] = {"youtube",    "YouTube"   },
    [PAGE_GITHUB] = {"github",     "GitHub"    },
    [PAGE_CRUNCHBASE] = {"crunchbase", "Crunchbase"},
    [PAGE_XING] = {"xing",       "XING"      },
    [PAGE_TIKTOK] = {"tiktok",     "TikTok"    },
};

/* Hosts, and under which first part of the path profiles stand; "" for at once. */
static const struct {
    const char *host, *below;
    enum page_network network;
    const char *canonical; /* what stands before the handle */
} hosts[] = {
    {"twitter.com",    "",             PAGE_X,          "https://x.com/"                          },
    {"x.com",          "",             PAGE_X,          "https://x.com/"                          },
    {"facebook.com",   "pages",        PAGE_FACEBOOK,   "https://www.facebook.com/pages/"         },
    {"facebook.com",   "p",            PAGE_FACEBOOK,   "https://www.facebook.com/p/"             },
    {"facebook.com",   "",             PAGE_FACEBOOK,   "https://www.facebook.com/"               },
    {"fb.com",         "",             PAGE_FACEBOOK,   "https://www.facebook.com/"               },
    {"instagram.com",  "",             PAGE_INSTAGRAM,  "https://www.instagram.com/"              },
    {"youtube.com",    "channel",      PAGE_YOUTUBE,    "https://www.youtube.com/channel/"        },
    {"youtube.com",    "c",            PAGE_YOUTUBE,    "https://www.youtube.com/c/"              },
    {"youtube.com",    "user",         PAGE_YOUTUBE,    "https://www.youtube.com/user/"           },
    {"youtube.com",    "@",            PAGE_YOUTUBE,    "https://www.youtube.com/@"               },
    {"github.com",     "orgs",         PAGE_GITHUB,     "https://github.com/"                     },
    {"github.com",     "",             PAGE_GITHUB,     "https://github.com/"                     },
    {"crunchbase.com", "organization", PAGE_CRUNCHBASE, "https://www.crunchbase.com/organization/"},
    {"xing.com",       "pages",        PAGE_XING,       "https://www.xing.com/pages/"             },
    {"xing.com",       "companies",    PAGE_XING,       "https://www.xing.com/pages/"             },
    {"xing.com",       "profile",      PAGE_XING,       "https://www.xing.com/profile/"           },
    {"tiktok.com",     "@",            PAGE_TIKTOK,     "https://www.tiktok.com/@"                },
};

/* First parts of paths that are no profiles. */
static bool
is_reserved(const char *handle)
{
    static const char *const words[] = {
        "share",      "sharer",      "sharer.php", "intent",      "home",      "search",
        "login",      "signup",      "hashtag",    "i",           "dialog",    "plugins",
        "tr",         "groups",      "events",     "watch",       "p",         "reel",
        "explore",    "stories",     "about",      "features",    "pricing",   "topics",
        "settings",   "privacy",     "policy",     "legal",       "status",    "embed",
        "playlist",   "results",     "people",     "pages",       "photo.php", "share.php",
        "story.php",  "profile.php", "accounts",   "marketplace", "sponsors",  "collections",
        "enterprise", "security",    "apps",       "tos",         "en",        "help"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcasecmp(handle, words[i]))
            return true;
    return false;
}

const char *
page_network_name(enum page_network network)
{
    return networks[network].name;
}

const char *
page_network_label(enum page_network network)
{
    return networks[network].label;
}

static bool
is_host_of(const char *host, const char *of)
{
    size_t a = strlen(host), b = strlen(of);
    return a >= b && !strcmp(host + a - b, of) && (a == b || host[a - b - 1] == '.');
}

/* The part of the path that begins at *at, which moves behind it. */
static const char *
next_part(struct arena *arena, const char **at)
{
    *at += strspn(*at, "/");
    size_t length = strcspn(*at, "/");
    const char *part = arena_strndup(arena, *at, length);
    *at += length;
    return part;
}

static bool
read_other(struct arena *arena, const struct uri *uri, struct page_social *out)
{
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        const char *at = uri->path, *handle;
        if (!is_host_of(uri->host, hosts[i].host))
            continue;
        handle = next_part(arena, &at);
        if (!strcmp(hosts[i].below, "@")) {
            if (*handle++ != '@')
                continue;
        } else if (*hosts[i].below) {
            if (strcasecmp(handle, hosts[i].below) != 0)
                continue;
            handle = next_part(arena, &at);
        } else if (*handle == '@') {
            handle++;
        }
        size_t length = strlen(handle);
        if (!length || length > HANDLE_MAX || (!*hosts[i].below && is_reserved(handle)))
            continue;
        /* Posts, repositories and the like are no profiles. */
        const char *rest = next_part(arena, &at);
        if (hosts[i].network == PAGE_X && !strcasecmp(rest, "status"))
            return false;
        if (hosts[i].network == PAGE_FACEBOOK && !strcmp(hosts[i].below, "pages") && *rest)
            handle = arena_printf(arena, "%s/%s", handle, rest);
        *out = (struct page_social){
            .network = hosts[i].network,
            .url = arena_printf(arena, "%s%s", hosts[i].canonical, handle),
            .handle = text_lower(arena, handle),
            .person = hosts[i].network == PAGE_XING && !strcmp(hosts[i].below, "profile"),
        };
        return true;
    }
    return false;
}

bool
page_social_read(struct arena *arena, const char *url, struct page_social *out)
{
    struct uri uri;
    struct linkedin_url linkedin;
    if (uri_read(arena, url, &uri) != URI_OK)
        return false;
    if (!is_host_of(uri.host, "linkedin.com"))
        return read_other(arena, &uri, out);
    enum linkedin_kind kind = linkedin_url_read(arena, url, &linkedin);
    if (!linkedin.url || kind == LINKEDIN_NONE || kind == LINKEDIN_FOREIGN ||
        kind == LINKEDIN_OTHER)
        return false;
    *out = (struct page_social){.network = PAGE_LINKEDIN,
                                .url = linkedin.url,
                                .handle = linkedin.key,
                                .person = kind == LINKEDIN_PERSON};
    return true;
}

struct finder {
    struct arena *arena;
    struct map *seen;
    struct page_social *of;
    size_t n;
};

static void
add(struct finder *finder, const char *url, bool frame, bool data)
{
    struct page_social social;
    if (!url || finder->n == PAGE_SOCIALS_MAX || !page_social_read(finder->arena, url, &social))
        return;
    struct page_social *known = map_get(finder->seen, social.url);
    if (known) {
        known->frame = known->frame || frame;
        known->data = known->data || data;
        return;
    }
    social.frame = frame;
    social.data = data;
    finder->of[finder->n] = social;
    map_put(finder->seen, finder->of[finder->n].url, &finder->of[finder->n]);
    finder->n++;
}

size_t
page_social_list(struct arena *arena, const struct page_link *links, size_t n_links,
                 struct jsn *const *data, size_t n_data, struct page_social **out)
{
    struct finder finder = {arena, map_new(arena, 32),
                            ARENA_ARRAY(arena, PAGE_SOCIALS_MAX, struct page_social), 0};
    for (size_t i = 0; i < n_data; i++) {
        if (!page_data_is_organization(data[i]))
            continue;
        const struct jsn *same = jsn_get(data[i], "sameAs");
        add(&finder, jsn_as_text(same, NULL), false, true);
        for (size_t k = 0; k < jsn_length(same); k++)
            add(&finder, jsn_as_text(jsn_at(same, k), NULL), false, true);
    }
    for (size_t i = 0; i < n_links; i++)
        add(&finder, links[i].href, links[i].frame, false);
    *out = finder.of;
    return finder.n;
}

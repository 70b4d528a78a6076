/* A search service of a test's own on 127.0.0.1: how it answers stands in the path, "/MODE?q=WORDS".
 * With mode "ok" it wants the key and gives what search_web_results names for the words. Built on
 * hostile_web.h. */
#ifndef LEADGEN_TESTS_SEARCH_WEB_H
#define LEADGEN_TESTS_SEARCH_WEB_H

#include "support/hostile_web.h"

#define SEARCH_WEB_KEY "geheim-123"

/* Results for some words; others get none. "WORDS/2" is what "&page=2" brings. */
static const struct {
    const char *words, *json;
} search_web_answers[] = {
    {"robots",          "{\"results\":[{\"url\":\"https://www.acme-robots.example/"
               "products\",\"title\":\"Acme Robots | "
               "Industrial arms\",\"snippet\":\"Arms\"},"
               "{\"url\":\"https://jobs.borealis.example/\",\"title\":\"Borealis - careers\"},"
               "{\"url\":\"https://en.wikipedia.org/wiki/Robot\",\"title\":\"Robot\"},"
               "{\"url\":\"https://www.linkedin.com/company/acme\",\"title\":\"Acme\"},"
               "{\"url\":\"https://press.example/2024/05/top-10-robot-companies\",\"title\":\"Top "
               "10 robot companies\"},"
               "{\"url\":\"https://suppressed.example/\",\"title\":\"Suppressed\"},"
               "{\"url\":\"https://acme-robots.example/about\",\"title\":\"About\"},"
               "{\"url\":\"http://10.0.0.7/\",\"title\":\"Intranet\"}]}"                 },
    {"many",            "{\"results\":[{\"url\":\"https://acme-robots.example/\",\"title\":\"Acme\"}]}"},
    {"many/2",          "{\"results\":[{\"url\":\"https://acme-robots.example/x\",\"title\":\"Acme\"},"
               "{\"url\":\"https://borealis.example/\",\"title\":\"Borealis\"}]}"        },
    {"many/3",          "{\"results\":[{\"url\":\"https://borealis.example/y\",\"title\":\"More\"}]}"  },
    {"many/4",          "{\"results\":[{\"url\":\"https://one.example/\",\"title\":\"One\"}]}"         },
    {"half",            "{\"results\":[{\"url\":\"https://one.example/\",\"title\":\"One\"}]}"         },
    {"half/2",          NULL                                                                           },
    {"example company", "{\"results\":[{\"url\":\"https://one.example/\",\"title\":\"One\"}]}"         },
};

/* A site with rules, which stand elsewhere, and a pause. */
static inline bool
search_web_slow(int fd, const char *path)
{
    if (!strcmp(path, "/robots.txt"))
        hostile_answer(fd, "301 Moved Permanently\r\nLocation: /rules/robots.txt", "");
    else if (!strcmp(path, "/rules/robots.txt"))
        hostile_answer(fd, "200 OK\r\nContent-Type: text/plain",
                       "User-agent: *\nCrawl-delay: 2\nDisallow: /private\n");
    else
        return false;
    return true;
}

/* Sites that results and directories lead to, by host; others are simple companies. */
static inline bool
search_web_site(int fd, const char *request, const char *path)
{
    if (strstr(request, "Host: search.example"))
        return false;
    if (strstr(request, "Host: slow.example") && search_web_slow(fd, path))
        return true;
    if (!strcmp(path, "/robots.txt"))
        hostile_answer(fd, "404 Not Found", "");
    else if (!strcmp(path, "/directory") || !strcmp(path, "/private/directory"))
        hostile_html(
            fd, "<title>Robot makers</title><nav><a href='https://cms.example/'>CMS</a></nav>"
                "<main><h1>Robot makers</h1><ul><li><a href='http://acme-robots.example/'>Acme "
                "Robots</a></li><li><a href='http://borealis.example/'>Borealis</a></li><li><a "
                "href='http://press.example/'>The Daily Robot</a></li></ul></main>");
    else if (!strcmp(path, "/closed"))
        hostile_answer(fd, "403 Forbidden\r\nContent-Type: text/html", "no");
    else if (strstr(request, "Host: press.example"))
        hostile_html(
            fd, "<html lang='en'><head><title>The Daily Robot - news</title><script type='applica"
                "tion/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsMediaOrganiza"
                "tion\",\"name\":\"The Daily Robot\"}</script></head><body><nav><a href='/politic"
                "s'>Politics</a> <a href='/sport'>Sport</a> <a href='/weather'>Weather</a></nav><"
                "main><article><h2><a href='/2024/05/01/rise'>Robots rise</a></h2><time datetime="
                "'2024-05-01'>1 May 2024</time><p>The minister opened the fair.</p></article><art"
                "icle><h2><a href='/2024/05/01/fall'>Robots fall</a></h2><time datetime='2024-05-"
                "01'>1 May 2024</time><p>The union said no.</p></article><article><h2><a href='/2"
                "024/04/30/walk'>Robots walk</a></h2><time datetime='2024-04-30'>30 April 2024</t"
                "ime><p>A boy laughed.</p></article><article><h2><a href='/2024/04/30/sing'>Robot"
                "s sing</a></h2><time datetime='2024-04-30'>30 April 2024</time><p>Nobody danced."
                "</p></article></main></body></html>");
    else
        hostile_html(
            fd, "<html lang='en'><head><title>Acme Robots | Industrial "
                "arms</title></head><body><nav><a "
                "href='/products'>Products</a> <a href='/about'>About us</a> <a href='/contact'>"
                "Contact</a></nav><main><h1>We build robots for small plants</h1><p>Our arms weld, "
                "paint and pack. Our customers are makers of furniture and machines in twelve "
                "countries. Contact our sales team for a demo.</p></main><footer>Acme Robots GmbH, "
                "Hauptstrasse 1, 10115 Berlin</footer></body></html>");
    return true;
}

static inline void
search_web_ok(int fd, const char *request, const char *path)
{
    char words[300] = "";
    const char *q = strstr(path, "q=");
    size_t n = 0;
    for (q = q ? q + 2 : ""; *q && *q != '&' && n + 1 < sizeof words; q++) {
        bool space = !strncmp(q, "%20", 3);
        words[n++] = space ? ' ' : *q;
        q += space ? 2 : 0;
    }
    const char *page = strstr(path, "page=");
    if (page && strcmp(page, "page=1") != 0)
        snprintf(words + n, sizeof words - n, "/%s", page + 5);
    if (!strstr(request, "X-Key: " SEARCH_WEB_KEY)) {
        hostile_answer(fd, "401 Unauthorized\r\nContent-Type: application/json", "{}");
        return;
    }
    for (size_t i = 0; i < sizeof search_web_answers / sizeof *search_web_answers; i++)
        if (!strcmp(search_web_answers[i].words, words)) {
            const char *json = search_web_answers[i].json;
            hostile_answer(fd,
                           json ? "200 OK\r\nContent-Type: application/json"
                                : "503 Unavailable\r\nContent-Type: application/json",
                           json ? json : "{}");
            return;
        }
    hostile_answer(fd, "200 OK\r\nContent-Type: application/json", "{\"results\":[]}");
}

static inline void
search_web_serve(int fd)
{
    char request[8192], path[1024] = "";
    size_t length = 0;
    while (length + 1 < sizeof request) {
        ssize_t got = recv(fd, request + length, sizeof request - 1 - length, 0);
        if (got <= 0)
            return;
        length += (size_t)got;
        request[length] = '\0';
        if (strstr(request, "\r\n\r\n"))
            break;
    }
    if (sscanf(request, "%*s %1023s", path) != 1)
        return;
    if (search_web_site(fd, request, path))
        return;
    const char *json = "\r\nContent-Type: application/json";
    char head[200];
    if (!strncmp(path, "/ok?", 4))
        search_web_ok(fd, request, path);
    else if (!strncmp(path, "/busy?", 6)) {
        snprintf(head, sizeof head, "429 Too Many Requests%s\r\nRetry-After: 3", json);
        hostile_answer(fd, head, "{\"message\":\"slow down\"}");
    } else if (!strncmp(path, "/down?", 6)) {
        snprintf(head, sizeof head, "503 Unavailable%s", json);
        hostile_answer(fd, head, "{}");
    } else if (!strncmp(path, "/wrong?", 7)) {
        snprintf(head, sizeof head, "400 Bad Request%s", json);
        hostile_answer(fd, head, "{}");
    } else if (!strncmp(path, "/never?", 7))
        sleep(3600);
    else if (!strncmp(path, "/cut?", 5))
        hostile_text(fd, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                         "Content-Length: 9999\r\n\r\n{\"results\":[{\"url\":\"https://a.exam");
    else if (!strncmp(path, "/html?", 6))
        hostile_html(fd, "<p>Maintenance");
    else if (!strncmp(path, "/garbage?", 9)) {
        snprintf(head, sizeof head, "200 OK%s", json);
        hostile_answer(fd, head, "{\"results\":\"\\u0000\xff");
    } else if (!strncmp(path, "/drip?", 6))
        hostile_drip(fd, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
    else if (!strncmp(path, "/huge?", 6))
        hostile_flood(fd, false, 64);
}

static inline struct hostile_web
search_web_start(void)
{
    struct hostile_web web = {0};
    int listener = hostile_web_listen(&web.port);
    web.pid = fork();
    if (web.pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        signal(SIGCHLD, SIG_IGN);
        for (;;) {
            int fd = accept(listener, NULL, NULL);
            if (fd >= 0 && fork() == 0) {
                prctl(PR_SET_PDEATHSIG, SIGKILL);
                search_web_serve(fd);
                shutdown(fd, SHUT_WR);
                _exit(0);
            }
            close(fd);
        }
    }
    close(listener);
    return web;
}

#endif

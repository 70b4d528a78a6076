/* A web server of a test's own, in processes of its own on 127.0.0.1: its paths are every way in which
 * a server can misbehave. Included by tests of fetching and by the faults. */
#ifndef LEADGEN_TESTS_SUPPORT_HOSTILE_WEB_H
#define LEADGEN_TESTS_SUPPORT_HOSTILE_WEB_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

struct hostile_web {
    pid_t pid;
    int port;
    int *secrets; /* how often "/secret" was asked for: what only the own network may see */
};

static inline bool
hostile_send(int fd, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t sent = send(fd, at, length, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += sent;
        length -= (size_t)sent;
    }
    return true;
}

static inline bool
hostile_text(int fd, const char *text)
{
    return hostile_send(fd, text, strlen(text));
}

/* A whole answer with a body. */
static inline void
hostile_answer(int fd, const char *head, const char *body)
{
    char text[512];
    snprintf(text, sizeof text, "HTTP/1.1 %s\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n",
             head, strlen(body));
    if (hostile_text(fd, text))
        hostile_text(fd, body);
}

static inline void
hostile_html(int fd, const char *body)
{
    hostile_answer(fd, "200 OK\r\nContent-Type: text/html; charset=utf-8", body);
}

/* `megabytes` of one letter, as they are or packed. */
static inline void
hostile_flood(int fd, bool packed, size_t megabytes)
{
    enum { MEGABYTE = 1024 * 1024 };
    static unsigned char plain[MEGABYTE], out[MEGABYTE];
    z_stream stream = {.next_in = NULL};
    memset(plain, 'a', sizeof plain);
    hostile_text(
        fd, packed ? "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                     "Connection: close\r\n\r\n"
                   : "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
    if (packed && deflateInit2(&stream, 1, Z_DEFLATED, MAX_WBITS + 16, 8, 0) != Z_OK)
        abort();
    bool open = true;
    for (size_t i = 0; i < megabytes && open; i++) {
        if (!packed) {
            open = hostile_send(fd, plain, MEGABYTE);
            continue;
        }
        stream.next_in = plain;
        stream.avail_in = MEGABYTE;
        stream.next_out = out;
        stream.avail_out = MEGABYTE;
        deflate(&stream, i + 1 == megabytes ? Z_FINISH : Z_NO_FLUSH);
        open = hostile_send(fd, out, MEGABYTE - stream.avail_out);
    }
    if (packed)
        deflateEnd(&stream);
}

/* One letter a second, for an hour. */
static inline void
hostile_drip(int fd, const char *head)
{
    bool open = hostile_text(fd, head);
    for (int i = 0; i < 3600 && open; i++) {
        sleep(1);
        open = hostile_text(fd, "a");
    }
}

static inline void
hostile_headers(int fd)
{
    bool open = hostile_text(fd, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 10000000 && open; i++)
        open =
            hostile_text(fd, "X-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
}

static inline void
hostile_nested(int fd)
{
    enum { LEVELS = 100000 };
    hostile_text(fd,
                 "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<body>");
    for (int i = 0; i < LEVELS; i++)
        hostile_text(fd, "<div><b>");
    hostile_text(fd, "deep");
}

/* "/redirect?ADDRESS" sends there. */
static inline void
hostile_redirect(int fd, const char *to)
{
    char head[1024];
    snprintf(head, sizeof head, "302 Found\r\nLocation: %.900s", to);
    hostile_answer(fd, head, "");
}

static inline void
hostile_page(const struct hostile_web *web, int fd, const char *path, const char *request)
{
    if (!strcmp(path, "/secret"))
        __atomic_add_fetch(web->secrets, 1, __ATOMIC_SEQ_CST);
    if (!strcmp(path, "/robots.txt"))
        hostile_answer(fd, "404 Not Found", "");
    else if (!strcmp(path, "/never"))
        sleep(3600);
    else if (!strcmp(path, "/drip"))
        hostile_drip(fd, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
    else if (!strcmp(path, "/drip-head"))
        hostile_drip(fd, "HTTP/1.1 200 OK\r\nX-Slow: ");
    else if (!strcmp(path, "/huge"))
        hostile_flood(fd, false, 1024);
    else if (!strcmp(path, "/bomb"))
        hostile_flood(fd, true, 1024);
    else if (!strcmp(path, "/headers"))
        hostile_headers(fd);
    else if (!strcmp(path, "/nested"))
        hostile_nested(fd);
    else if (!strcmp(path, "/short"))
        hostile_text(fd,
                     "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n"
                     "<title>Cut</title>");
    else if (!strcmp(path, "/long"))
        hostile_text(fd, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n"
                         "abcdefgh");
    else if (!strcmp(path, "/bad-gzip"))
        hostile_answer(fd, "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
                       "no gzip");
    else if (!strcmp(path, "/garbage"))
        hostile_send(fd, "\x16\x03\x01\x02\0\xFF", 6);
    else if (!strcmp(path, "/charset"))
        hostile_answer(fd, "200 OK\r\nContent-Type: text/html; charset=klingon",
                       "<title>\xFF\xFE\xC3(\xED\xA0\x80</title><p>\x80\x81");
    else if (!strcmp(path, "/pdf"))
        hostile_answer(fd, "200 OK\r\nContent-Type: application/pdf", "%PDF-1.4");
    else if (!strcmp(path, "/loop"))
        hostile_redirect(fd, "/loop");
    else if (!strncmp(path, "/redirect?", 10))
        hostile_redirect(fd, path + 10);
    else if (!strcmp(path, "/busy"))
        hostile_answer(fd, "503 Busy\r\nRetry-After: 120", "busy");
    else if (!strcmp(path, "/forbidden"))
        hostile_answer(fd, "403 Forbidden\r\nContent-Type: text/html", "no");
    else if (!strcmp(path, "/same") && strstr(request, "If-None-Match: \"v1\""))
        hostile_answer(fd, "304 Not Modified\r\nETag: \"v1\"", "");
    else if (!strcmp(path, "/same"))
        hostile_answer(fd, "200 OK\r\nContent-Type: text/html\r\nETag: \"v1\"", "<p>same");
    else if (!strcmp(path, "/agent")) {
        const char *agent = strstr(request, "User-Agent: ");
        char line[256] = "";
        if (agent)
            snprintf(line, sizeof line, "%.*s", (int)strcspn(agent, "\r\n"), agent);
        hostile_html(fd, line);
    } else if (strcmp(path, "/hangup") != 0)
        hostile_html(fd, "<title>Acme</title><p>We build engines.</p>");
}

/* A site with everything in order: its home page links to its pages, one of them hidden from robots. */
static inline void
hostile_good(int fd, const char *path)
{
    static const char robots[] = "User-agent: *\nDisallow: /team\nCrawl-delay: 0.1\n";
    static const char home[] =
        "<html lang=en><title>Good GmbH</title><nav><a href=/about>About us</a> <a "
        "href=/team>Team</a>"
        "<a href=/pricing>Pricing</a> <a href=/jobs/>Careers</a>"
        "<a href=/flyer.pdf>Product</a> <a href=/blog>Blog</a> <a "
        "href=/old>Contact</a></nav><main><h1>Good engines</h1>"
        "<p>We have built engines for ships since 1954, in Hamburg and for the whole "
        "world.</p></main>";
    if (!strcmp(path, "/robots.txt"))
        hostile_answer(fd, "200 OK\r\nContent-Type: text/plain", robots);
    else if (!strcmp(path, "/"))
        hostile_html(fd, home);
    else if (!strcmp(path, "/old"))
        hostile_redirect(fd, "/about");
    else if (!strcmp(path, "/about") || !strcmp(path, "/pricing") || !strcmp(path, "/jobs/")) {
        char body[200];
        snprintf(body, sizeof body,
                 "<title>More</title><p>Words of the page %.20s, enough of them.</p>", path);
        hostile_html(fd, body);
    } else if (!strcmp(path, "/blog"))
        hostile_html(fd, home); /* the same page at another address */
    else
        hostile_answer(fd, "404 Not Found\r\nContent-Type: text/html", "nothing here");
}

/* Reads one request and answers it: the home page of NAME.example, or NAME-7.example, is the
 * behaviour /NAME. */
static inline void
hostile_serve(const struct hostile_web *web, int fd)
{
    char request[8192], path[1024] = "", host[256] = "/";
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
    const char *name = strstr(request, "Host: ");
    if (!name || sscanf(name, "Host: www.%250[^.\r]", host + 1) != 1)
        if (!name || sscanf(name, "Host: %250[^.\r]", host + 1) != 1)
            host[1] = '\0';
    char *number = strrchr(host, '-');
    if (number && number[1] >= '0' && number[1] <= '9')
        *number = '\0';
    if (!strcmp(host, "/good"))
        hostile_good(fd, path);
    else if (!strcmp(host, "/moved"))
        hostile_redirect(fd, "https://elsewhere.example/");
    else if (!strcmp(host, "/closed") && !strcmp(path, "/robots.txt"))
        hostile_answer(fd, "200 OK", "User-agent: *\nDisallow: /\n");
    else if (!strcmp(host, "/down") && !strcmp(path, "/robots.txt"))
        hostile_answer(fd, "503 Down", "");
    else if (!strncmp(host, "/private", 8)) {
        /* its pages, and its robots.txt, lead into the own network */
        static const char *const places[] = {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]",
                                             "0.0.0.0"};
        char to[128];
        snprintf(to, sizeof to, "http://%s:%d/secret", places[(host[8] - '0') & 3], web->port);
        hostile_redirect(fd, to);
    } else if (!strcmp(path, "/") && strcmp(host, "/web") != 0)
        hostile_page(web, fd, host, request);
    else
        hostile_page(web, fd, path, request);
}

/* Serves on a port of its own until it is killed; a process for each connection. */
static inline void
hostile_web_run(const struct hostile_web *web, int listener)
{
    signal(SIGCHLD, SIG_IGN);
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        if (fork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            close(listener);
            hostile_serve(web, fd);
            shutdown(fd, SHUT_WR);
            _exit(0);
        }
        close(fd);
    }
}

static inline int
hostile_web_listen(int *port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)*port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&address, size) != 0 || listen(fd, 512) != 0 ||
        getsockname(fd, (struct sockaddr *)&address, &size) != 0)
        abort();
    *port = ntohs(address.sin_port);
    return fd;
}

/* A number that all processes of the server share. */
static inline int *
hostile_web_count(void)
{
    void *page = mmap(NULL, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        abort();
    return page;
}

static inline struct hostile_web
hostile_web_start(void)
{
    struct hostile_web web = {0, 0, hostile_web_count()};
    int listener = hostile_web_listen(&web.port);
    web.pid = fork();
    if (web.pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        hostile_web_run(&web, listener);
    }
    close(listener);
    return web;
}

static inline void
hostile_web_stop(const struct hostile_web *web)
{
    kill(web->pid, SIGKILL);
    waitpid(web->pid, NULL, 0);
}

#endif

/* FastCGI over libfcgi: the only stem that includes it. See fcgi.h. One request at a time; another
 * process takes the next one. */
#include "web/fcgi.h"

#include <fcgiapp.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile sig_atomic_t stopping;

static void
on_stop(int signal_number)
{
    (void)signal_number;
    stopping = 1;
    FCGX_ShutdownPending();
}

/* Before FCGX_Init, which takes over signals that are still at their default; without SA_RESTART,
 * so that a waiting accept ends. */
static void
catch_signals(void)
{
    struct sigaction stop = {.sa_handler = on_stop};
    sigemptyset(&stop.sa_mask);
    sigaction(SIGTERM, &stop, NULL);
    sigaction(SIGUSR1, &stop, NULL);
    sigaction(SIGINT, &stop, NULL);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
}

static size_t
read_body(void *arg, char *bytes, size_t size)
{
    FCGX_Request *request = arg;
    int most = size > INT_MAX ? INT_MAX : (int)size;
    int got = FCGX_GetStr(bytes, most, request->in);
    return got > 0 ? (size_t)got : 0;
}

static bool
write_answer(void *arg, const char *bytes, size_t length)
{
    FCGX_Request *request = arg;
    while (length) {
        int most = length > INT_MAX ? INT_MAX : (int)length;
        int written = FCGX_PutStr(bytes, most, request->out);
        if (written <= 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

static const char *
header(const FCGX_Request *request, const char *name)
{
    const char *value = FCGX_GetParam(name, request->envp);
    return value ? value : "";
}

/* The path as the client sent it: nginx decodes SCRIPT_NAME, which would lose encoded slashes. */
static const char *
path_of(struct arena *arena, const char *uri)
{
    return arena_strndup(arena, uri, strcspn(uri, "?#"));
}

static int64_t
length_of(const char *text)
{
    char *end = NULL;
    long long length = strtoll(text, &end, 10);
    return *text && !*end && length >= 0 ? length : -1;
}

static void
handle(struct web *web, FCGX_Request *request)
{
    struct http_in in = {
        .method = header(request, "REQUEST_METHOD"),
        .path = path_of(web->arena, header(request, "REQUEST_URI")),
        .query = header(request, "QUERY_STRING"),
        .scheme = header(request, "REQUEST_SCHEME"),
        .host = header(request, "HTTP_HOST"),
        .remote_addr = header(request, "REMOTE_ADDR"),
        .cookie = header(request, "HTTP_COOKIE"),
        .authorization = header(request, "HTTP_AUTHORIZATION"),
        .content_type = header(request, "CONTENT_TYPE"),
        .if_none_match = header(request, "HTTP_IF_NONE_MATCH"),
        .origin = header(request, "HTTP_ORIGIN"),
        .fetch_site = header(request, "HTTP_SEC_FETCH_SITE"),
        .referer = header(request, "HTTP_REFERER"),
        .user_agent = header(request, "HTTP_USER_AGENT"),
        .csrf_token = header(request, "HTTP_X_CSRF_TOKEN"),
        .server = header(request, "SERVER_SOFTWARE"),
        .request_id = header(request, "REQUEST_ID"),
        .hx_request = *header(request, "HTTP_HX_REQUEST") != '\0',
        .content_length = length_of(header(request, "CONTENT_LENGTH")),
        .read = read_body,
        .arg = request,
    };
    struct http_out out = {.write = write_answer, .arg = request};
    web_handle(web, &in, &out);
}

bool
fcgi_serve(struct web *web)
{
    catch_signals();
    if (FCGX_IsCGI() || FCGX_Init() != 0)
        return false;
    FCGX_Request request;
    if (FCGX_InitRequest(&request, 0, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
        return false;
    while (!stopping && FCGX_Accept_r(&request) >= 0) {
        handle(web, &request);
        FCGX_Finish_r(&request);
    }
    return true;
}

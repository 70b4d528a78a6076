/* One request: limits, what comes in, how it ended. See http.h. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "base/address.h"
#include "base/http_private.h"
#include "base/text.h"
#include "base/uri_web.h"

enum {
    BODY_DEFAULT = 2 * 1024 * 1024,
    CONNECT_DEFAULT = 10,
    SECONDS_DEFAULT = 30,
    SLOW_BYTES = 64, /* a second, ... */
    SLOW_SECONDS = 10,
    FIRST_SIZE = 16 * 1024
};

/* --- connections --------------------------------------------------------------------------- */

/* True when the operator's line for this very host and port names the address. */
static bool
is_permitted(const struct http_transfer *transfer, const struct sockaddr *address)
{
    const struct http_own *own = transfer->own;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    char wanted[sizeof(struct in6_addr)];
    if (!own)
        return false;
    if (address->sa_family == AF_INET) {
        memcpy(&v4, address, sizeof v4);
        return ntohs(v4.sin_port) == own->to_port &&
               inet_pton(AF_INET, own->address, wanted) == 1 &&
               !memcmp(wanted, &v4.sin_addr, sizeof v4.sin_addr);
    }
    if (address->sa_family != AF_INET6)
        return false;
    memcpy(&v6, address, sizeof v6);
    return ntohs(v6.sin6_port) == own->to_port && inet_pton(AF_INET6, own->address, wanted) == 1 &&
           !memcmp(wanted, &v6.sin6_addr, sizeof v6.sin6_addr);
}

/* Sees the address that a name was resolved to, just before the connection: no rebinding of names
 * and no odd spelling of a number gets around it. */
static curl_socket_t
connect_socket(void *arg, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct http_transfer *transfer = arg;
    (void)purpose;
    if (!address_is_public(&address->addr) && !is_permitted(transfer, &address->addr)) {
        transfer->blocked = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* --- what comes in ------------------------------------------------------------------------- */

static size_t
take_header(char *bytes, size_t unit, size_t n, void *arg)
{
    struct http_transfer *transfer = arg;
    struct http_answer *answer = transfer->answer;
    size_t length = unit * n;
    transfer->header_bytes += length;
    if (transfer->header_bytes > HTTP_HEADERS_MAX) {
        transfer->too_large = true;
        return 0;
    }
    if (length >= 5 && !memcmp(bytes, "HTTP/", 5)) {
        answer->n_headers = 0; /* what came before was an interim answer */
        return length;
    }
    size_t kept = length;
    while (kept > 0 && (bytes[kept - 1] == '\r' || bytes[kept - 1] == '\n'))
        kept--;
    if (kept > 0 && answer->n_headers < HTTP_HEADER_LINES_MAX)
        transfer->lines[answer->n_headers++] = arena_strndup(transfer->arena, bytes, kept);
    return length;
}

static bool
is_wanted(const struct http_transfer *transfer)
{
    char *type = NULL;
    long status = 0;
    curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(transfer->easy, CURLINFO_CONTENT_TYPE, &type);
    if (!transfer->types || !type || !*type || status < 200 || status > 299)
        return true;
    for (size_t i = 0; transfer->types[i]; i++)
        if (!strncasecmp(type, transfer->types[i], strlen(transfer->types[i])))
            return true;
    return false;
}

/* Room for `more` bytes and a NUL. */
static void
grow(struct http_transfer *transfer, size_t more)
{
    size_t wanted = transfer->answer->length + more + 1;
    if (wanted <= transfer->size)
        return;
    size_t size = transfer->size ? transfer->size : FIRST_SIZE;
    while (size < wanted)
        size *= 2;
    transfer->body = realloc(transfer->body, size);
    if (!transfer->body)
        abort(); /* out of memory */
    transfer->size = size;
}

static size_t
take_body(char *bytes, size_t unit, size_t n, void *arg)
{
    struct http_transfer *transfer = arg;
    struct http *http = transfer->http;
    size_t length = unit * n, have = transfer->answer->length;
    if (have == 0 && !is_wanted(transfer)) {
        transfer->wrong_type = true;
        return 0;
    }
    if (length > transfer->max - have) {
        transfer->too_large = true;
        return 0;
    }
    if (!transfer->turn && have + length > HTTP_SMALL_BODY) {
        if (http->turns == http->limits.turns) {
            transfer->waiting = true;
            return CURL_WRITEFUNC_PAUSE;
        }
        http->turns++;
        transfer->turn = true;
    }
    grow(transfer, length);
    memcpy(transfer->body + have, bytes, length);
    transfer->answer->length = have + length;
    return length;
}

/* --- setting up ---------------------------------------------------------------------------- */

static void
add_header(struct http_transfer *transfer, const char *line)
{
    struct curl_slist *more = curl_slist_append(transfer->headers, line);
    if (!more)
        abort(); /* out of memory */
    transfer->headers = more;
}

static void
set_headers(struct http_transfer *transfer, const struct http_request *request)
{
    if (request->etag)
        add_header(transfer, arena_printf(transfer->arena, "If-None-Match: %s", request->etag));
    if (request->modified)
        add_header(transfer,
                   arena_printf(transfer->arena, "If-Modified-Since: %s", request->modified));
    for (size_t i = 0; request->headers && request->headers[i]; i++)
        add_header(transfer, request->headers[i]);
    if (transfer->headers)
        curl_easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, transfer->headers);
}

static void
set_limits(struct http_transfer *transfer, const struct http_request *request)
{
    CURL *easy = transfer->easy;
    long connect = request->connect_seconds ? request->connect_seconds : CONNECT_DEFAULT;
    long seconds = request->seconds ? request->seconds : SECONDS_DEFAULT;
    transfer->max = request->max_body ? request->max_body : BODY_DEFAULT;
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, connect < seconds ? connect : seconds);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, seconds);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME,
                     seconds < SLOW_SECONDS ? seconds : (long)SLOW_SECONDS);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); /* do not wait for a resolver that hangs */
}

void
http_transfer_set(struct http_transfer *transfer, const struct http_request *request)
{
    CURL *easy = transfer->easy;
    curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
    curl_easy_setopt(easy, CURLOPT_URL, transfer->answer->url);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, transfer->http->agent);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer->error);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, connect_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
    if (transfer->own) {
        transfer->connect_to = curl_slist_append(NULL, transfer->own->line);
        curl_easy_setopt(easy, CURLOPT_CONNECT_TO, transfer->connect_to);
    }
    if (request->body) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_length);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request->body);
    }
    if (request->method)
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
    transfer->types = request->types;
    set_headers(transfer, request);
    set_limits(transfer, request);
}

/* --- the end ------------------------------------------------------------------------------- */

/* The value of a header, or NULL. */
static const char *
header(const struct http_transfer *transfer, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < transfer->answer->n_headers; i++) {
        const char *line = transfer->lines[i];
        if (!strncasecmp(line, name, length) && line[length] == ':')
            return line + length + 1 + strspn(line + length + 1, " \t");
    }
    return NULL;
}

static enum http_end
end_of(const struct http_transfer *transfer, CURLcode code)
{
    if (transfer->too_large)
        return HTTP_TOO_LARGE;
    if (transfer->wrong_type)
        return HTTP_TYPE;
    /* the rest of the codes are all faults of what the server sent */
    switch ((int)code) {
    case CURLE_OK:
        return HTTP_ANSWERED;
    case CURLE_PARTIAL_FILE:
        return transfer->answer->length ? HTTP_ANSWERED : HTTP_BROKEN;
    case CURLE_COULDNT_RESOLVE_HOST:
        return HTTP_DNS;
    case CURLE_COULDNT_CONNECT:
        return transfer->blocked ? HTTP_BLOCKED : HTTP_CONNECT;
    case CURLE_OPERATION_TIMEDOUT:
        return HTTP_TIMEOUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return HTTP_TLS;
    case CURLE_URL_MALFORMAT:
        return HTTP_ADDRESS;
    default:
        return HTTP_BROKEN;
    }
}

static const char *
message_of(const struct http_transfer *transfer, enum http_end end, const char *host)
{
    static const char *const messages[HTTP_ENDS] = {
        [HTTP_DNS] = "The name %s is not known.",
        [HTTP_CONNECT] = "Nothing answers at %s.",
        [HTTP_BLOCKED] = "%s leads into a private network, which is never fetched from.",
        [HTTP_TLS] = "%s has no encryption that can be trusted (certificate or protocol).",
        [HTTP_TIMEOUT] = "%s answers too slowly.",
        [HTTP_TOO_LARGE] = "The answer of %s is too large.",
        [HTTP_TYPE] = "The answer of %s is no page.",
        [HTTP_BROKEN] = "%s ended the connection without a sound answer.",
        [HTTP_ADDRESS] = "%s is no web address.",
    };
    size_t at = 0;
    const char *text = messages[end];
    if (!text)
        return NULL;
    while (text[at] != '%')
        at++;
    return arena_printf(transfer->arena, "%.*s%s%s", (int)at, text, host, text + at + 2);
}

void
http_transfer_end(struct http_transfer *transfer, CURLcode code)
{
    struct http_answer *answer = transfer->answer;
    struct arena *arena = transfer->arena;
    struct uri_web uri;
    long status = 0;
    curl_off_t took = 0, wait = 0;
    bool web = uri_web_read(arena, answer->url, strlen(answer->url), NULL, &uri);
    curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(transfer->easy, CURLINFO_TOTAL_TIME_T, &took);
    curl_easy_getinfo(transfer->easy, CURLINFO_RETRY_AFTER, &wait);
    answer->end = web ? end_of(transfer, code) : HTTP_ADDRESS;
    answer->message = message_of(transfer, answer->end, web ? uri.host : answer->url);
    answer->cut = code == CURLE_PARTIAL_FILE && answer->end == HTTP_ANSWERED;
    answer->status = (int)status;
    answer->took = (double)took / 1e6;
    answer->retry_seconds = wait;
    const char *type = header(transfer, "Content-Type"), *to = header(transfer, "Location");
    answer->content_type = type ? type : "";
    answer->etag = header(transfer, "ETag");
    answer->modified = header(transfer, "Last-Modified");
    if (to && status >= 300 && status < 400)
        answer->location = uri_web_join(arena, answer->url, to);
    const char **lines = ARENA_ARRAY(arena, answer->n_headers + 1, const char *);
    memcpy(lines, transfer->lines, answer->n_headers * sizeof *lines);
    answer->headers = lines;
    answer->body = "";
    if (answer->end != HTTP_ANSWERED || !transfer->body) {
        answer->length = 0; /* released with the transfer */
        return;
    }
    transfer->body[answer->length] = '\0';
    arena_defer(arena, free, transfer->body);
    answer->body = transfer->body;
    transfer->body = NULL;
}

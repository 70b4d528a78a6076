/* Asking mail servers about recipients. See smtp.h. */
#include "base/smtp.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/ip_range.h"
#include "base/ossl_tls.h"

enum { IN_SIZE = 8192, OUT_SIZE = 1024, LINE_MAX_BYTES = 2048, SIDE_BY_SIDE = 64 };

/* --- replies ------------------------------------------------------------------------------- */

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void
add_text(struct smtp_reply *out, const char *text, size_t length)
{
    size_t n = strlen(out->text);
    if (n > 0 && n + 1 < sizeof out->text)
        out->text[n++] = ' ';
    for (size_t i = 0; i < length && n + 1 < sizeof out->text; i++)
        out->text[n++] = text[i] >= ' ' && text[i] < 0x7F ? text[i] : '?';
    out->text[n] = '\0';
}

enum smtp_read
smtp_reply_read(const char *bytes, size_t length, struct smtp_reply *out, size_t *used)
{
    size_t at = 0;
    memset(out, 0, sizeof *out);
    *used = 0;
    for (;;) {
        const char *line = bytes + at, *end = memchr(line, '\n', length - at);
        if (!end)
            return length - at > LINE_MAX_BYTES ? SMTP_READ_NONSENSE : SMTP_READ_MORE;
        size_t n = (size_t)(end - line);
        at += n + 1;
        n -= n > 0 && line[n - 1] == '\r';
        if (n < 3 || line[0] < '2' || line[0] > '5' || !is_digit(line[1]) || !is_digit(line[2]) ||
            (n > 3 && line[3] != ' ' && line[3] != '-'))
            return SMTP_READ_NONSENSE;
        int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
        if (out->code && out->code != code)
            return SMTP_READ_NONSENSE;
        out->code = code;
        add_text(out, n > 4 ? line + 4 : "", n > 4 ? n - 4 : 0);
        if (n == 3 || line[3] == ' ') {
            *used = at;
            return SMTP_READ_ONE;
        }
    }
}

/* --- one conversation ---------------------------------------------------------------------- */

enum step {
    STEP_CONNECT,
    STEP_GREETING,
    STEP_EHLO,
    STEP_HELO,
    STEP_MAIL,
    STEP_RCPT,
    STEP_STARTTLS,
    STEP_SHAKE /* hands, before anything is said in secret */
};

struct talk {
    struct smtp_call *call;
    int fd;
    enum step step;
    size_t recipient;
    int64_t until, call_until;
    size_t n_in, n_out, sent;
    char in[IN_SIZE], out[OUT_SIZE];
    struct ossl_tls *tls;
    bool shake_writes;        /* the handshake waits to write, else to read */
    struct smtp_reply demand; /* of encryption */
};

/* What can be sent now of `length` bytes; false: the server is gone. */
static bool
put_bytes(struct talk *talk, const char *bytes, size_t length, size_t *n)
{
    *n = 0;
    if (talk->tls)
        return ossl_tls_write(talk->tls, bytes, length, n) != OSSL_TLS_CLOSED;
    ssize_t sent = send(talk->fd, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
    *n = sent > 0 ? (size_t)sent : 0;
    return sent >= 0 || errno == EAGAIN || errno == EINTR;
}

/* What has come, at most `size` bytes; false: the server is gone. */
static bool
get_bytes(struct talk *talk, char *bytes, size_t size, size_t *n)
{
    *n = 0;
    if (talk->tls)
        return ossl_tls_read(talk->tls, bytes, size, n) != OSSL_TLS_CLOSED;
    ssize_t got = recv(talk->fd, bytes, size, 0);
    *n = got > 0 ? (size_t)got : 0;
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

static void
hang_up(struct talk *talk, enum smtp_end end)
{
    static const char quit[] = "QUIT\r\n";
    size_t n;
    /* a server that is still listening is told; the answer does not matter */
    if ((end == SMTP_THROUGH || end == SMTP_TURNED_AWAY) && talk->step != STEP_SHAKE)
        (void)put_bytes(talk, quit, strlen(quit), &n);
    talk->call->end = end;
    ossl_tls_free(talk->tls);
    close(talk->fd);
    talk->fd = -1;
}

static void
say(struct talk *talk, const struct smtp_options *options, enum step step, const char *verb,
    const char *text, const char *end)
{
    int n = snprintf(talk->out, sizeof talk->out, "%s%s%s\r\n", verb, text, end);
    if (n < 0 || (size_t)n >= sizeof talk->out || strpbrk(text, "\r\n<>")) {
        hang_up(talk, SMTP_NONSENSE);
        return;
    }
    talk->n_out = (size_t)n;
    talk->sent = 0;
    talk->step = step;
    talk->until = clock_steady_ms() + options->reply_ms;
}

static void
ask_next(struct talk *talk, const struct smtp_options *options)
{
    const struct smtp_call *call = talk->call;
    if (talk->recipient == call->n_recipients)
        hang_up(talk, SMTP_THROUGH);
    else
        say(talk, options, STEP_RCPT, "RCPT TO:<", call->recipients[talk->recipient], ">");
}

/* One step of the handshake; after the last all begins anew, as RFC 3207 wants it. */
static void
shake(struct talk *talk, const struct smtp_options *options)
{
    enum ossl_tls_result result = ossl_tls_shake(talk->tls);
    talk->shake_writes = result == OSSL_TLS_WRITES;
    if (result == OSSL_TLS_DONE) {
        say(talk, options, STEP_EHLO, "EHLO ", talk->call->helo, "");
    } else if (result == OSSL_TLS_CLOSED) {
        talk->call->last = talk->demand;
        hang_up(talk, SMTP_TURNED_AWAY);
    }
}

static void
take_starttls(struct talk *talk, const struct smtp_options *options, const struct smtp_reply *reply)
{
    if (reply->code != 220) {
        hang_up(talk, SMTP_TURNED_AWAY);
    } else if (talk->n_in > 0) {
        hang_up(talk, SMTP_NONSENSE); /* words from before, to be taken for its own in secret */
    } else {
        talk->step = STEP_SHAKE;
        talk->until = clock_steady_ms() + options->reply_ms;
        talk->tls = ossl_tls_new(talk->fd, talk->call->host);
        if (talk->tls)
            shake(talk, options);
        else
            hang_up(talk, SMTP_TURNED_AWAY);
    }
}

/* "530 Must issue a STARTTLS command first" */
static bool
demands_tls(const struct talk *talk, const struct smtp_reply *reply)
{
    return (talk->step == STEP_MAIL || talk->step == STEP_RCPT) && !talk->tls &&
           talk->recipient == 0 && reply->code >= 500 && strcasestr(reply->text, "STARTTLS");
}

static void
take_reply(struct talk *talk, const struct smtp_options *options, const struct smtp_reply *reply)
{
    struct smtp_call *call = talk->call;
    bool good = reply->code >= 200 && reply->code < 300;
    if (talk->step != STEP_RCPT)
        call->last = *reply;
    if (demands_tls(talk, reply)) {
        talk->demand = *reply;
        say(talk, options, STEP_STARTTLS, "STARTTLS", "", "");
        return;
    }
    switch (talk->step) {
    case STEP_CONNECT:
    case STEP_SHAKE:
        hang_up(talk, SMTP_NONSENSE);
        return;
    case STEP_STARTTLS:
        take_starttls(talk, options, reply);
        return;
    case STEP_GREETING:
        if (good)
            say(talk, options, STEP_EHLO, "EHLO ", call->helo, "");
        else
            hang_up(talk, SMTP_TURNED_AWAY);
        return;
    case STEP_EHLO:
    case STEP_HELO:
        if (good)
            say(talk, options, STEP_MAIL, "MAIL FROM:<>", "", "");
        else if (talk->step == STEP_EHLO && reply->code >= 500 && reply->code <= 504)
            say(talk, options, STEP_HELO, "HELO ", call->helo, "");
        else
            hang_up(talk, SMTP_TURNED_AWAY);
        return;
    case STEP_MAIL:
        if (good)
            ask_next(talk, options);
        else
            hang_up(talk, SMTP_TURNED_AWAY);
        return;
    case STEP_RCPT:
        call->replies[talk->recipient++] = *reply;
        if (reply->code == 421)
            hang_up(talk, SMTP_CLOSED);
        else if (good && call->first_decides && talk->recipient == 1)
            hang_up(talk, SMTP_THROUGH);
        else
            ask_next(talk, options);
        return;
    }
}

static void
take_replies(struct talk *talk, const struct smtp_options *options)
{
    while (talk->fd >= 0) {
        struct smtp_reply reply;
        size_t used;
        enum smtp_read read = smtp_reply_read(talk->in, talk->n_in, &reply, &used);
        if (read == SMTP_READ_MORE && talk->n_in < sizeof talk->in)
            return;
        if (read != SMTP_READ_ONE) {
            hang_up(talk, SMTP_NONSENSE);
            return;
        }
        memmove(talk->in, talk->in + used, talk->n_in - used);
        talk->n_in -= used;
        take_reply(talk, options, &reply);
        if (talk->fd >= 0 && talk->n_in > 0 && talk->sent < talk->n_out) {
            hang_up(talk, SMTP_NONSENSE); /* answers to what was not asked yet */
            return;
        }
    }
}

/* Takes all that has come: what was decrypted already does not wake poll. */
static void
take_bytes(struct talk *talk, const struct smtp_options *options)
{
    size_t got = 1;
    while (talk->fd >= 0 && got > 0) {
        if (!get_bytes(talk, talk->in + talk->n_in, sizeof talk->in - talk->n_in, &got))
            hang_up(talk, SMTP_CLOSED);
        talk->n_in += got;
        if (talk->fd >= 0)
            take_replies(talk, options);
        got = talk->tls && talk->step != STEP_SHAKE ? got : 0;
    }
}

static void
send_bytes(struct talk *talk, const struct smtp_options *options)
{
    if (talk->step == STEP_CONNECT) {
        int error = 0;
        socklen_t size = sizeof error;
        if (getsockopt(talk->fd, SOL_SOCKET, SO_ERROR, &error, &size) || error) {
            hang_up(talk, SMTP_UNREACHABLE);
            return;
        }
        talk->step = STEP_GREETING;
        talk->until = clock_steady_ms() + options->reply_ms;
        return;
    }
    size_t n;
    if (put_bytes(talk, talk->out + talk->sent, talk->n_out - talk->sent, &n))
        talk->sent += n;
    else
        hang_up(talk, SMTP_CLOSED);
}

/* --- side by side -------------------------------------------------------------------------- */

static bool
start(struct talk *talk, struct smtp_call *call, const struct smtp_options *options)
{
    union {
        struct sockaddr any;
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } to = {0};
    *talk = (struct talk){.call = call, .fd = -1};
    call->end = SMTP_UNREACHABLE;
    bool is_four = inet_pton(AF_INET, call->address, &to.four.sin_addr) == 1;
    if (!is_four && inet_pton(AF_INET6, call->address, &to.six.sin6_addr) != 1)
        return false;
    if (!options->allow_private && !ip_range_is_public(call->address)) {
        call->end = SMTP_FORBIDDEN;
        return false;
    }
    to.any.sa_family = is_four ? AF_INET : AF_INET6;
    *(is_four ? &to.four.sin_port : &to.six.sin6_port) = htons((uint16_t)options->port);
    talk->fd = socket(to.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (talk->fd < 0)
        return false;
    if (connect(talk->fd, &to.any, is_four ? sizeof to.four : sizeof to.six) &&
        errno != EINPROGRESS) {
        close(talk->fd);
        return false;
    }
    call->end = SMTP_OPEN;
    talk->until = clock_steady_ms() + options->reply_ms;
    talk->call_until = clock_steady_ms() + options->call_ms;
    return true;
}

static void
wait_for_some(struct talk *talks, size_t n, const struct smtp_options *options)
{
    struct pollfd polls[SIDE_BY_SIDE];
    int64_t now = clock_steady_ms(), soonest = now + 1000;
    for (size_t i = 0; i < n; i++) {
        bool shakes = talks[i].step == STEP_SHAKE;
        bool writes = shakes ? talks[i].shake_writes
                             : talks[i].step == STEP_CONNECT || talks[i].sent < talks[i].n_out;
        polls[i] = (struct pollfd){.fd = talks[i].fd,
                                   .events = (short)(writes ? POLLIN | POLLOUT : POLLIN)};
        if (talks[i].until < soonest)
            soonest = talks[i].until;
    }
    (void)poll(polls, (nfds_t)n, soonest > now ? (int)(soonest - now) : 0);
    now = clock_steady_ms();
    for (size_t i = 0; i < n; i++) {
        struct talk *talk = &talks[i];
        if (talk->step == STEP_SHAKE && polls[i].revents)
            shake(talk, options);
        else if (polls[i].revents & POLLOUT)
            send_bytes(talk, options);
        if (talk->fd >= 0 && talk->step != STEP_SHAKE && talk->step != STEP_CONNECT &&
            polls[i].revents & (POLLIN | POLLHUP))
            take_bytes(talk, options);
        else if (talk->fd >= 0 && polls[i].revents & (POLLERR | POLLHUP))
            hang_up(talk, talk->step == STEP_CONNECT ? SMTP_UNREACHABLE : SMTP_CLOSED);
        if (talk->fd >= 0 && (now >= talk->until || now >= talk->call_until))
            hang_up(talk, talk->step == STEP_CONNECT ? SMTP_UNREACHABLE : SMTP_TIMEOUT);
    }
}

bool
smtp_ask(struct ctx *ctx, const struct smtp_options *given, struct smtp_call *calls, size_t n)
{
    struct smtp_options options = *given;
    if (ctx->no_outside)
        return err_raise(ctx, ERR_BUG, "A page asks a mail server.");
    options.port = options.port ? options.port : 25;
    options.reply_ms = options.reply_ms ? options.reply_ms : 10000;
    options.call_ms = options.call_ms ? options.call_ms : 45000;
    struct talk *talks = ARENA_ARRAY(ctx->arena, n < SIDE_BY_SIDE ? n : SIDE_BY_SIDE, struct talk);
    size_t next = 0, open = 0;
    while (next < n || open > 0) {
        while (next < n && open < SIDE_BY_SIDE) {
            struct smtp_call *call = &calls[next++];
            if (call->n_recipients > SMTP_RECIPIENTS_MAX)
                return err_raise(ctx, ERR_BUG, "%zu recipients in one call", call->n_recipients);
            open += start(&talks[open], call, &options);
        }
        if (open > 0)
            wait_for_some(talks, open, &options);
        for (size_t i = open; i-- > 0;)
            if (talks[i].fd < 0)
                talks[i] = talks[--open];
    }
    return true;
}

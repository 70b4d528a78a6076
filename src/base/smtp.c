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

enum step { STEP_CONNECT, STEP_GREETING, STEP_EHLO, STEP_HELO, STEP_MAIL, STEP_RCPT };

struct talk {
    struct smtp_call *call;
    int fd;
    enum step step;
    size_t recipient;
    int64_t until, call_until;
    size_t n_in, n_out, sent;
    char in[IN_SIZE], out[OUT_SIZE];
};

static void
hang_up(struct talk *talk, enum smtp_end end)
{
    /* a server that is still listening is told; the answer does not matter */
    if (end == SMTP_THROUGH || end == SMTP_TURNED_AWAY)
        (void)send(talk->fd, "QUIT\r\n", 6, MSG_NOSIGNAL | MSG_DONTWAIT);
    talk->call->end = end;
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

static void
take_reply(struct talk *talk, const struct smtp_options *options, const struct smtp_reply *reply)
{
    struct smtp_call *call = talk->call;
    bool good = reply->code >= 200 && reply->code < 300;
    if (talk->step != STEP_RCPT)
        call->last = *reply;
    switch (talk->step) {
    case STEP_CONNECT:
        hang_up(talk, SMTP_NONSENSE);
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
take_bytes(struct talk *talk, const struct smtp_options *options)
{
    ssize_t got = recv(talk->fd, talk->in + talk->n_in, sizeof talk->in - talk->n_in, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) {
        hang_up(talk, SMTP_CLOSED);
        return;
    }
    talk->n_in += (size_t)got;
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
    ssize_t n = send(talk->fd, talk->out + talk->sent, talk->n_out - talk->sent, MSG_NOSIGNAL);
    if (n > 0)
        talk->sent += (size_t)n;
    else if (n < 0 && errno != EAGAIN && errno != EINTR)
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
        bool writes = talks[i].step == STEP_CONNECT || talks[i].sent < talks[i].n_out;
        polls[i] = (struct pollfd){.fd = talks[i].fd,
                                   .events = (short)(writes ? POLLIN | POLLOUT : POLLIN)};
        if (talks[i].until < soonest)
            soonest = talks[i].until;
    }
    (void)poll(polls, (nfds_t)n, soonest > now ? (int)(soonest - now) : 0);
    now = clock_steady_ms();
    for (size_t i = 0; i < n; i++) {
        struct talk *talk = &talks[i];
        if (polls[i].revents & POLLOUT)
            send_bytes(talk, options);
        if (talk->fd >= 0 && talk->step != STEP_CONNECT && polls[i].revents & (POLLIN | POLLHUP))
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

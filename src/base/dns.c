/* The DNS through c-ares. See dns.h. */
#include "base/dns.h"

#include <arpa/inet.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include <ares.h>

enum {
    NAME_MAX_BYTES = 253,
    ANSWER_MAX = 65535,
    RECORDS_MAX = 64,
    RECEIVE_BUFFER = 1024 * 1024, /* answers of a whole window may arrive at once */
    CLASS_IN = 1
};

struct dns {
    ares_channel channel;
    size_t most_in_flight;
};

/* --- opening ------------------------------------------------------------------------------- */

static void
close_channel(void *arg)
{
    struct dns *dns = arg;
    ares_destroy(dns->channel);
    ares_library_cleanup();
}

bool
dns_new(struct ctx *ctx, struct arena *owner, const struct dns_options *options, struct dns **out)
{
    struct ares_options set = {0};
    struct dns *dns = ARENA_NEW(owner, struct dns);
    dns->most_in_flight = options->most_in_flight ? options->most_in_flight : 256;
    /* NOCHECKRESP: else SERVFAIL of the last server looks like silence */
    set.flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | ARES_FLAG_STAYOPEN | ARES_FLAG_EDNS |
                ARES_FLAG_NOCHECKRESP;
    set.timeout = options->timeout_ms ? options->timeout_ms : 1000;
    set.tries = options->tries ? options->tries : 3;
    set.ednspsz = 1232;
    set.socket_receive_buffer_size = RECEIVE_BUFFER;
    if (ares_library_init(ARES_LIB_INIT_ALL) != ARES_SUCCESS)
        return err_raise(ctx, ERR_UNAVAILABLE, "The resolver cannot be started.");
    int status = ares_init_options(&dns->channel, &set,
                                   ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES |
                                       ARES_OPT_EDNSPSZ | ARES_OPT_SOCK_RCVBUF);
    if (status != ARES_SUCCESS) {
        ares_library_cleanup();
        return err_raise(ctx, ERR_UNAVAILABLE, "The resolver cannot be started: %s.",
                         ares_strerror(status));
    }
    arena_defer(owner, close_channel, dns);
    if (options->servers && *options->servers &&
        ares_set_servers_ports_csv(dns->channel, options->servers) != ARES_SUCCESS)
        return err_raise(ctx, ERR_INPUT,
                         "\"%.80s\" are no DNS servers: write them as address:port, with commas "
                         "between.",
                         options->servers);
    *out = dns;
    return true;
}

/* --- reading an answer --------------------------------------------------------------------- */

static enum dns_verdict
verdict_of(int status)
{
    switch (status) {
    case ARES_SUCCESS:
        return DNS_FOUND;
    case ARES_ENODATA:
        return DNS_NO_DATA;
    case ARES_ENOTFOUND:
        return DNS_NO_NAME;
    case ARES_EBADNAME:
        return DNS_BAD_NAME;
    case ARES_ETIMEOUT:
    case ARES_ECONNREFUSED: /* nobody listens there: as good as silent */
        return DNS_TIMEOUT;
    default:
        return DNS_FAILED;
    }
}

static void
add_record(struct arena *arena, struct dns_question *question, const char *text, size_t length,
           int preference)
{
    if (question->n_records == RECORDS_MAX)
        return;
    if (!question->records)
        question->records = ARENA_ARRAY(arena, RECORDS_MAX, struct dns_record);
    question->records[question->n_records++] =
        (struct dns_record){arena_strndup(arena, text, length), preference};
}

static int
read_mx(struct arena *arena, const unsigned char *bytes, int length, struct dns_question *question)
{
    struct ares_mx_reply *first = NULL;
    int status = ares_parse_mx_reply(bytes, length, &first);
    if (status != ARES_SUCCESS)
        return status;
    for (struct ares_mx_reply *at = first; at; at = at->next)
        add_record(arena, question, at->host, strlen(at->host), at->priority);
    ares_free_data(first);
    /* few, and mostly in order: insertion keeps equal ones as they came */
    for (size_t i = 1; i < question->n_records; i++)
        for (size_t k = i; k > 0; k--) {
            struct dns_record *low = &question->records[k - 1], *high = &question->records[k];
            if (low->preference <= high->preference)
                break;
            struct dns_record swap = *low;
            *low = *high;
            *high = swap;
        }
    return status;
}

static int
read_txt(struct arena *arena, const unsigned char *bytes, int length, struct dns_question *question)
{
    struct ares_txt_ext *first = NULL;
    int status = ares_parse_txt_reply_ext(bytes, length, &first);
    if (status != ARES_SUCCESS)
        return status;
    const struct ares_txt_ext *at = first;
    while (at) {
        const struct ares_txt_ext *end = at->next;
        size_t all = at->length;
        for (; end && !end->record_start; end = end->next)
            all += end->length;
        char *text = arena_alloc(arena, all + 1);
        size_t n = 0;
        for (; at != end; at = at->next) {
            memcpy(text + n, at->txt, at->length);
            n += at->length;
        }
        add_record(arena, question, text, strlen(text), 0);
    }
    ares_free_data(first);
    return status;
}

static int
read_addresses(struct arena *arena, const unsigned char *bytes, int length,
               struct dns_question *question)
{
    struct ares_addrttl four[RECORDS_MAX];
    struct ares_addr6ttl six[RECORDS_MAX];
    int n = RECORDS_MAX;
    bool is_four = question->type == DNS_A;
    int status = is_four ? ares_parse_a_reply(bytes, length, NULL, four, &n)
                         : ares_parse_aaaa_reply(bytes, length, NULL, six, &n);
    for (int i = 0; status == ARES_SUCCESS && i < n; i++) {
        char text[INET6_ADDRSTRLEN];
        const void *address = is_four ? (const void *)&four[i].ipaddr : &six[i].ip6addr;
        if (inet_ntop(is_four ? AF_INET : AF_INET6, address, text, sizeof text))
            add_record(arena, question, text, strlen(text), 0);
    }
    return status;
}

void
dns_read(struct arena *arena, const unsigned char *bytes, size_t length,
         struct dns_question *question)
{
    int status = ARES_EBADRESP;
    question->n_records = 0;
    if (length <= ANSWER_MAX) {
        switch (question->type) {
        case DNS_MX:
            status = read_mx(arena, bytes, (int)length, question);
            break;
        case DNS_TXT:
            status = read_txt(arena, bytes, (int)length, question);
            break;
        case DNS_A:
        case DNS_AAAA:
            status = read_addresses(arena, bytes, (int)length, question);
            break;
        }
    }
    question->verdict = verdict_of(status);
    if (question->verdict == DNS_FOUND && question->n_records == 0)
        question->verdict = DNS_NO_DATA;
}

/* --- asking -------------------------------------------------------------------------------- */

struct asking {
    struct arena *arena;
    size_t in_flight;
};

/* One question under way: what the callback gets. */
struct flight {
    struct asking *asking;
    struct dns_question *question;
};

static void
take_answer(void *arg, int status, int timeouts, unsigned char *bytes, int length)
{
    struct flight *flight = arg;
    (void)timeouts;
    flight->asking->in_flight--;
    if (status == ARES_SUCCESS && bytes && length > 0)
        dns_read(flight->asking->arena, bytes, (size_t)length, flight->question);
    else
        flight->question->verdict = verdict_of(status);
}

/* Waits for answers or for a timeout, and takes what has come. */
static void
wait_for_some(struct dns *dns)
{
    ares_socket_t sockets[ARES_GETSOCK_MAXNUM];
    struct pollfd polls[ARES_GETSOCK_MAXNUM];
    /* A bit for each that is read from, then one for each that is written to; the macros that read
     * them shift a one into the sign. */
    unsigned bits = (unsigned)ares_getsock(dns->channel, sockets, ARES_GETSOCK_MAXNUM);
    nfds_t n = 0;
    for (int i = 0; i < ARES_GETSOCK_MAXNUM; i++) {
        bool reads = (bits >> i & 1) != 0;
        bool writes = (bits >> (ARES_GETSOCK_MAXNUM + i) & 1) != 0;
        if (reads || writes)
            polls[n++] = (struct pollfd){
                .fd = sockets[i], .events = (short)((reads ? POLLIN : 0) | (writes ? POLLOUT : 0))};
    }
    struct timeval most = {1, 0}, left;
    const struct timeval *wait = ares_timeout(dns->channel, &most, &left);
    int ms = (int)(wait->tv_sec * 1000 + wait->tv_usec / 1000) + 1;
    if (poll(polls, n, ms) <= 0) {
        ares_process_fd(dns->channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
        return;
    }
    for (nfds_t i = 0; i < n; i++)
        if (polls[i].revents)
            ares_process_fd(dns->channel,
                            polls[i].revents & (POLLIN | POLLERR | POLLHUP) ? polls[i].fd
                                                                            : ARES_SOCKET_BAD,
                            polls[i].revents & POLLOUT ? polls[i].fd : ARES_SOCKET_BAD);
}

static bool
is_askable(const char *name)
{
    size_t length = strlen(name);
    if (length == 0 || length > NAME_MAX_BYTES || *name == '.' || strstr(name, ".."))
        return false;
    for (const char *label = name; *label;) {
        size_t n = strcspn(label, ".");
        if (n > 63)
            return false;
        label += n + (label[n] == '.');
    }
    for (const char *p = name; *p; p++)
        if ((unsigned char)*p <= ' ' || (unsigned char)*p >= 0x7F || *p == '\\')
            return false;
    return true;
}

bool
dns_ask(struct ctx *ctx, struct dns *dns, struct dns_question *questions, size_t n)
{
    if (ctx->no_outside)
        return err_raise(ctx, ERR_BUG, "A page asks the DNS.");
    struct asking asking = {ctx->arena, 0};
    struct flight *flights = ARENA_ARRAY(ctx->arena, n, struct flight);
    size_t next = 0;
    while (next < n || asking.in_flight > 0) {
        while (next < n && asking.in_flight < dns->most_in_flight) {
            struct dns_question *question = &questions[next];
            flights[next] = (struct flight){&asking, question};
            next++;
            if (question->verdict != DNS_OPEN)
                continue;
            if (!is_askable(question->name)) {
                question->verdict = DNS_BAD_NAME;
                continue;
            }
            asking.in_flight++;
            ares_query(dns->channel, question->name, CLASS_IN, (int)question->type, take_answer,
                       &flights[next - 1]);
        }
        if (asking.in_flight > 0)
            wait_for_some(dns);
    }
    return true;
}

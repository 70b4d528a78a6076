/* Mail servers of a test's own, each with its manners, in one process on 127.0.2.x: as far as RCPT, no
 * mail is taken. Included by tests of the SMTP conversation and of the probe. */
#ifndef LEADGEN_TESTS_SUPPORT_MAIL_SERVER_H
#define LEADGEN_TESTS_SUPPORT_MAIL_SERVER_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/test.h"

/* Behaviours. Everyone has the mailboxes jane, john and anna, and full, which has no room. */
enum mail_manner {
    MAIL_HONEST,      /* 550 5.1.1 for whom it does not know */
    MAIL_PLAIN_WORDS, /* the same without enhanced codes */
    MAIL_MULTILINE,   /* the same in many lines */
    MAIL_OLD,         /* the same, knows no EHLO */
    MAIL_VRFY_LIES,   /* the same; VRFY says yes to everybody */
    MAIL_TAKES_ALL,
    MAIL_GREYLIST,  /* 451 the first time for each recipient */
    MAIL_TARPIT,    /* an answer takes seconds */
    MAIL_HANGS_UP,  /* at the first RCPT */
    MAIL_NO_SENDER, /* 550 on MAIL FROM */
    MAIL_BUSY,      /* 421 instead of a greeting */
    MAIL_TLS_ONLY,  /* 530 on MAIL FROM, and yet no STARTTLS */
    MAIL_STARTTLS, /* 530 on RCPT until STARTTLS, with a certificate of its own making; then honest */
    MAIL_TLS_BROKEN,  /* the same, but what it then says is no TLS */
    MAIL_BY_CHANCE,   /* takes half of the recipients, whoever they are */
    MAIL_BLOCKS_US,   /* 550 5.7.1 on RCPT, with the name of a block list */
    MAIL_SPEAKS_HTTP, /* no SMTP at all */
    MAIL_MUTE,        /* accepts the connection and says nothing */
    MAIL_ABSENT,      /* nobody listens */
    MAIL_N_MANNERS
};

static const char *const mail_manners[MAIL_N_MANNERS] = {
    "honest",    "plain_words", "multiline",   "old",  "vrfy_lies", "takes_all", "greylist",
    "tarpit",    "hangs_up",    "no_sender",   "busy", "tls_only",  "starttls",  "tls_broken",
    "by_chance", "blocks_us",   "speaks_http", "mute", "absent"};

struct mail_servers {
    pid_t pid;
    int port;
};

struct mail_guest {
    int fd;
    enum mail_manner manner;
    SSL *tls;
    char in[2048];
    size_t n;
};

/* The address of one: "127.0.2.1". */
static inline void
mail_server_address(enum mail_manner manner, char out[16])
{
    snprintf(out, 16, "127.0.2.%u", ((unsigned)manner + 1) % 256);
}

static inline bool
mail_server_knows(const char *recipient)
{
    static const char *const boxes[] = {"jane", "john", "anna"};
    for (size_t i = 0; i < 3; i++)
        if (!strncasecmp(recipient, boxes[i], strlen(boxes[i])) &&
            recipient[strlen(boxes[i])] == '@')
            return true;
    return false;
}

/* Whether this recipient is asked about for the first time; remembers a few hundred. */
static inline bool
mail_server_is_new(const char *recipient)
{
    static uint32_t seen[512];
    uint32_t hash = 2166136261u;
    for (; *recipient && *recipient != '>'; recipient++)
        hash = (hash ^ (unsigned char)*recipient) * 16777619u;
    for (size_t i = 0; i < 512; i++) {
        if (seen[i] == hash)
            return false;
        if (!seen[i]) {
            seen[i] = hash;
            return true;
        }
    }
    return true;
}

static inline const char *
mail_server_rcpt(enum mail_manner manner, const char *recipient)
{
    static unsigned toss;
    if (manner == MAIL_TAKES_ALL)
        return "250 2.1.5 OK\r\n";
    if (manner == MAIL_BY_CHANCE)
        return toss++ % 2 ? "250 OK\r\n" : "550 No such user here\r\n";
    if (manner == MAIL_BLOCKS_US)
        return "550 5.7.1 Service unavailable; client host [192.0.2.1] blocked using "
               "zen.blocklist.example\r\n";
    if (manner == MAIL_GREYLIST && mail_server_is_new(recipient))
        return "451 4.7.1 Greylisted, try again in 5 minutes\r\n";
    if (!strncasecmp(recipient, "full@", 5))
        return "452 4.2.2 The recipient's mailbox is over quota\r\n";
    if (mail_server_knows(recipient))
        return manner == MAIL_MULTILINE ? "250-2.1.5 fine\r\n250 2.1.5 really\r\n" : "250 OK\r\n";
    if (manner == MAIL_PLAIN_WORDS)
        return "550 sorry, no mailbox here by that name\r\n";
    return manner == MAIL_MULTILINE
               ? "550-5.1.1 The account does not exist.\r\n550 5.1.1 Check it.\r\n"
               : "550 5.1.1 User unknown\r\n";
}

/* The answer to a line; NULL hangs up. */
static inline const char *
mail_server_answer(struct mail_guest *guest, const char *line)
{
    enum mail_manner manner = guest->manner;
    if (!strncasecmp(line, "EHLO", 4)) {
        if (manner == MAIL_OLD)
            return "502 Command not implemented\r\n";
        return manner == MAIL_MULTILINE
                   ? "250-mail.example at your service\r\n250-SIZE 35882577\r\n250-8BITMIME\r\n"
                     "250 PIPELINING\r\n"
                   : "250 mail.example\r\n";
    }
    if (!strncasecmp(line, "HELO", 4))
        return "250 mail.example\r\n";
    if (!strncasecmp(line, "VRFY", 4))
        return manner == MAIL_VRFY_LIES ? "250 OK\r\n" : "252 Try it\r\n";
    if (!strncasecmp(line, "MAIL", 4))
        return manner == MAIL_NO_SENDER  ? "550 5.7.1 Sender address rejected\r\n"
               : manner == MAIL_TLS_ONLY ? "530 5.7.0 Must issue a STARTTLS command first\r\n"
                                         : "250 OK\r\n";
    bool secret = manner == MAIL_STARTTLS || manner == MAIL_TLS_BROKEN;
    if (secret && !strcasecmp(line, "STARTTLS"))
        return "220 2.0.0 Ready\r\n";
    if (secret && !guest->tls && !strncasecmp(line, "RCPT", 4))
        return "530 5.7.0 Must issue a STARTTLS command first\r\n";
    if (!strncasecmp(line, "RCPT TO:<", 9))
        return manner == MAIL_HANGS_UP ? NULL : mail_server_rcpt(manner, line + 9);
    return strncasecmp(line, "QUIT", 4) ? "500 What\r\n" : NULL;
}

static inline const char *
mail_server_greeting(enum mail_manner manner)
{
    switch ((int)manner) {
    case MAIL_BUSY:
        return "421 4.3.2 Too busy\r\n";
    case MAIL_SPEAKS_HTTP:
        return "HTTP/1.1 400 Bad Request\r\n\r\n";
    case MAIL_MUTE:
        return "";
    case MAIL_MULTILINE:
        return "220-mail.example ESMTP\r\n220-No spam here\r\n220 go ahead\r\n";
    default:
        return "220 mail.example ESMTP\r\n";
    }
}

/* How long a test waits for a reply: TLS takes long under valgrind, and a server that says nothing costs it. */
static inline int
mail_patience_ms(void)
{
    return test_under_valgrind() ? 4000 : 700;
}

/* Keys and a certificate that nobody vouches for. */
static inline SSL_CTX *
mail_server_tls(void)
{
    SSL_CTX *tls = SSL_CTX_new(TLS_server_method());
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *own = X509_new();
    X509_gmtime_adj(X509_getm_notBefore(own), 0);
    X509_gmtime_adj(X509_getm_notAfter(own), 3600);
    if (X509_set_pubkey(own, key) != 1 || X509_sign(own, key, EVP_sha256()) == 0 ||
        SSL_CTX_use_certificate(tls, own) != 1 || SSL_CTX_use_PrivateKey(tls, key) != 1)
        abort();
    X509_free(own);
    EVP_PKEY_free(key);
    return tls;
}

static inline void
mail_server_leave(struct mail_guest *guest)
{
    SSL_free(guest->tls);
    guest->tls = NULL;
    close(guest->fd);
    guest->fd = -1;
}

static inline void
mail_server_say(struct mail_guest *guest, const char *text)
{
    if (text && guest->tls)
        (void)SSL_write(guest->tls, text, (int)strlen(text));
    else if (text)
        (void)send(guest->fd, text, strlen(text), MSG_NOSIGNAL);
    if (!text || !strncmp(text, "421", 3))
        mail_server_leave(guest);
}

/* What follows "220 Ready". */
static inline void
mail_server_encrypt(struct mail_guest *guest)
{
    static SSL_CTX *tls;
    if (guest->manner == MAIL_TLS_BROKEN) {
        mail_server_say(guest, "250 in the clear\r\n");
        return;
    }
    tls = tls ? tls : mail_server_tls();
    guest->tls = SSL_new(tls);
    if (SSL_set_fd(guest->tls, guest->fd) != 1 || SSL_accept(guest->tls) != 1)
        mail_server_leave(guest);
}

static inline void
mail_server_hear(struct mail_guest *guest)
{
    size_t room = sizeof guest->in - 1 - guest->n;
    ssize_t n = guest->tls ? SSL_read(guest->tls, guest->in + guest->n, (int)room)
                           : recv(guest->fd, guest->in + guest->n, room, 0);
    if (n <= 0) {
        mail_server_leave(guest);
        return;
    }
    guest->n += (size_t)n;
    guest->in[guest->n] = '\0';
    char *end;
    while (guest->fd >= 0 && (end = strstr(guest->in, "\r\n")) != NULL) {
        *end = '\0';
        const char *answer = "";
        if (guest->manner != MAIL_MUTE && guest->manner != MAIL_TARPIT)
            mail_server_say(guest, answer = mail_server_answer(guest, guest->in));
        size_t used = (size_t)(end - guest->in) + 2;
        memmove(guest->in, guest->in + used, guest->n - used + 1);
        guest->n -= used;
        if (answer && !strncmp(answer, "220", 3))
            mail_server_encrypt(guest);
    }
}

static inline void
mail_server_serve(const int *listeners)
{
    enum { GUESTS = 200 };
    static struct mail_guest guests[GUESTS];
    struct pollfd polls[MAIL_N_MANNERS + GUESTS];
    signal(SIGPIPE, SIG_IGN);
    for (size_t i = 0; i < GUESTS; i++)
        guests[i].fd = -1;
    for (;;) {
        for (size_t i = 0; i < MAIL_N_MANNERS; i++)
            polls[i] = (struct pollfd){.fd = listeners[i], .events = POLLIN};
        for (size_t i = 0; i < GUESTS; i++)
            polls[MAIL_N_MANNERS + i] = (struct pollfd){.fd = guests[i].fd, .events = POLLIN};
        if (poll(polls, MAIL_N_MANNERS + GUESTS, -1) < 0)
            continue;
        for (size_t i = 0; i < GUESTS; i++)
            if (guests[i].fd >= 0 && polls[MAIL_N_MANNERS + i].revents)
                mail_server_hear(&guests[i]);
        for (size_t i = 0; i < MAIL_N_MANNERS; i++) {
            int fd = polls[i].revents & POLLIN ? accept(listeners[i], NULL, NULL) : -1;
            for (size_t k = 0; fd >= 0 && k < GUESTS; k++)
                if (guests[k].fd < 0) {
                    guests[k] = (struct mail_guest){.fd = fd, .manner = (enum mail_manner)i};
                    fd = -1;
                    mail_server_say(&guests[k], mail_server_greeting(guests[k].manner));
                }
        }
    }
}

/* A listener for each on one port that all addresses have free. */
static inline bool
mail_servers_bind(struct mail_servers *servers, int listeners[MAIL_N_MANNERS])
{
    int on = 1;
    bool bound = true;
    servers->port = 0;
    for (size_t i = 0; i < MAIL_N_MANNERS; i++)
        listeners[i] = -1;
    for (size_t i = 0; bound && i < MAIL_N_MANNERS; i++) {
        struct sockaddr_in address = {.sin_family = AF_INET};
        socklen_t size = sizeof address;
        char text[16];
        if (i == MAIL_ABSENT)
            continue;
        mail_server_address((enum mail_manner)i, text);
        inet_pton(AF_INET, text, &address.sin_addr);
        address.sin_port = htons((uint16_t)servers->port);
        listeners[i] = socket(AF_INET, SOCK_STREAM, 0);
        setsockopt(listeners[i], SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        bound = !bind(listeners[i], (struct sockaddr *)&address, sizeof address) &&
                !listen(listeners[i], 64) &&
                !getsockname(listeners[i], (struct sockaddr *)&address, &size);
        servers->port = ntohs(address.sin_port);
    }
    for (size_t i = 0; !bound && i < MAIL_N_MANNERS; i++)
        if (listeners[i] >= 0)
            close(listeners[i]);
    return bound;
}

/* Starts them all; they end with the test. */
static inline bool
mail_servers_start(struct mail_servers *servers)
{
    int listeners[MAIL_N_MANNERS], tries = 0;
    servers->pid = -1;
    while (!mail_servers_bind(servers, listeners))
        if (++tries == 50)
            return false;
    servers->pid = fork();
    if (servers->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        mail_server_serve(listeners);
    }
    for (size_t i = 0; i < MAIL_N_MANNERS; i++)
        if (listeners[i] >= 0)
            close(listeners[i]);
    return servers->pid > 0;
}

static inline void
mail_servers_stop(struct mail_servers *servers)
{
    kill(servers->pid, SIGKILL);
    waitpid(servers->pid, NULL, 0);
}

#endif

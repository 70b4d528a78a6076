/* A DNS server of a test's own, in a process of its own on 127.0.0.1, UDP and TCP: it answers by a
 * table of names ("*.suffix" stands for all below), and misbehaves where the table says so. Included
 * by tests of the resolver and of mail addresses, and by the bench. */
#ifndef LEADGEN_TESTS_SUPPORT_DNS_SERVER_H
#define LEADGEN_TESTS_SUPPORT_DNS_SERVER_H

#include <arpa/inet.h>
#include <netinet/in.h>
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

enum dns_fault {
    DNS_WELL,
    DNS_SERVFAIL,
    DNS_REFUSED,
    DNS_NXDOMAIN,
    DNS_SILENT,      /* never answers */
    DNS_SILENT_ONCE, /* answers from the second try on */
    DNS_GARBAGE,     /* bytes without sense behind the right id */
    DNS_TRUNCATED,   /* by UDP cut off; by TCP whole */
    DNS_LYING_LENGTH /* a record that claims more bytes than there are */
};

/* A record: MX "10 mail.acme.com" ("0 ." is null MX), A "192.0.2.1", TXT "text". A name that only
 * other types know gives no data; an unknown name is NXDOMAIN. */
struct dns_row {
    const char *name;
    const char *type, *value; /* NULL with a fault */
    enum dns_fault fault;
};

struct dns_server {
    pid_t pid;
    char address[32]; /* "127.0.0.1:12345" */
};

struct dns_desk {
    const struct dns_row *rows;
    size_t n_rows;
    unsigned silent; /* names that were left without an answer once */
};

static inline size_t
dns_server_put_name(unsigned char *out, const char *name)
{
    size_t n = 0;
    while (*name && strcmp(name, ".") != 0) {
        size_t label = strcspn(name, ".");
        out[n++] = (unsigned char)label;
        memcpy(out + n, name, label);
        n += label;
        name += label + (name[label] == '.');
    }
    out[n++] = 0;
    return n;
}

static inline int
dns_server_type(const char *type)
{
    return !strcmp(type, "A") ? 1 : !strcmp(type, "MX") ? 15 : !strcmp(type, "TXT") ? 16 : 28;
}

static inline bool
dns_server_fits(const char *pattern, const char *name)
{
    if (*pattern != '*')
        return !strcasecmp(pattern, name);
    size_t n = strlen(name), tail = strlen(pattern + 1);
    return n > tail && !strcasecmp(name + n - tail, pattern + 1);
}

static inline size_t
dns_server_put_record(unsigned char *out, const struct dns_row *row)
{
    unsigned char *data = out + 12;
    size_t length = 0;
    int type = dns_server_type(row->type);
    if (type == 15) {
        char *host;
        long preference = strtol(row->value, &host, 10);
        data[0] = (unsigned char)(preference >> 8);
        data[1] = (unsigned char)preference;
        length = 2 + dns_server_put_name(data + 2, host + 1);
    } else if (type == 16) {
        length = strlen(row->value) + 1;
        data[0] = (unsigned char)(length - 1);
        memcpy(data + 1, row->value, length - 1);
    } else {
        length = type == 1 ? 4 : 16;
        inet_pton(type == 1 ? AF_INET : AF_INET6, row->value, data);
    }
    const unsigned char head[] = {0xC0, 12, 0, (unsigned char)type, 0, 1, 0, 0, 1, 44};
    memcpy(out, head, sizeof head);
    out[10] = (unsigned char)(length >> 8);
    out[11] = (unsigned char)length;
    return 12 + length;
}

/* The answer to a question of n bytes; 0 for none. */
static inline size_t
dns_server_answer(struct dns_desk *desk, const unsigned char *in, size_t n, bool tcp,
                  unsigned char *out)
{
    char name[256] = "";
    size_t at = 12, length = 0;
    while (at < n && in[at] && at + in[at] < n && length + in[at] < 250) {
        memcpy(name + length, in + at + 1, in[at]);
        length += in[at];
        name[length++] = '.';
        at += (size_t)in[at] + 1;
    }
    if (at + 5 > n)
        return 0;
    name[length ? length - 1 : 0] = '\0';
    int type = in[at + 1] << 8 | in[at + 2];
    size_t end = at + 5, count = 0;
    memcpy(out, in, end);
    memset(out + 2, 0, 10);
    out[2] = (unsigned char)(0x84 | (in[2] & 1));
    out[3] = 0x80;
    out[5] = 1;
    bool known = false;
    for (size_t i = 0; i < desk->n_rows; i++) {
        const struct dns_row *row = &desk->rows[i];
        if (!dns_server_fits(row->name, name))
            continue;
        known = true;
        unsigned bit = 1U << (i % 32);
        bool first = !(desk->silent & bit);
        if (row->fault == DNS_SILENT || (row->fault == DNS_SILENT_ONCE && first)) {
            desk->silent |= bit;
            return 0;
        }
        if (row->fault == DNS_SERVFAIL || row->fault == DNS_REFUSED || row->fault == DNS_NXDOMAIN) {
            out[3] |= row->fault == DNS_SERVFAIL ? 2 : row->fault == DNS_REFUSED ? 5 : 3;
            return end;
        }
        if (row->fault == DNS_GARBAGE) {
            memset(out + 3, 0xC5, 40);
            out[3] = 0x80;
            return 43;
        }
        if (row->fault == DNS_TRUNCATED && !tcp) {
            out[2] |= 2;
            return end;
        }
        if (row->type && dns_server_type(row->type) == type) {
            size_t more = dns_server_put_record(out + end, row);
            if (row->fault == DNS_LYING_LENGTH)
                out[end + 10] = 0x40;
            end += more;
            count++;
        }
    }
    if (!known)
        out[3] |= 3;
    out[6] = (unsigned char)(count >> 8);
    out[7] = (unsigned char)count;
    return end;
}

static inline void
dns_server_serve(int udp, int tcp, const struct dns_row *rows, size_t n_rows)
{
    struct dns_desk desk = {rows, n_rows, 0};
    for (;;) {
        unsigned char in[1500], out[8192];
        struct pollfd polls[] = {
            {.fd = udp, .events = POLLIN},
            {.fd = tcp, .events = POLLIN}
        };
        if (poll(polls, 2, -1) < 0)
            continue;
        struct sockaddr_in peer;
        socklen_t size = sizeof peer;
        for (int i = 0; i < 64 && polls[0].revents; i++) {
            ssize_t n = recvfrom(udp, in, sizeof in, MSG_DONTWAIT, (struct sockaddr *)&peer, &size);
            if (n < 12)
                break;
            size_t length = dns_server_answer(&desk, in, (size_t)n, false, out);
            if (length)
                (void)sendto(udp, out, length, 0, (struct sockaddr *)&peer, size);
        }
        int fd = polls[1].revents ? accept(tcp, NULL, NULL) : -1;
        if (fd < 0)
            continue;
        ssize_t n = recv(fd, in, sizeof in, 0);
        size_t length = n > 14 ? dns_server_answer(&desk, in + 2, (size_t)n - 2, true, out + 2) : 0;
        out[0] = (unsigned char)(length >> 8);
        out[1] = (unsigned char)length;
        if (length)
            (void)send(fd, out, length + 2, MSG_NOSIGNAL);
        close(fd);
    }
}

/* A socket of each kind on one port that both have free. */
static inline bool
dns_server_bind(int *udp, int *tcp, struct sockaddr_in *address)
{
    int room = 4 * 1024 * 1024;
    socklen_t size = sizeof *address;
    *address = (struct sockaddr_in){.sin_family = AF_INET};
    address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    *udp = socket(AF_INET, SOCK_DGRAM, 0);
    *tcp = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(*udp, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    /* A port that a connection just left may be taken: after many fetches most are of that kind. */
    setsockopt(*tcp, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
    if (!bind(*udp, (struct sockaddr *)address, sizeof *address) &&
        !getsockname(*udp, (struct sockaddr *)address, &size) &&
        !bind(*tcp, (struct sockaddr *)address, sizeof *address) && !listen(*tcp, 64))
        return true;
    close(*udp);
    close(*tcp);
    return false;
}

/* Starts the server; it ends with the test, or with dns_server_stop. False when it cannot. */
static inline bool
dns_server_start(struct dns_server *server, const struct dns_row *rows, size_t n_rows)
{
    struct sockaddr_in address;
    int udp = -1, tcp = -1, tries = 0;
    while (!dns_server_bind(&udp, &tcp, &address))
        if (++tries == 50)
            return false;
    snprintf(server->address, sizeof server->address, "127.0.0.1:%d", ntohs(address.sin_port));
    server->pid = fork();
    if (server->pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        dns_server_serve(udp, tcp, rows, n_rows);
    }
    close(udp);
    close(tcp);
    return server->pid > 0;
}

static inline void
dns_server_stop(struct dns_server *server)
{
    kill(server->pid, SIGKILL);
    waitpid(server->pid, NULL, 0);
}

#endif

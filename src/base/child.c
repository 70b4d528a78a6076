/* posix_spawn, pipes and poll. See child.h. */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SAID_SIZE = 600, FIRST_FREE = 3 };

struct child {
    pid_t pid;        /* 0: has been waited for */
    int in, out, err; /* our ends */
    char said[SAID_SIZE];
};

static void
close_one(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void
end_child(void *arg)
{
    child_end(arg);
}

/* A pipe whose end `ours` does not block. */
static bool
make_pipe(int fds[2], int ours)
{
    if (pipe2(fds, O_CLOEXEC) != 0)
        return false;
    return fcntl(fds[ours], F_SETFL, O_NONBLOCK) == 0;
}

static int
spawn(struct child *child, const char *const *argv, int in, int out, int err)
{
    static const char *const nothing[] = {NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    int failed = posix_spawn_file_actions_init(&actions);
    if (failed)
        return failed;
    failed = posix_spawnattr_init(&attributes);
    if (!failed) {
        /* a group of its own: Ctrl-C on a terminal is for us to handle */
        (void)posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                                        POSIX_SPAWN_SETSIGDEF);
        (void)posix_spawnattr_setsigmask(&attributes, &none);
        (void)posix_spawnattr_setsigdefault(&attributes, &usual);
        failed = posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
        failed = failed ? failed : posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
        failed = failed ? failed : posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
        failed = failed ? failed : posix_spawn_file_actions_addclosefrom_np(&actions, FIRST_FREE);
        /* the interface is older than const */
        failed =
            failed ? failed
                   : posix_spawn(&child->pid, argv[0], &actions, &attributes,
                                 (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)nothing);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

bool
child_start(struct ctx *ctx, struct arena *owner, const char *const *argv, struct child **out)
{
    if (ctx->no_outside)
        return err_raise(ctx, ERR_BUG, "%s was to be started by a page", argv[0]);
    struct child *child = ARENA_NEW(owner, struct child);
    int in[2] = {-1, -1}, output[2] = {-1, -1}, err[2] = {-1, -1};
    bool piped = make_pipe(in, 1) && make_pipe(output, 0) && make_pipe(err, 0);
    int failed = piped ? spawn(child, argv, in[0], output[1], err[1]) : errno;
    *child = (struct child){
        .pid = failed ? 0 : child->pid, .in = in[1], .out = output[0], .err = err[0]};
    close_one(&in[0]);
    close_one(&output[1]);
    close_one(&err[1]);
    arena_defer(owner, end_child, child);
    *out = child;
    return !failed ||
           err_raise(ctx, ERR_UNAVAILABLE, "%s cannot be started: %s", argv[0], strerror(failed));
}

static int64_t
now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Keeps the end of what the child complains about, so that its pipe never fills. */
static void
hear(struct child *child)
{
    char piece[SAID_SIZE];
    ssize_t n;
    while (child->err >= 0 && (n = read(child->err, piece, sizeof piece)) > 0) {
        size_t kept = strlen(child->said), more = (size_t)n;
        if (more > SAID_SIZE - 1)
            more = SAID_SIZE - 1;
        size_t drop = kept + more > SAID_SIZE - 1 ? kept + more - (SAID_SIZE - 1) : 0;
        memmove(child->said, child->said + drop, kept - drop);
        memcpy(child->said + kept - drop, piece + ((size_t)n - more), more);
        child->said[kept - drop + more] = '\0';
    }
}

/* Waits until one of our ends can be used; false at the deadline. */
static bool
wait_for(struct child *child, int fd, short event, int64_t until)
{
    struct pollfd waits[2] = {
        {.fd = fd,         .events = event },
        {.fd = child->err, .events = POLLIN}
    };
    for (;;) {
        int64_t left = until - now_ms();
        if (left <= 0)
            return false;
        int n = poll(waits, 2, (int)left);
        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0 && waits[1].revents) {
            hear(child);
            if (waits[1].revents & (POLLHUP | POLLERR))
                waits[1].fd = -1;
        }
        if (n > 0 && waits[0].revents)
            return true;
    }
}

bool
child_write(struct child *child, const char *bytes, size_t n, int milliseconds)
{
    int64_t until = now_ms() + milliseconds;
    while (n) {
        if (child->in < 0 || !wait_for(child, child->in, POLLOUT, until))
            return false;
        ssize_t written = write(child->in, bytes, n);
        if (written < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

bool
child_read(struct child *child, char *bytes, size_t n, int milliseconds)
{
    int64_t until = now_ms() + milliseconds;
    while (n) {
        if (child->out < 0 || !wait_for(child, child->out, POLLIN, until))
            return false;
        ssize_t got = read(child->out, bytes, n);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        n -= (size_t)got;
    }
    return true;
}

const char *
child_said(struct child *child)
{
    hear(child);
    for (char *at = child->said; *at; at++)
        if ((unsigned char)*at < ' ')
            *at = ' ';
    return child->said;
}

void
child_end(struct child *child)
{
    close_one(&child->in);
    close_one(&child->out);
    if (child->pid > 0) {
        kill(child->pid, SIGKILL);
        while (waitpid(child->pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    child->pid = 0;
    hear(child);
    close_one(&child->err);
}

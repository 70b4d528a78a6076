/* The language models of model_sim.mjs for a test in C: started on a port of its own, ends with the test. */
#ifndef LEADGEN_TESTS_MODEL_SIM_H
#define LEADGEN_TESTS_MODEL_SIM_H

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define MODEL_SIM_KEY "sim-key"

struct model_sim {
    pid_t pid;
    int port; /* 0: there is no node */
};

/* `faults`: one call in so many fails for the model "sim"; "0": none. */
static inline struct model_sim
model_sim_start(const char *faults)
{
    struct model_sim sim = {0};
    const char *root = getenv("LEADGEN_SRCDIR");
    char path[4096], line[32] = "";
    int out[2];
    snprintf(path, sizeof path, "%s/tests/domain/provider/model_sim.mjs", root ? root : ".");
    if (pipe(out) != 0)
        return sim;
    sim.pid = fork();
    if (sim.pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        dup2(out[1], STDOUT_FILENO);
        close(out[0]);
        close(out[1]);
        execlp("node", "node", path, "--faults", faults, (char *)NULL);
        _exit(127);
    }
    close(out[1]);
    FILE *lines = fdopen(out[0], "r");
    if (lines && fgets(line, sizeof line, lines))
        sim.port = (int)strtol(line, NULL, 10);
    if (lines)
        fclose(lines);
    if (!sim.port)
        printf("# LEFT OUT: node does not run tests/domain/provider/model_sim.mjs\n");
    return sim;
}

static inline void
model_sim_stop(struct model_sim *sim)
{
    if (sim->pid > 0) {
        kill(sim->pid, SIGKILL);
        waitpid(sim->pid, NULL, 0);
    }
}

#endif

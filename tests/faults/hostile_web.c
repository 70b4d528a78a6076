/* The server of support/hostile_web.h as a program: prints its port, then how often what is private was
 * asked for whenever that changes. */
#include <stdio.h>
#include <unistd.h>

#include "support/hostile_web.h"

int
main(void)
{
    struct hostile_web web = hostile_web_start();
    int told = 0;
    printf("%d\n", web.port);
    fflush(stdout);
    for (;; usleep(100000)) {
        int now = __atomic_load_n(web.secrets, __ATOMIC_SEQ_CST);
        if (now != told)
            printf("secret asked for %d times\n", told = now);
        fflush(stdout);
    }
}

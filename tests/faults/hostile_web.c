/* The server of support/hostile_web.h as a program, with a DNS that knows no names and fails for those of
 * outage-N.example: prints the port and the address of the DNS, then how often what is private was asked
 * for whenever that changes. */
#include <stdio.h>
#include <unistd.h>

#include "support/dns_server.h"
#include "support/hostile_web.h"

int
main(void)
{
    enum { OUTAGES = 99, NAME_SIZE = 32 };
    static char names[2 * OUTAGES][NAME_SIZE];
    static struct dns_row rows[2 * OUTAGES];
    struct hostile_web web = hostile_web_start();
    struct dns_server dns;
    int told = 0;
    for (int i = 0; i < 2 * OUTAGES; i++) {
        snprintf(names[i], NAME_SIZE, i % 2 ? "www.outage-%d.example" : "outage-%d.example",
                 i / 2 + 1);
        rows[i] = (struct dns_row){.name = names[i], .fault = DNS_SERVFAIL};
    }
    if (!dns_server_start(&dns, rows, 2 * OUTAGES))
        return 1;
    printf("%d %s\n", web.port, dns.address);
    fflush(stdout);
    for (;; usleep(100000)) {
        int now = __atomic_load_n(web.secrets, __ATOMIC_SEQ_CST);
        if (now != told)
            printf("secret asked for %d times\n", told = now);
        fflush(stdout);
    }
}

/* Which addresses of the Internet a program may call on behalf of what it read: public ones, not those
 * of this machine, its network, or of protocols. Called by smtp.c. Pure. */
#ifndef LEADGEN_BASE_IP_RANGE_H
#define LEADGEN_BASE_IP_RANGE_H

#include <stdbool.h>

/* True for an IPv4 or IPv6 address, as text, that is routed on the Internet: no private, loopback,
 * link-local, shared, multicast, documentation or reserved range (IANA's special-purpose registries),
 * and no IPv4 address of that kind inside an IPv6 one. False for what is no address. */
bool ip_range_is_public(const char *address);

#endif

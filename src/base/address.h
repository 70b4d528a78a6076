/* Network addresses: which of them belong to the open internet. Called by http.c for every connection,
 * and by whoever else connects to what strangers name. Pure. */
#ifndef LEADGEN_BASE_ADDRESS_H
#define LEADGEN_BASE_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

/* True for an IPv4 or IPv6 address that anybody may reach. False for private, loopback, link-local,
 * shared, multicast, reserved, documentation and unspecified ones, and for those IPv6 ranges that
 * carry an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo). */
bool address_is_public(const struct sockaddr *address);

/* The same for an address in its text form; false for what is none. */
bool address_text_is_public(const char *text);

#endif

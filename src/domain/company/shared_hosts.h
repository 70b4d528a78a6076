/* Domains that host many: what stands under them says nothing about one company.
 * Called by company_domain.c and email_address.c. The table is data compiled in, sorted by name. */
#ifndef LEADGEN_DOMAIN_SHARED_HOSTS_H
#define LEADGEN_DOMAIN_SHARED_HOSTS_H

enum shared_kind {
    SHARED_NONE,
    SHARED_FREE_MAIL,    /* gmail.com, seznam.cz */
    SHARED_SOCIAL,       /* linkedin.com, facebook.com */
    SHARED_SITE_BUILDER, /* wixsite.com, webnode.cz */
    SHARED_HOSTING,      /* github.io, herokuapp.com, cloudfront.net; private public suffixes */
    SHARED_SHORTENER,    /* bit.ly, linktr.ee */
    SHARED_APP_STORE,    /* play.google.com, apps.apple.com */
    SHARED_MARKETPLACE,  /* etsy.com, ebay.com */
    SHARED_DIRECTORY,    /* crunchbase.com, yelp.com, firmy.cz */
    SHARED_FILES         /* docs.google.com, dropbox.com */
};

/* The kind of a host or of the nearest parent that stands in the table ("acme.wixsite.com" by
 * "wixsite.com"); SHARED_NONE when none does. `host` is ASCII, lower case. */
enum shared_kind shared_hosts_kind(const char *host);

/* What people call it: "a free mail provider", "a social network", ... */
const char *shared_hosts_label(enum shared_kind kind);

#endif

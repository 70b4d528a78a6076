/* The map of the house: every area of the domain, one line each.
 *
 *   account/      tenants, users, memberships, sessions, invitations, API tokens, audit
 *   company/      companies: identity (domain, name), list, record, edit
 *   contact/      contacts: identity (LinkedIn, e-mail, name), list, record, edit
 *   identity/     two that may be one: what contradicts, what is only another spelling
 *   record/       what companies and contacts share: the field table, codes, filters
 *   change/       the change log: provenance, timeline, undo
 *   query/        asking for records: orders, pages, totals, facets, smart lists
 *   label/        tags, static lists, owners, custom fields
 *   list/         how people see lists: columns, widths, density; what filters are called
 *   bulk/         acting on many records at once, the trash, merging, likely duplicates
 *   crawl/        fetching companies' web sites: which pages, the page store, leases
 *   page/         what one page says: kind, text, facts
 *   site/         what the pages of a company say together, written to its record
 *   cleaning/     what making values storable did to them beyond their form, and what is left as written
 *   import/       upload, detection, mapping, preview, run, ledger
 *   discovery/    where new companies are looked for, what is found, what stays out
 *   export/       lists as CSV and XLSX files
 *   campaign/     campaigns: what they are, their states, offers, senders, countries
 *   sequence/     the steps of a campaign, presets and the library of templates
 *   audience/     the people of campaigns: adding, readiness, the conflict check and what is done about it
 *   writing/      the embedded writer: letters out of facts, in several languages
 *   message/      messages: written, reviewed, approved, counted, handed out
 *   generation/   having messages written: the run over the people of a campaign, rewriting, previews
 *   letter_pdf/   PDFs per person out of a workspace's HTML
 *   mapping/      what the columns of a list mean: header words, value shapes, export formats
 *   enrich/       the people of a company: how much they decide, read off its pages
 *   email/        addresses of people: built from patterns, checked, estimated, held against what came
 *                 of mail to them
 *   pipeline/     jobs, leases, schedule, recurring tasks
 *   snapshot/     the columns of large tenants: built into files, mapped, brought up to date
 *   columns/      filters, counts, facets and pages over them; equal to query's SQL
 *   scoring/      the ideal customer: signals, tiers, versions; scores of companies
 *   privacy/      what the database says about people, how long, and how it is erased
 *   provider/     outside services: settings, sealed keys, turns, calls, log; language models
 *   suppression/  the one gate: who must not be contacted
 *   triage/       rules and people that say which companies the pipeline goes on with
 *   health/       pools, database, queue, disk, versions
 */
#ifndef LEADGEN_DOMAIN_H
#define LEADGEN_DOMAIN_H
#endif

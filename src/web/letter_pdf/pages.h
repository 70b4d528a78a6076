/* Handlers and parameters of the PDF pages; rows of routes.c name them. */
#ifndef LEADGEN_WEB_LETTER_PDF_PAGES_H
#define LEADGEN_WEB_LETTER_PDF_PAGES_H

#include "web/web.h"

page_fn letter_pdf_list_page, letter_pdf_add_page, letter_pdf_show_page, letter_pdf_make_page,
    letter_pdf_remove_page, letter_pdf_campaign_page, letter_pdf_file_page;

extern const struct params letter_pdf_add_params, letter_pdf_show_params, letter_pdf_make_params,
    letter_pdf_one_params, letter_pdf_file_params;

#endif

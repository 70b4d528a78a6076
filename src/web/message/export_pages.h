/* Handlers and parameters of the exports of campaigns; rows of routes.c name them. */
#ifndef LEADGEN_WEB_MESSAGE_EXPORT_PAGES_H
#define LEADGEN_WEB_MESSAGE_EXPORT_PAGES_H

#include "web/web.h"

page_fn message_export_page, message_export_start_page, message_export_show_page,
    message_export_progress_page, message_export_cancel_page, message_export_file_page;

extern const struct params message_export_params, message_export_one_params,
    message_export_start_params;

#endif

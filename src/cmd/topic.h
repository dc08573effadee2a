/*
 * topic.h -- what help explains besides the commands.
 * SPDX-License-Identifier: MIT
 */
#ifndef CMD_TOPIC_H
#define CMD_TOPIC_H

#include <stddef.h>

struct topic {
	const char *name;
	const char *brief;
	/* Rows of label and text, ended by {0}; a row without label is prose. */
	const struct topic_row {
		const char *label, *text;
	} *rows;
};

/* Ended by {0}. */
extern const struct topic topic_table[];

#endif

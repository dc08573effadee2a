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
	/* Labels and texts, ended by {0}; without a label it is prose. */
	const struct topic_row {
		const char *label, *text;
	} *rows;
};

/* Ended by {0}. */
extern const struct topic topic_table[];

#endif

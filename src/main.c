/*
 * main.c -- hands the words of the command line to the commands.
 * SPDX-License-Identifier: MIT
 *
 * Only LC_CTYPE comes from the environment, and only when it is UTF-8: decks
 * are, and an editor of lines that loses letters would spoil answers.  Numbers
 * and messages are the same everywhere.
 */
#include "cmd/app.h"

#include "base/banned.h"

int
main(int argc, char **argv)
{
	line_locale();
	return app_main(argc > 1 ? (size_t)argc - 1 : 0,
	    (const char *const *)argv + 1);
}

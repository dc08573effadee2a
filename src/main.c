/*
 * main.c -- hands the words of the command line to the commands.
 * SPDX-License-Identifier: MIT
 *
 * Only LC_CTYPE comes from the environment: numbers and messages are the same
 * everywhere.
 */
#include <locale.h>

#include "cmd/app.h"

#include "base/banned.h"

int
main(int argc, char **argv)
{
	setlocale(LC_CTYPE, "");
	return app_main(argc > 1 ? (size_t)argc - 1 : 0,
	    (const char *const *)argv + 1);
}

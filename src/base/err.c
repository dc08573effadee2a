/*
 * err.c -- see err.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/banned.h"

bool
err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	err->kind = kind;
	va_start(ap, fmt);
	(void)vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
	return false;
}

bool
err_system(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	int saved = errno;
	size_t len;
	va_list ap;

	err->kind = kind;
	va_start(ap, fmt);
	(void)vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
	len = strlen(err->text);
	(void)snprintf(err->text + len, sizeof(err->text) - len, ": %s",
	    strerror(saved));
	return false;
}

bool
err_at(struct err *err, const char *where)
{
	struct err inner = *err;

	(void)snprintf(err->text, sizeof(err->text), "%.200s: %.300s", where,
	    inner.text);
	return false;
}

int
err_status(enum err_kind kind)
{
	static const int status[] = {
		[ERR_NONE] = 0, [ERR_NO] = 1, [ERR_USAGE] = 2,
		[ERR_INPUT] = 3, [ERR_STORE] = 4, [ERR_INTERRUPT] = 130
	};

	return status[kind];
}

/*
 * faults.c -- see faults.h.
 * SPDX-License-Identifier: MIT
 */
#include "cmd/faults.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "format/ini.h"

#include "base/banned.h"

/*
 * The text of a fault is already safe for a terminal and laid out for its
 * caret: it is not wrapped.
 */
void
faults_print(const struct paint *paint, const struct diags *diags,
    size_t from, size_t to)
{
	struct buf text = BUF_INIT(BUF_LARGE);
	const char *file = NULL;
	char *source = NULL;
	size_t n = 0;
	struct err ignored;

	for (size_t i = from; i < to; i++) {
		const struct diag *diag = &diags->v[i];

		if (file == NULL || strcmp(file, diag->file) != 0) {
			free(source);
			source = NULL;
			n = 0;
			file = diag->file;
			if (!file_read(file, INI_SIZE_MAX, &source, &n,
			    &ignored))
				source = NULL;
		}
		diag_print(diag, source, n, &text);
	}
	free(source);
	fputs(buf_str(&text), paint->out);
	buf_clear(&text);
}

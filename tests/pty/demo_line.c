/*
 * demo_line.c -- asks line after line and says what it got, for test_line.
 * SPDX-License-Identifier: MIT
 *
 *   demo_line answer|command|rate [HISTORY]
 *
 * "rate" asks for an answer and a rating in turns.  It ends at the end of the
 * input (status 0) and at a hang-up (status 3).  "command" knows the words
 * below; the line "busy" waits for a signal outside any read, "pause" gives
 * the terminal away for a moment.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "term/line.h"

static const char *const words[] = {
	"report", "reset", "review", "rest\xc3\xa9", "stats"
};

static void
complete(void *arg, const char *before, size_t n,
    void (*add)(void *to, const char *candidate), void *to)
{
	const char *word = strrchr(before, ' ');
	size_t i, len;

	(void)arg;
	(void)n;
	word = word != NULL ? word + 1 : before;
	len = strlen(word);
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strncmp(words[i], word, len) == 0)
			add(to, words[i]);
}

/* Controls and broken bytes as \xHH. */
static void
print_text(const char *name, const struct buf *text)
{
	const char *s = buf_str(text);
	size_t i, len;
	int32_t cp;

	printf("%s [", name);
	for (i = 0; i < text->len; i += len) {
		len = utf8_read(s + i, text->len - i, &cp);
		if (len == 0 || utf8_is_control(cp)) {
			len = len == 0 ? 1 : len;
			printf("\\x%02x", (unsigned)(unsigned char)s[i]);
		} else {
			printf("%.*s", (int)len, s + i);
		}
	}
	printf("]%s\n", text->cut ? " cut" : "");
}

/* Held back until the wait, no signal comes too early. */
static void
be_busy(struct line *line)
{
	sigset_t all, before;

	sigfillset(&all);
	(void)sigprocmask(SIG_BLOCK, &all, &before);
	printf("busy\n");
	fflush(stdout);
	(void)sigsuspend(&before);
	(void)sigprocmask(SIG_SETMASK, &before, NULL);
	if (line_interrupted(line))
		printf("interrupted\n");
}

static void
do_command(struct line *line, const char *text)
{
	line_remember(line, text);
	if (strcmp(text, "busy") == 0)
		be_busy(line);
	if (strcmp(text, "pause") == 0) {
		line_pause(line);
		printf("paused\n");
		fflush(stdout);
		(void)getchar();
		line_resume(line);
	}
}

static int
ask(struct line *line, enum line_mode mode, const char *prompt)
{
	struct buf text = BUF_INIT((size_t)1 << 20);
	int status = -1;

	switch (line_read(line, mode, prompt, &text)) {
	case LINE_TEXT:
		print_text("got", &text);
		if (mode == LINE_COMMAND)
			do_command(line, buf_str(&text));
		break;
	case LINE_UNFINISHED:
		print_text("part", &text);
		break;
	case LINE_STOP:
		puts("stop");
		break;
	case LINE_END:
		puts("end");
		status = 0;
		break;
	case LINE_HANGUP:
		puts("hangup");
		status = 3;
		break;
	}
	buf_clear(&text);
	return status;
}

int
main(int argc, char **argv)
{
	const char *mode = argc > 1 ? argv[1] : "answer";
	struct line_options options = { .in = 0, .out = 1,
	    .complete = complete };
	struct line *line;
	struct err err;
	int status;

	if (argc > 2)
		options.history = argv[2];
	if (!line_locale() || !line_open(&line, &options, &err))
		return 9;
	do {
		status = ask(line, strcmp(mode, "command") == 0 ?
		    LINE_COMMAND : LINE_ANSWER, "ask> ");
		if (status == -1 && strcmp(mode, "rate") == 0)
			status = ask(line, LINE_RATING, "rate> ");
	} while (status == -1);
	fflush(stdout);
	line_close(line);
	return status;
}

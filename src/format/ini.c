/*
 * ini.c -- sections handed to iniparser, and what it returns compared.
 * SPDX-License-Identifier: MIT
 *
 * What iniparser returns decides; what the scan expects of it must be the
 * same, or the note is left out.  Sections go to it a batch at a time through
 * a file in memory, because its time grows with the square of what it is given.
 *
 * In a large file a second thread does that, batch after batch in a ring,
 * while the first one scans ahead and makes notes of what has come back; when
 * it would have to wait it takes a batch as well.  Loading touches nothing but
 * the batch; all faults are told, and all notes made, by the first thread in
 * the order of the file.  iniparser_load keeps no state of its own between
 * calls.
 */
#define _GNU_SOURCE
#include "format/ini.h"

#if defined(__has_include) && !__has_include(<iniparser/iniparser.h>)
#include <iniparser.h>
#else
#include <iniparser/iniparser.h>
#endif
#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "format/reader.h"

#include "base/banned.h"

/*
 * Sections and lines handed over at once: each time costs a few calls of the
 * system, and what iniparser looks up in grows with the square of the lines.
 */
#define CHUNK 32
#define LINES 256
/* Batches between the two threads. */
#define RING 16
/* Below this size a second thread costs more than it saves. */
#define THREAD_FROM ((size_t)512 * 1024)

/* A section that waits to be handed over, and what came back. */
struct waiting {
	struct section section;
	size_t begins;			/* in the batch's text */
	bool differs;
	const struct entry *where;	/* the first that does, or NULL */
};

struct batch {
	struct buf text;
	struct waiting waiting[CHUNK];
	size_t n, lines;
	bool loaded;
};

/* A file without a name that iniparser reads; each thread has its own. */
struct spool {
	int fd;
	size_t n;		/* bytes in it */
	char path[64];
};

struct feed {
	struct reader *reader;
	struct spool own, loaders;
	locale_t locale;
	struct batch ring[RING];
	/* Counted up: [used, taken) are being loaded, [taken, filled) wait. */
	size_t filled, taken, used;
	bool threaded, done;
	pthread_t loader;
	pthread_mutex_t lock;
	pthread_cond_t moved;
};

/* --- iniparser --- */

/* What it says about lines, it says of a batch: the scan has said it better. */
static int
silent(const char *format, ...)
{
	(void)format;
	return 0;
}

void
ini_quiet(void)
{
	iniparser_set_error_callback(silent);
}

/* A file without a name: in memory, else where temporary files are. */
static bool
open_spool(struct spool *spool)
{
	FILE *file;

	spool->fd = memfd_create("deck", MFD_CLOEXEC);
	if (spool->fd < 0 && (file = tmpfile()) != NULL) {
		spool->fd = dup(fileno(file));
		(void)fclose(file);
	}
	(void)snprintf(spool->path, sizeof(spool->path), "/proc/self/fd/%d",
	    spool->fd);
	return spool->fd >= 0;
}

/* The file keeps its pages: only what is too much is cut off. */
static dictionary *
load(struct spool *spool, const char *text, size_t n)
{
	size_t done = 0;
	ssize_t k;

	while (done < n) {
		k = pwrite(spool->fd, text + done, n - done, (off_t)done);
		if (k <= 0)
			return NULL;
		done += (size_t)k;
	}
	if (n < spool->n && ftruncate(spool->fd, (off_t)n) != 0)
		return NULL;
	spool->n = n;
	return iniparser_load(spool->path);
}

/* Equal but for blanks at both ends, which a quoted text may have. */
static bool
same_value(const char *theirs, const struct entry *e)
{
	size_t n = strlen(theirs);

	while (n > 0 && (theirs[n - 1] == ' ' || theirs[n - 1] == '\t'))
		n--;
	while (n > 0 && (*theirs == ' ' || *theirs == '\t')) {
		theirs++;
		n--;
	}
	return n == e->value_n && memcmp(theirs, e->value, n) == 0;
}

/* Whether "name:key" is what the dictionary's key is. */
static bool
same_key(const char *theirs, const struct section *section,
    const struct entry *e)
{
	size_t n = section->name_n;

	return memcmp(theirs, section->name, n) == 0 && theirs[n] == ':' &&
	    memcmp(theirs + n + 1, e->key, e->key_n) == 0 &&
	    theirs[n + 1 + e->key_n] == '\0';
}

static bool
is_fed(const struct entry *e)
{
	return e->known && e->given && e->value != NULL && e->value_n > 0;
}

static size_t
next_slot(const dictionary *d, size_t i)
{
	while (i < (size_t)d->size && d->key[i] == NULL)
		i++;
	return i;
}

/*
 * The dictionary keeps the order of the lines, so one walk compares all.  The
 * first entry that differs, or NULL; *i is where the walk stands.
 */
static const struct entry *
compare(const dictionary *d, size_t *i, const struct section *section,
    bool *same)
{
	const struct entry *e;
	size_t k;

	*same = false;
	*i = next_slot(d, *i);
	if (*i >= (size_t)d->size ||
	    strlen(d->key[*i]) != section->name_n ||
	    memcmp(d->key[*i], section->name, section->name_n) != 0 ||
	    d->val[*i] != NULL)
		return NULL;
	(*i)++;
	for (k = 0; k < section->entries_n; k++) {
		e = &section->entries[k];
		if (!is_fed(e))
			continue;
		*i = next_slot(d, *i);
		if (*i >= (size_t)d->size || d->val[*i] == NULL ||
		    strlen(d->key[*i]) <= section->name_n ||
		    !same_key(d->key[*i], section, e) ||
		    !same_value(d->val[*i], e))
			return e;
		(*i)++;
	}
	*same = true;
	return NULL;
}

/* One section alone, after its batch failed: it costs nobody else. */
static void
load_alone(struct spool *spool, struct batch *batch, size_t k)
{
	struct waiting *w = &batch->waiting[k];
	size_t ends = k + 1 < batch->n ? w[1].begins : batch->text.len, i = 0;
	dictionary *d = load(spool, batch->text.s + w->begins,
	    ends - w->begins);
	bool same = false;

	w->where = NULL;
	if (d != NULL)
		w->where = compare(d, &i, &w->section, &same);
	w->differs = !same || next_slot(d, i) < (size_t)d->size;
	if (d != NULL)
		iniparser_freedict(d);
}

static bool
load_together(struct spool *spool, const struct batch *batch)
{
	dictionary *d = load(spool, batch->text.s, batch->text.len);
	bool same = d != NULL;
	size_t i = 0, k;

	for (k = 0; same && k < batch->n; k++)
		(void)compare(d, &i, &batch->waiting[k].section, &same);
	same = same && next_slot(d, i) >= (size_t)d->size;
	if (d != NULL)
		iniparser_freedict(d);
	return same;
}

static void
load_batch(struct spool *spool, struct batch *batch)
{
	size_t k;

	if (batch->n > 0 && !load_together(spool, batch))
		for (k = 0; k < batch->n; k++)
			load_alone(spool, batch, k);
}

/* Loads the first batch that waits.  The lock is held at begin and end. */
static void
load_next(struct feed *feed, struct spool *spool)
{
	struct batch *batch = &feed->ring[feed->taken++ % RING];

	(void)pthread_mutex_unlock(&feed->lock);
	load_batch(spool, batch);
	(void)pthread_mutex_lock(&feed->lock);
	batch->loaded = true;
}

/* --- the second thread --- */

static void *
run_loader(void *arg)
{
	struct feed *feed = arg;

	if (feed->locale != (locale_t)0)
		(void)uselocale(feed->locale);
	(void)pthread_mutex_lock(&feed->lock);
	for (;;) {
		while (feed->taken == feed->filled && !feed->done)
			(void)pthread_cond_wait(&feed->moved, &feed->lock);
		if (feed->taken == feed->filled)
			break;
		load_next(feed, &feed->loaders);
		(void)pthread_cond_signal(&feed->moved);
	}
	(void)pthread_mutex_unlock(&feed->lock);
	return NULL;
}

/* Without a second thread the first one loads everything. */
static void
start_loader(struct feed *feed)
{
	(void)pthread_mutex_init(&feed->lock, NULL);
	(void)pthread_cond_init(&feed->moved, NULL);
	feed->threaded = feed->reader->n >= THREAD_FROM &&
	    open_spool(&feed->loaders) && pthread_create(&feed->loader, NULL,
	    run_loader, feed) == 0;
}

static void
stop_loader(struct feed *feed)
{
	if (feed->threaded) {
		(void)pthread_mutex_lock(&feed->lock);
		feed->done = true;
		(void)pthread_cond_signal(&feed->moved);
		(void)pthread_mutex_unlock(&feed->lock);
		(void)pthread_join(feed->loader, NULL);
	}
	(void)pthread_cond_destroy(&feed->moved);
	(void)pthread_mutex_destroy(&feed->lock);
}

/* Hands over the batch that was filled last. */
static void
hand_over(struct feed *feed)
{
	(void)pthread_mutex_lock(&feed->lock);
	feed->ring[feed->filled % RING].loaded = false;
	feed->filled++;
	(void)pthread_cond_signal(&feed->moved);
	(void)pthread_mutex_unlock(&feed->lock);
}

/* Until the oldest batch has come back, loads others rather than wait. */
static void
await(struct feed *feed)
{
	const struct batch *oldest = &feed->ring[feed->used % RING];

	(void)pthread_mutex_lock(&feed->lock);
	while (!oldest->loaded) {
		if (feed->taken < feed->filled)
			load_next(feed, &feed->own);
		else
			(void)pthread_cond_wait(&feed->moved, &feed->lock);
	}
	(void)pthread_mutex_unlock(&feed->lock);
}

/* --- sections to iniparser --- */

/*
 * A quoted value as it was written, a bare one with quotes where they can
 * stand: what is a comment the scan has settled, and iniparser reads a quoted
 * value in half the time.
 */
static void
add_value(struct buf *text, const struct entry *e)
{
	const char *s = e->value;
	size_t n = e->value_n;
	bool quoted = *e->raw == '"' || *e->raw == '\'';
	char quote = *e->raw;

	if (quoted) {
		s = e->raw + 1;
		n = (size_t)((const char *)memchr(s, quote, e->raw_n - 1) -
		    s);
	} else if (memchr(s, '"', n) == NULL && memchr(s, '\\', n) == NULL) {
		quoted = true;
		quote = '"';
	}
	if (quoted)
		buf_addc(text, quote);
	buf_add(text, s, n);
	if (quoted)
		buf_addc(text, quote);
	buf_addc(text, '\n');
}

static void
add_text(struct buf *text, const struct section *section)
{
	const struct entry *e;
	size_t i;

	buf_addc(text, '[');
	buf_add(text, section->name, section->name_n);
	buf_adds(text, "]\n");
	for (i = 0; i < section->entries_n; i++) {
		e = &section->entries[i];
		if (!is_fed(e))
			continue;
		buf_add(text, e->key, e->key_n);
		buf_addc(text, '=');
		add_value(text, e);
	}
}

static void
tell_difference(struct feed *feed, struct waiting *w)
{
	struct section *section = &w->section;
	const struct entry *e = w->where;

	reader_fault(feed->reader, section, e != NULL ? e->line :
	    section->line, e != NULL ? reader_column(e->begins, e->key) : 1,
	    true, "ini-differs", "the same in simpler words and signs",
	    "%s reads this otherwise than it is meant", "iniparser");
}

/* Makes decks and notes of the oldest batch. */
static void
use(struct feed *feed)
{
	struct batch *batch = &feed->ring[feed->used % RING];
	struct section *section;
	size_t k;

	await(feed);
	for (k = 0; k < batch->n; k++) {
		section = &batch->waiting[k].section;
		if (batch->waiting[k].differs)
			tell_difference(feed, &batch->waiting[k]);
		if (section->kind == SECTION_DECK)
			deck_make(feed->reader, section);
		else if (section->bad)
			feed->reader->deck->left_out++;
		else
			notes_make(feed->reader, section);
	}
	batch->n = batch->lines = 0;
	buf_reset(&batch->text);
	feed->used++;
}

static void
early_keys(struct reader *reader, struct section *section)
{
	const struct entry *e;
	size_t i;

	for (i = 0; i < section->entries_n; i++) {
		e = &section->entries[i];
		reader_fault(reader, NULL, e->line, reader_column(e->begins,
		    e->key), true, "key-before-section",
		    "move it below [deck]", "%.*s stands above the first "
		    "section and belongs to nothing", (int)(e->key_n < 60 ?
		    e->key_n : 60), e->key);
	}
}

/* True when the section in the next place waits to be handed over. */
static bool
take_section(struct feed *feed, struct section *section)
{
	struct reader *reader = feed->reader;

	switch (section->kind) {
	case SECTION_NONE:
		early_keys(reader, section);
		return false;
	case SECTION_DECK:
		return deck_scan(reader, section);
	case SECTION_NOTE:
		if (notes_scan(reader, section))
			return true;
		reader->deck->left_out++;
		return false;
	case SECTION_BROKEN:
	case SECTION_DROPPED:
		/* A broken [deck is told; its absence is not told besides. */
		if (section->line != reader->deck_line)
			reader->deck->left_out++;
		return false;
	case SECTION_COURSE:
		return false;
	}
	return false;
}

/* Takes the section in the next place of a batch, or passes over it. */
static void
fill(struct feed *feed, struct batch *batch)
{
	struct waiting *w = &batch->waiting[batch->n];

	if (!take_section(feed, &w->section))
		return;
	w->differs = false;
	w->begins = batch->text.len;
	add_text(&batch->text, &w->section);
	batch->n++;
	batch->lines += 1 + w->section.entries_n;
}

/* False: the file is a course. */
static bool
read_sections(struct feed *feed)
{
	struct scan scan;
	struct batch *batch = &feed->ring[0];

	scan_start(&scan, feed->reader);
	while (scan_section(&scan, &batch->waiting[batch->n].section)) {
		if (batch->waiting[batch->n].section.kind == SECTION_COURSE)
			return false;
		fill(feed, batch);
		if (batch->n < CHUNK && batch->lines < LINES)
			continue;
		hand_over(feed);
		if (feed->filled - feed->used == RING)
			use(feed);
		batch = &feed->ring[feed->filled % RING];
	}
	hand_over(feed);
	while (feed->used < feed->filled)
		use(feed);
	return true;
}

static void
clear_feed(struct feed *feed)
{
	struct batch *batch;
	size_t i;

	for (batch = feed->ring; batch < feed->ring + RING; batch++) {
		for (i = 0; i < CHUNK; i++)
			free(batch->waiting[i].section.entries);
		buf_clear(&batch->text);
	}
	if (feed->own.fd >= 0)
		(void)close(feed->own.fd);
	if (feed->loaders.fd >= 0)
		(void)close(feed->loaders.fd);
	if (feed->locale != (locale_t)0)
		freelocale(feed->locale);
	free(feed);
}

/* iniparser asks the locale what a blank is: bytes of UTF-8 are none. */
static bool
feed_in_c(struct feed *feed)
{
	locale_t before = (locale_t)0;
	bool is_deck;

	feed->locale = newlocale(LC_CTYPE_MASK, "C", (locale_t)0);
	if (feed->locale != (locale_t)0)
		before = uselocale(feed->locale);
	start_loader(feed);
	is_deck = read_sections(feed);
	stop_loader(feed);
	if (before != (locale_t)0)
		(void)uselocale(before);
	return is_deck;
}

bool
ini_feed(struct reader *reader)
{
	struct feed *feed = mem_new_array(1, sizeof(*feed));
	bool is_deck = true;
	size_t i;

	feed->reader = reader;
	feed->loaders.fd = -1;
	for (i = 0; i < RING; i++)
		feed->ring[i].text = (struct buf)BUF_INIT(BUF_LARGE);
	if (open_spool(&feed->own)) {
		is_deck = feed_in_c(feed);
	} else {
		reader->deck_refused = true;
		reader_fault(reader, NULL, 1, 1, true, "not-a-file", NULL,
		    "there is no room for a temporary file");
	}
	clear_feed(feed);
	return is_deck;
}

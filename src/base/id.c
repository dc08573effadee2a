/*
 * id.c -- see id.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/id.h"

#include <string.h>

#include "base/hash.h"
#include "base/random.h"

#include "base/banned.h"

#define TIME_CHARS 9
#define RANDOM_BITS 55

static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

static void
print_base32(uint64_t value, int chars, char *out)
{
	for (out += chars; chars > 0; chars--) {
		*--out = alphabet[value & 31];
		value >>= 5;
	}
}

static uint64_t
draw(struct id_source *source, int64_t ms)
{
	uint64_t bits;
	struct random r;

	if (source->seeded) {
		r = random_of(hash_mix(source->seed ^ hash_mix(
		    source->rows++ ^ hash_mix((uint64_t)ms))));
		bits = random_next(&r);
	} else {
		random_system(&bits, sizeof(bits));
	}
	/* The top bit stays free, so that counting up never overflows. */
	return bits >> (64 - RANDOM_BITS + 1);
}

void
id_make(struct id_source *source, int64_t ms, char out[ID_SIZE])
{
	if (ms > source->last_ms) {
		source->last_ms = ms;
		source->last = draw(source, ms);
	} else {
		source->last++;
	}
	print_base32((uint64_t)source->last_ms, TIME_CHARS, out);
	print_base32(source->last, ID_LENGTH - TIME_CHARS, out + TIME_CHARS);
	out[ID_LENGTH] = '\0';
}

bool
id_valid(const char *s)
{
	return strlen(s) == ID_LENGTH && strspn(s, alphabet) == ID_LENGTH;
}

int64_t
id_time(const char *id)
{
	int64_t ms = 0;
	int i;

	for (i = 0; i < TIME_CHARS; i++)
		ms = ms * 32 + (strchr(alphabet, id[i]) - alphabet);
	return ms;
}

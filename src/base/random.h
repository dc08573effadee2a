/*
 * random.h -- numbers nobody chose: from the system, or from a seed.
 * SPDX-License-Identifier: MIT
 *
 * What must be the same again (the order of options, fuzz, the shuffle of a
 * queue) is drawn from a generator seeded by a text such as a review's id;
 * splitmix64, whose stream is part of the data.  What must differ between
 * machines (ids) comes from the system.
 */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
	uint64_t state;
};

/* Fills n bytes from the system; a system without random bytes ends us. */
void random_system(void *p, size_t n);

struct random random_of(uint64_t seed);
/* Seeded by hash_string(s). */
struct random random_of_string(const char *s);
uint64_t random_next(struct random *r);
/* Uniform in [0, n), n > 0, without bias. */
uint64_t random_below(struct random *r, uint64_t n);
/* Uniform in [0, 1), 53 bits. */
double random_unit(struct random *r);
/* Fisher-Yates over n things of uint32_t. */
void random_shuffle(struct random *r, uint32_t *v, size_t n);

#endif

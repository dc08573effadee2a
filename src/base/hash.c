/*
 * hash.c -- see hash.h.
 * SPDX-License-Identifier: MIT
 */
#include "base/hash.h"

#include <string.h>

#include "base/banned.h"

uint64_t
hash_add(uint64_t h, const void *p, size_t n)
{
	const unsigned char *s = p;
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ s[i]) * UINT64_C(0x100000001b3);
	return h;
}

uint64_t
hash_mix(uint64_t h)
{
	h = (h ^ (h >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	h = (h ^ (h >> 27)) * UINT64_C(0x94d049bb133111eb);
	return h ^ (h >> 31);
}

uint64_t
hash_string(const char *s)
{
	return hash_mix(hash_add(HASH_START, s, strlen(s)));
}

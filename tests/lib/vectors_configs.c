/*
 * vectors_configs.c -- the configurations in the header of ts_cards.
 * SPDX-License-Identifier: MIT
 *
 *	# cfg: NAME={JSON} ; NAME={JSON} …
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "lib/vectors.h"

static const double *
default_weights(double w[TWIN_N])
{
	char text[PARAMS_TEXT];

	/* Through the text: 0.212, not the float next to it. */
	params_print(&params_default, text);
	return tsv_doubles(text, w, TWIN_N) == TWIN_N ? w : NULL;
}

/* "10m", "2h", "1d": minutes; -1 for anything else. */
static int64_t
minutes(const char *s)
{
	static const char units[] = "mhd";
	static const int64_t factor[] = { 1, 60, 1440 };
	const char *unit;
	char *end;
	long long n = s == NULL ? -1 : strtoll(s, &end, 10);

	if (n < 0 || n > VECTORS_WHOLE || end == s || *end == '\0' || end[1] != '\0' ||
	    (unit = strchr(units, *end)) == NULL)
		return -1;
	return n * factor[unit - units];
}

static bool
take_steps(struct twin_config *c, int state, const json_t *list)
{
	size_t i, n = json_array_size(list);

	if (!json_is_array(list) || n > TWIN_STEPS)
		return false;
	for (i = 0; i < n; i++) {
		c->step[state][i] = minutes(json_string_value(json_array_get(
		    list, i)));
		if (c->step[state][i] < 0)
			return false;
	}
	c->steps[state] = (int)n;
	return true;
}

static bool
take(struct twin_config *c, const char *key, const json_t *value)
{
	if (strcmp(key, "request_retention") == 0)
		c->retention = json_number_value(value);
	else if (strcmp(key, "maximum_interval") == 0)
		return (c->max = json_integer_value(value)) > 0 &&
		    c->max < VECTORS_WHOLE;
	else if (strcmp(key, "learning_steps") == 0)
		return take_steps(c, TWIN_LEARNING, value);
	else if (strcmp(key, "relearning_steps") == 0)
		return take_steps(c, TWIN_RELEARNING, value);
	else if (strcmp(key, "enable_short_term") == 0)
		c->short_term = json_is_true(value);
	else if (strcmp(key, "enable_fuzz") == 0)
		c->fuzz = json_is_true(value);
	else
		return false;
	return true;
}

static bool
config_of(struct twin_config *c, json_t *object)
{
	double w[TWIN_N];
	const char *key;
	json_t *value;
	bool good = json_is_object(object);

	c->retention = 0.9;
	c->max = 36500;
	c->short_term = true;
	c->steps[TWIN_LEARNING] = 2;
	c->step[TWIN_LEARNING][0] = 1;
	c->step[TWIN_LEARNING][1] = 10;
	c->steps[TWIN_RELEARNING] = 1;
	c->step[TWIN_RELEARNING][0] = 10;
	json_object_foreach(object, key, value)
		good = good && take(c, key, value);
	return good && default_weights(w) != NULL &&
	    twin_ts_model(&c->model, w, TWIN_N, c->steps[TWIN_RELEARNING],
	    c->short_term);
}

bool
vectors_configs(struct vectors *v, const char *line)
{
	const char *s = strstr(line, "cfg:");
	struct twin_config *c;
	json_error_t error;
	json_t *object;
	size_t n;
	bool good = true;

	if (s == NULL)
		return true;
	for (s += 4; good; s += (size_t)error.position) {
		s += strspn(s, " ;");
		n = strcspn(s, "=");
		if (s[n] == '\0')
			break;
		if (v->configs == VECTORS_CONFIGS || n >= sizeof(c->name))
			return false;
		c = &v->config[v->configs++];
		*c = (struct twin_config){ 0 };
		memcpy(c->name, s, n);
		s += n + 1;
		object = json_loads(s, JSON_DISABLE_EOF_CHECK, &error);
		good = config_of(c, object);
		json_decref(object);
	}
	return good;
}

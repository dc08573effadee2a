#!/bin/sh
# deps.sh -- installs, by name, the packages that are missing.
#
#   deps.sh THING:PACKAGE ...
#
# THING is a header (ends in .h) or a command.  Where there is no apt it says
# which packages to install and fails.
set -u

# A header counts only when a compiler finds it.
have() {
	case $1 in
	iniparser.h)
		compiles '<iniparser/iniparser.h>' ||
		    compiles '<iniparser.h>' ;;
	cmocka.h)
		compiles '<stdarg.h>' '<stddef.h>' '<stdint.h>' \
		    '<setjmp.h>' '<cmocka.h>' ;;
	*.h)	compiles '<stddef.h>' "<$1>" ;;
	cc)	command -v "${CC:-cc}" >/dev/null 2>&1 &&
		    compiles '<stdio.h>' ;;
	*)	command -v "$1" >/dev/null 2>&1 ;;
	esac
}

compiles() {
	printf '#include %s\n' "$@" |
	    "${CC:-cc}" -E -x c - >/dev/null 2>&1
}

missing=
for need in "$@"; do
	have "${need%%:*}" || missing="$missing ${need#*:}"
done
case $missing in *gcc*) missing="$missing libc6-dev" ;; esac
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
	echo "deps: please install these (Debian's names):$missing" >&2
	exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null 2>&1 || {
		echo "deps: not root and no sudo; as root:" \
		    "apt-get install$missing" >&2
		exit 1
	}
	sudo=sudo
fi
echo "deps: installing$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
$sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 ||
    { $sudo apt-get update -qq &&
      $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null; }

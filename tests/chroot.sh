#!/bin/sh
# Proves on a bare Debian, with nothing but a checkout, that the project installs itself, runs and passes its tests.
#
#   tests/chroot.sh [DIR] [COMMAND...]
#
# DIR (default: a folder under /tmp) becomes a minimal Debian of this machine's release, made with debootstrap; the
# working tree as git sees it, with new files and without ignored ones, is copied to /letterkit in it. Then COMMAND
# runs there (default: bin/letterkit --help && bin/test). Run as root. How packages are reached (apt, pip, uv,
# certificates, proxies) is taken over from this machine. DIR stays, for another look; remove it when done.
set -eu
umask 022

dir=${1:-/tmp/letterkit-chroot}
[ $# -eq 0 ] || shift
command=${*:-bin/letterkit --help && CI=true bin/test}
cd "$(dirname "$0")/.."

copy() { # what exists of these, to the same place in the chroot
  for path in "$@"; do
    [ -e "$path" ] || continue
    mkdir -p "$dir$(dirname "$path")"
    cp -aLT "$path" "$dir$path"
  done
}

if [ ! -e "$dir/etc/debian_version" ]; then
  # shellcheck disable=SC2016 # a format for apt-get
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
  # shellcheck source=/dev/null
  . /etc/os-release
  debootstrap --variant=minbase "$VERSION_CODENAME" "$dir" "$mirror"
fi
rm -f "$dir/etc/apt/sources.list"
copy /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources /etc/apt/keyrings /usr/share/keyrings \
  /etc/apt/apt.conf.d /etc/apt/auth.conf.d /etc/resolv.conf /etc/hosts \
  /usr/local/share/ca-certificates /etc/ssl/certs/ca-certificates.crt /etc/pip.conf /etc/uv /root/.config/pip /root/.config/uv /root/.pip

rm -rf "$dir/letterkit"
mkdir "$dir/letterkit"
git ls-files -z --cached --others --exclude-standard |
  tar --create --null --files-from - --ignore-failed-read | tar --extract --directory "$dir/letterkit"

set -- HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
for name in $(env | sed -n 's/^\(\(PIP\|UV\|SSL_CERT\)_[A-Z_]*\|[a-zA-Z]*_[pP][rR][oO][xX][yY]\)=.*/\1/p'); do
  set -- "$@" "$name=$(printenv "$name")"
done

export dir command
# shellcheck disable=SC2016 # for the inner shell
exec unshare --mount --pid --fork --kill-child sh -eu -c '
  mount -t proc proc "$dir/proc"
  mount --rbind /dev "$dir/dev"
  exec chroot "$dir" env -i "$@" sh -c "cd /letterkit && $command"
' sh "$@"

#!/bin/sh
# Tries the package of the server as an institution lives with it: installed on a bare Debian that is fetched into target/try, started by
# systemd as the first process of that machine, upgraded, removed, purged. This machine is left as it was: the other one has its own
# processes, files and network. Needs Linux, root, debootstrap (or apt-get, to fetch it) and cgroups of the second version; where one of
# them is missing it says so and ends with 77. MIRROR and SUITE may name another Debian.
#
#   packaging/server/try.sh [target/package/guichet-server_VERSION_ARCHITECTURE.deb]
set -eu
cd "$(dirname "$0")/../.."
try=$PWD/target/try
base=$try/base
upper=$try/upper
machine=$try/machine
seen=$try/seen.txt

missing() {
  echo "try.sh: $1" >&2
  exit 77
}

fail() {
  echo "try.sh: $1" >&2
  for log in "$seen" "$try/boot.log"; do
    [ ! -f "$log" ] || tail -n 40 "$log" >&2
  done
  exit 1
}

[ "$(uname)" = Linux ] && [ "$(id -u)" = 0 ] || missing "it needs Linux and root."
for tool in unshare nsenter dpkg-deb timeout; do
  command -v "$tool" >/dev/null || missing "$tool is missing."
done
cgroups=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts)
[ -n "$cgroups" ] && [ -w "$cgroups" ] || missing "there are no cgroups of the second version."

package=${1:-}
[ -n "$package" ] || package=$(packaging/server/deb.sh)
[ -f "$package" ] || fail "$package is not there."
mkdir -p "$try"
rm -f "$try"/*.log "$seen"

# A bare Debian, fetched once.
if [ ! -f "$base/complete" ]; then
  rm -rf --one-file-system "$base"
  if ! command -v debootstrap >/dev/null; then
    command -v apt-get >/dev/null || missing "debootstrap is missing."
    rm -rf "$try/tool"
    mkdir -p "$try/tool"
    (cd "$try/tool" && { apt-get -qq download debootstrap || { apt-get -qq update && apt-get -qq download debootstrap; }; } &&
      dpkg-deb --extract debootstrap_*.deb .) >"$try/fetch.log" 2>&1 || missing "debootstrap cannot be fetched: $(tail -n 3 "$try/fetch.log")"
    export DEBOOTSTRAP_DIR="$try/tool/usr/share/debootstrap"
    PATH=$PATH:$try/tool/usr/sbin
  fi
  suite=${SUITE:-$(. /etc/os-release && [ "$ID" = debian ] && echo "$VERSION_CODENAME" || echo stable)}
  timeout --kill-after=10 360 debootstrap --variant=minbase --include=adduser,curl,dbus,systemd,systemd-sysv \
    "$suite" "$base" "${MIRROR:-http://deb.debian.org/debian}" >"$try/fetch.log" 2>&1 ||
    missing "no Debian can be fetched: $(tail -n 3 "$try/fetch.log")"
  touch "$base/complete"
fi

# The machine: what is changed in it lies beside the base.
rm -rf --one-file-system "$upper" "$machine"
mkdir -p "$upper/files" "$upper/work" "$machine"
group=$cgroups/guichet-try-$$
mkdir "$group"
started=
end() {
  [ -z "$started" ] || kill -KILL "$started" 2>/dev/null || true
  wait 2>/dev/null || true
  for tries in 1 2 3 4 5 6 7 8 9 10; do
    find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true
    [ -d "$group" ] || break
    sleep 0.5
  done
}
trap end EXIT
trap 'exit 1' INT TERM

cat >"$try/boot.sh" <<'BOOT'
set -e
try=$1
machine=$try/machine
mount --make-rprivate /
mount -t overlay -o "lowerdir=$try/base,upperdir=$try/upper/files,workdir=$try/upper/work" overlay "$machine"
mount -t proc proc "$machine/proc"
mount -t sysfs -o ro sysfs "$machine/sys"
mount -t cgroup2 cgroup2 "$machine/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$machine/dev"
for device in null zero full random urandom tty; do
  touch "$machine/dev/$device"
  mount --bind "/dev/$device" "$machine/dev/$device"
done
mkdir "$machine/dev/pts" "$machine/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$machine/dev/pts"
mount -t tmpfs tmpfs "$machine/dev/shm"
ln -s pts/ptmx "$machine/dev/ptmx"
ln -s /proc/self/fd "$machine/dev/fd"
mount -t tmpfs -o mode=755 tmpfs "$machine/run"
mount -t tmpfs tmpfs "$machine/tmp"
exec chroot "$machine" /usr/bin/env -i container=try PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --log-target=console
BOOT
sh -c 'echo $$ >"$0/cgroup.procs" && exec unshare --mount --uts --ipc --net --pid --cgroup --fork --kill-child sh "$1/boot.sh" "$1"' \
  "$group" "$try" >"$try/boot.log" 2>&1 </dev/null &
started=$!

# Its first process, as this machine counts.
first=
for tries in $(seq 1 100); do
  first=$(cat "/proc/$started/task/$started/children" 2>/dev/null | tr -d ' ') || true
  [ -z "$first" ] || [ "$(cat "/proc/$first/comm" 2>/dev/null)" != systemd ] || break
  [ "$tries" -lt 100 ] || fail "systemd did not start."
  sleep 0.2
done

inside() {
  timeout 120 nsenter --target "$first" --mount --uts --ipc --net --pid --cgroup --root --wd=/ \
    /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@" >"$seen" 2>&1 </dev/null
}
is() {
  what=$1
  shift
  inside "$@" || fail "$what: no ($*)"
  echo "$what"
}
is_not() {
  what=$1
  shift
  ! inside "$@" || fail "$what: no ($*)"
  echo "$what"
}
ready() {
  for tries in $(seq 1 90); do
    if inside curl -sf http://127.0.0.1:8018/ready; then
      echo "$1"
      return
    fi
    sleep 1
  done
  inside journalctl --no-pager -u guichet -n 40 || true
  fail "$1: no"
}
pid() {
  inside systemctl show --property MainPID --value guichet.service || fail "the unit is not known"
  cat "$seen"
}

for tries in $(seq 1 60); do
  ! inside systemctl is-system-running || break
  case $(cat "$seen") in degraded*) break ;; esac
  [ "$tries" -lt 60 ] || fail "the machine did not start"
  sleep 1
done
inside systemctl --version || fail "there is no systemctl"
echo "$(sed -n '1s/^\(systemd [^ ]*\).*/\1/p' "$seen") is the first process of a bare Debian $(cat "$base/etc/debian_version")"

# Installed
give() { cat "$1" | timeout 120 nsenter --target "$first" --mount --root /usr/bin/tee "$2" >/dev/null; }
give "$package" /var/tmp/first.deb
is "the package installs" dpkg --install /var/tmp/first.deb
is_not "and starts nothing before there are settings" systemctl is-active --quiet guichet.service
inside sh -c 'echo "operations.address = 127.0.0.1:8018" >>/etc/guichet/institution.properties' || fail "no settings"

# Started
is "systemd starts the unit" systemctl enable --now guichet.service
ready "/ready answers"
before=$(pid)
is "its user is guichet" sh -c "[ \$(stat -c %U /proc/$before) = guichet ]"
is "it can get no new privileges, has no capabilities, and its system calls are filtered" sh -c \
  "grep -Eq '^NoNewPrivs:.1$' /proc/$before/status && grep -Eq '^CapEff:.0+$' /proc/$before/status && grep -Eq '^Seccomp:.2$' /proc/$before/status"
is "it sees the system as one that cannot be written" sh -c \
  "grep -Eq ' / / ro,' /proc/$before/mountinfo && grep -Eq ' /var/lib/guichet rw,' /proc/$before/mountinfo"
is "its log is in the journal" sh -c "journalctl --no-pager -u guichet | grep -q 'guichet\['"
is "what it prints at the start is for root alone" sh -c "stat -c %U:%a /run/guichet-server.json; [ \"\$(stat -c %U:%a /run/guichet-server.json)\" = root:600 ]"

# Restarted by systemd when it dies
inside sh -c "kill -KILL $before" || fail "it was not there to be killed"
ready "killed, it is started again"

# Upgraded
before=$(pid)
rm -rf "$try/next"
dpkg-deb --raw-extract "$package" "$try/next"
sed -i 's/^Version: .*/&+next/' "$try/next/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 --build "$try/next" "$try/next.deb" >/dev/null
rm -rf "$try/next"
give "$try/next.deb" /var/tmp/next.deb
is "the next version installs" dpkg --install /var/tmp/next.deb
ready "the service goes on after the upgrade"
[ "$(pid)" != "$before" ] || fail "it was not started anew"
is "the settings are kept" grep -q '^operations.address' /etc/guichet/institution.properties
is "and the store" test -s /var/lib/guichet/guichet.db

# Removed, purged
is "it is removed" dpkg --remove guichet-server
is "nothing of it runs" sh -c '[ -z "$(find /proc -maxdepth 1 -user guichet)" ]'
is_not "its unit is gone" systemctl cat guichet.service
is "the settings stay until it is purged" test -f /etc/guichet/institution.properties
is "it is purged" dpkg --purge guichet-server
is_not "the settings are gone" test -e /etc/guichet/institution.properties
is "the store stays: histories go by hand only" test -s /var/lib/guichet/guichet.db

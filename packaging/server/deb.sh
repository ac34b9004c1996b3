#!/bin/sh
# Makes target/package/guichet-server_VERSION_ARCHITECTURE.deb: the backend as a service of systemd, in /opt/guichet-server, with
# nothing of a desktop. It can stand beside the package of the desktop. Needs dpkg-deb.
set -eu
cd "$(dirname "$0")/../.."
. packaging/image.sh
command -v dpkg-deb >/dev/null || fail "dpkg-deb is missing; install the package dpkg."

name=guichet-server
from=packaging/server
root=$out/$name
rm -rf "$root" "$out/${name}"_*.deb
umask 022
mkdir -p "$root/DEBIAN" "$root/opt/$name" "$root/usr/bin" "$root/usr/share/doc/$name" "$root/usr/lib/systemd/system" "$root/etc/guichet"

cp -R "$image/bin" "$image/lib" "$image/runtime" "$root/opt/$name/"
# A server has no window: JavaFX's modules are named by the program's, its native libraries are never loaded.
rm -f "$root/opt/$name"/lib/*.so "$root/opt/$name/bin/guichet.bat"
chmod 755 "$root/opt/$name/bin/guichet"
ln -s "/opt/$name/bin/guichet" "$root/usr/bin/$name"
install -m 644 "$from/guichet.service" "$root/usr/lib/systemd/system/guichet.service"
# Its owner and group are set when it is installed.
install -m 640 "$from/etc/institution.properties" "$from/etc/environment" "$root/etc/guichet/"
install -m 644 docs/institution.properties docs/operations.md "$from/guichet-alarms.yml" "$root/usr/share/doc/$name/"
install -m 644 LICENSE "$root/usr/share/doc/$name/copyright"

architecture=$(dpkg --print-architecture)
size=$(du -sk "$root" | cut -f1)
sed -e "s|VERSION|$version|" -e "s|ARCHITECTURE|$architecture|" -e "s|SIZE|$size|" "$from/deb/control" > "$root/DEBIAN/control"
install -m 644 "$from/deb/conffiles" "$root/DEBIAN/"
install -m 755 "$from/deb/postinst" "$from/deb/prerm" "$from/deb/postrm" "$root/DEBIAN/"
(cd "$root" && find opt usr -type f -exec md5sum {} + > DEBIAN/md5sums)

package=$out/${name}_${version}_$architecture.deb
# Most of it is compressed already.
dpkg-deb --root-owner-group -Zgzip -z1 --build "$root" "$package" >/dev/null
rm -rf "$root"
echo "$package"

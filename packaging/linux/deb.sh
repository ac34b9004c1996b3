#!/bin/sh
# Makes target/package/guichet_VERSION_ARCHITECTURE.deb, which installs to /opt/guichet with an entry in the menu.
# Needs dpkg-deb and fakeroot.
. "$(dirname "$0")/common.sh"
for tool in dpkg-deb fakeroot; do
  command -v "$tool" >/dev/null || fail "$tool is missing; install the packages dpkg and fakeroot."
done
rm -f "$out"/guichet_*.deb
# deb/control names what it needs by hand: JavaFX opens GTK at run time, which jpackage cannot see, and what jpackage
# does see it takes from the machine that packs, under names of that one release.
package deb --resource-dir packaging/linux/deb --license-file LICENSE --linux-package-name guichet \
  --linux-shortcut --linux-app-category office --linux-menu-group Office
ls "$out"/guichet_*.deb

#!/bin/sh
# Makes every icon from guichet.svg. Needs rsvg-convert, icotool and png2icns
# (Debian: librsvg2-bin icoutils icnsutils). What it makes is committed: nobody needs it to build.
set -eu
cd "$(dirname "$0")"
for tool in rsvg-convert icotool png2icns; do
  command -v "$tool" >/dev/null || { echo "icons: $tool is missing; install librsvg2-bin, icoutils and icnsutils" >&2; exit 1; }
done
window=../src/main/resources/eu/guichet/desktop/ui/icons
mkdir -p "$window"
for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert --width "$size" --height "$size" guichet.svg --output "guichet-$size.png"
done
for size in 16 32 48 64 128 256; do
  cp "guichet-$size.png" "$window/guichet-$size.png"
done
icotool --create --output guichet.ico guichet-16.png guichet-24.png guichet-32.png guichet-48.png guichet-64.png \
  --raw=guichet-256.png
png2icns guichet.icns guichet-16.png guichet-32.png guichet-48.png guichet-128.png guichet-256.png guichet-512.png >/dev/null

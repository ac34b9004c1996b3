#!/bin/sh
# Makes target/package/guichet: the program as a folder, to be copied anywhere and started with bin/guichet.
. "$(dirname "$0")/common.sh"
rm -rf "$out/guichet"
package app-image
echo "$out/guichet/bin/guichet"

# Shared by all scripts that pack target/guichet, which "mvn package" leaves; to be run with ". image.sh" in the project's folder.
set -eu

fail() {
  echo "packaging: $1" >&2
  exit 1
}

image=target/guichet
out=target/package
[ -f "$image/lib/guichet.jar" ] && [ -f "$image/lib/libglass.so" ] && [ -x "$image/runtime/bin/java" ] ||
  fail "$image is not complete; run mvn package first."
version=$(sed -n 's|^  <version>\(.*\)</version>.*|\1|p' pom.xml | head -1)
[ -n "$version" ] || fail "pom.xml names no version."

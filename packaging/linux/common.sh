# Shared by app-image.sh and deb.sh, which run it with ". common.sh" and then call package TYPE [options].
# It needs target/guichet, which "mvn package" leaves, and the jpackage of a JDK 25 or newer: $JAVA_HOME, or the PATH.
cd "$(dirname "$0")/../.."
. packaging/image.sh

[ "$(uname -s)" = Linux ] || fail "this script makes Linux packages; on Windows run packaging/windows/msi.ps1."
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/jpackage" ]; then
  jpackage=$JAVA_HOME/bin/jpackage
else
  jpackage=$(command -v jpackage) || fail "no jpackage was found; set JAVA_HOME to a JDK 25."
fi
major=$("$jpackage" --version | cut -d. -f1)
[ "${major%%-*}" -ge 25 ] || fail "$jpackage is of JDK $major; set JAVA_HOME to a JDK 25."

# Makes $out/$1; further words go to jpackage as they are.
package() {
  type=$1
  shift
  rm -rf "$out/input"
  mkdir -p "$out/input"
  cp -R "$image/lib" "$out/input/"
  while read -r option; do
    case $option in
      '' | '#'*) ;;
      *) set -- "$@" --java-options "$option" ;;
    esac
  done < packaging/bin/jvm.args
  set -- "$@" --java-options -Dstdout.encoding=UTF-8 --java-options -Dstderr.encoding=UTF-8
  "$jpackage" @packaging/jpackage.args --type "$type" --name guichet --app-version "$version" \
    --icon icons/guichet-512.png --input "$out/input" --runtime-image "$image/runtime" --dest "$out" "$@"
  rm -rf "$out/input"
}

# What the three doors (run, test, bench) do alike: find the SDK, build what changed, fetch what a verb needs.
# Sourced, not run. Everything said here goes to stderr: stdout belongs to the program behind the door.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$root/obj/door
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Finds the .NET 10 SDK and a home for its caches; leaves DOTNET_ROOT for the programs it starts.
require_sdk() {
  mkdir -p "$out"
  [ -n "${HOME:-}" ] && [ -w "$HOME" ] || { export HOME=$out/home; mkdir -p "$HOME"; }
  local folder
  if ! command -v dotnet >/dev/null 2>&1; then
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /opt/dotnet; do
      [ -n "$folder" ] && [ -x "$folder/dotnet" ] && { PATH=$folder:$PATH; break; }
    done
  fi
  command -v dotnet >/dev/null 2>&1 ||
    die "Plateau needs the .NET 10 SDK and found no 'dotnet'. Install it (Debian, Ubuntu: apt-get install dotnet-sdk-10.0, or https://dot.net/download), then try again."
  has_icu || export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY=0
  DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
  export DOTNET_ROOT PATH
  # Which SDK global.json gets is asked anew only when that file, or what is installed, has changed.
  local known found
  known=$(stat -c '%n %Y %Z' "$root/global.json" "$DOTNET_ROOT/dotnet" "$DOTNET_ROOT/sdk" 2>/dev/null) || known=
  { read -r sdk && found=$(cat); } 2>/dev/null <"$out/sdk" || found=
  if [ -z "$known" ] || [ "$found" != "$known" ]; then
    sdk=$(cd "$root" && dotnet --version 2>/dev/null) ||
      die "Plateau needs the .NET 10 SDK (global.json asks for 10.0). This machine has: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')"
    printf '%s\n' "$sdk" "$known" >"$out/sdk"
  fi
}

# Without the ICU libraries .NET refuses to start unless it is told to do without the tables of languages.
has_icu() {
  [ -n "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-}" ] && return 0
  compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null || compgen -G '/lib/*/libicuuc.so.*' >/dev/null
}

# A fingerprint of every source that can change what is built: names, times and sizes, so that a deletion counts too.
sources() {
  printf 'sdk %s\n' "$sdk"
  cd "$root" && find "$@" Directory.Build.props Directory.Packages.props global.json .editorconfig \
    \( -name bin -o -name obj -o -name TestResults -o -name node_modules \) -prune -o -type f -printf '%p %T@ %s\n' | LC_ALL=C sort
}

# build NAME PROJECT FOLDER...: builds PROJECT in Release when a file under a FOLDER changed since the last good build.
# One build at a time for this checkout: a second door waits, then finds the work done.
build() {
  local name=$1 project=$2 stamp=$out/$1.built log=$out/$1.log now
  shift 2
  exec 9>"$out/lock"
  flock 9
  now=$(sources "$@" | sha256sum)
  if [ "$(cat "$stamp" 2>/dev/null)" != "$now" ]; then
    say "Building Plateau ..."
    # Build servers must inherit neither the lock nor our caller's pipes: they outlive the build.
    if ! dotnet build "$root/$project" -c Release -v quiet -nologo -nodeReuse:false -clp:NoSummary </dev/null >"$log" 2>&1 9>&-; then
      rm -f "$stamp"
      grep -E 'error|warning' "$log" | sort -u | head -n 40 >&2 || cat "$log" >&2
      die "The build failed. The whole log: $log"
    fi
    printf '%s\n' "$now" >"$stamp"
  fi
  flock -u 9
  exec 9>&-
}

# ahead NAME FOLDER: compiles to machine code what the program in FOLDER, built under NAME, begins with, so that it starts sooner.
# Where the compiler can't be had (no network, another system), the program runs as it was built: asked again after the next build.
ahead() {
  local folder=$root/$2 stamp=$out/$1.ahead log=$out/$1.ahead.log
  exec 9>"$out/lock"
  flock 9
  if [ "$(cat "$stamp" 2>/dev/null)" != "$(outputs "$folder")" ]; then
    NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT=1 timeout 60 dotnet build "$root/deploy/ahead.proj" -t:Ahead -p:Folder="$folder" \
      -v quiet -nologo -nodeReuse:false </dev/null >"$log" 2>&1 9>&- || true
    outputs "$folder" >"$stamp"
  fi
  flock -u 9
  exec 9>&-
}

# The programs of a folder, by name, time and size.
outputs() { find "$1" -maxdepth 1 -name '*.dll' -printf '%f %T@ %s\n' | LC_ALL=C sort | sha256sum; }

# fetch SCRIPT [VARIABLE]: runs deploy/SCRIPT, which prints where it put its program, and exports that as VARIABLE.
# An address already in VARIABLE is kept: whoever set it knows better. Without VARIABLE the program is only made ready.
fetch() {
  local script=$root/deploy/$1 variable=${2:-} place
  [ -n "$variable" ] && [ -n "${!variable:-}" ] && return 0
  [ -x "$script" ] || { say "deploy/$1 is missing or not executable."; return 1; }
  place=$("$script" </dev/null | tail -n 1) || return 1
  [ -n "$place" ] || { say "deploy/$1 did not say where it put its program."; return 1; }
  [ -z "$variable" ] || export "$variable=$place"
}

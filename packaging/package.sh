#!/bin/sh
# Builds the program as one folder, dist/elephants, and on Debian and Ubuntu dist/elephants_VERSION_ARCH.deb of it.
# The same sources make the same files: times are those of the last commit (or SOURCE_DATE_EPOCH).
set -eu

cd "$(dirname "$0")/.."
python=.venv/bin/python
dist=${ELEPHANTS_DIST:-dist} work=${ELEPHANTS_BUILD:-build}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
PYTHONHASHSEED=0 PYTHONUTF8=1 QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
ELEPHANTS_ICONS=$(mkdir -p "$work/icons" && cd "$work/icons" && pwd)
export SOURCE_DATE_EPOCH PYTHONHASHSEED PYTHONUTF8 QT_QPA_PLATFORM LC_ALL ELEPHANTS_ICONS
umask 022
version=$($python -c 'import elephants; print(elephants.__version__)')

echo "Drawing the icons"
$python packaging/draw_icons.py "$ELEPHANTS_ICONS"
echo "Building the program (some minutes; the whole story is in $work/build.log)"
$python -m PyInstaller packaging/elephants.spec --noconfirm --clean --log-level WARN \
    --distpath "$dist" --workpath "$work/pyinstaller" >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; exit 1; }

# What a debugger would want is a third of the program; libraries that were already stripped stay as they are.
if command -v strip >/dev/null 2>&1 && [ "$(uname)" = Linux ]; then
    find "$dist/elephants/_internal" -type f \( -name 'libpython*' -o -path '*/lib-dynload/*.so' -o -path '*/sqlalchemy/*.so' \
        -o -path '*/sqlcipher3/*.so' -o -path '*/markupsafe/*.so' -o -path '*/cryptography/*.so' \) -exec strip --strip-unneeded {} +
fi
"$dist/elephants/elephants" --version >/dev/null
echo "The program is in $dist/elephants."

if ! command -v dpkg-deb >/dev/null 2>&1; then echo "No dpkg-deb here, so no .deb is made."; exit 0; fi

arch=$(dpkg --print-architecture)
root=$work/deb
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/metainfo" \
    "$root/usr/share/man/man1" "$root/usr/share/doc/elephants"
cp -R "$dist/elephants" "$root/usr/lib/elephants"
ln -s ../lib/elephants/elephants "$root/usr/bin/elephants"
for picture in "$ELEPHANTS_ICONS"/*.png; do
    size=$(basename "$picture" .png)
    install -D -m 644 "$picture" "$root/usr/share/icons/hicolor/${size}x$size/apps/elephants.png"
done
install -D -m 644 "$ELEPHANTS_ICONS/elephants.svg" "$root/usr/share/icons/hicolor/scalable/apps/elephants.svg"
fill() {
    sed -e "s|@VERSION@|$version|" -e "s|@ARCH@|$arch|" -e "s|@DATE@|$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)|" \
        -e "s|@SIZE@|${size_kb:-}|" -e "s|@DEPENDS@|${depends:-}|" -e "s|@RECOMMENDS@|${recommends:-}|" "$1"
}
cp packaging/debian/elephants.desktop "$root/usr/share/applications/"
fill packaging/debian/org.elephants.Elephants.metainfo.xml >"$root/usr/share/metainfo/org.elephants.Elephants.metainfo.xml"
fill packaging/debian/elephants.1 | gzip -9n >"$root/usr/share/man/man1/elephants.1.gz"
{ cat "$dist/elephants/_internal/THIRD-PARTY.txt"; printf '\nApache License 2.0: /usr/share/common-licenses/Apache-2.0\n'; } \
    >"$root/usr/share/doc/elephants/copyright"
gzip -9nc CHANGELOG.md >"$root/usr/share/doc/elephants/changelog.gz"

depends=$($python packaging/depends.py "$dist/elephants")
recommends=$($python -c 'import sys; sys.path.insert(0, "packaging"); import depends; print(", ".join(depends.RECOMMENDED))')
size_kb=$(du -sk --apparent-size "$root/usr" | cut -f1)
fill packaging/debian/control >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
chmod -R u+rwX,go+rX,go-w "$root"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zzstd -z15 --build "$root" "$dist/elephants_${version}_$arch.deb" >/dev/null
echo "The package is $dist/elephants_${version}_$arch.deb; to install it: sudo apt install ./$dist/elephants_${version}_$arch.deb"

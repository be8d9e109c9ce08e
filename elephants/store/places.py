"""Says when a store lies where other programs or computers write too, and so may break it or carry it away."""

from __future__ import annotations

from pathlib import Path, PurePath

from elephants.words import tr

CLOUDS = (
    "dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive", "icloud~", "mobile documents",
    "cloudstorage", "nextcloud", "owncloud", "pcloud", "megasync", "mega", "box sync", "seafile", "syncthing",
    "proton drive", "tresorit", "creative cloud files",
)  # fmt: skip
NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "afpfs", "ceph", "davfs", "fuse.sshfs",
     "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse")
)  # fmt: skip
_SYNCED = (".stfolder", ".dropbox", ".sync", ".owncloudsync.log", ".nextcloudsync.log")


def lies_in(store: Path, mounts: str | None = None) -> str:
    """Say in a sentence that a store lies in a cloud or network folder; "" where nothing speaks for it.

    Known by the names of folders and kinds of mounts, so it finds the usual ones and cannot find all. `mounts` is the
    list of this system, if it has one.
    """
    place = store.absolute()
    if _in_cloud(place):
        return tr(
            "the store lies in a folder that is copied to a cloud. The copies may break it, and lie on computers that "
            "are not yours. Move it to a folder of this computer only."
        )
    if _on_network(place, _mounts() if mounts is None else mounts):
        return tr("the store lies on a network drive, which may break it. Move it to a folder of this computer.")
    return ""


def _in_cloud(place: PurePath) -> bool:
    for part in place.parent.parts:
        name = part.casefold()
        if any(name == one or name.startswith((f"{one} ", f"{one}-", f"{one}~")) for one in CLOUDS):
            return True
    return any(Path(above, one).exists() for above in place.parents for one in _SYNCED)


def _on_network(place: PurePath, mounts: str) -> bool:
    if str(place).startswith("\\\\"):
        return True
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split()
        at = parts[1].replace("\\040", " ") if len(parts) > 2 else ""
        if at and place.is_relative_to(at) and len(at) >= len(best):
            best, kind = at, parts[2]
    return kind in NETWORK


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""

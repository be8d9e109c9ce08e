"""This computer's own choices: where the store is, the windows' places, zoom; never anything of the room."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_log_path

APP = "Elephants"
COLOURS = ("light", "dark", "contrast")


def store_path() -> Path:
    """Say where the store lies when nobody names another place."""
    return user_data_path(APP, appauthor=False) / "elephants.store"


def settings_path() -> Path:
    """Say where this computer's choices are kept."""
    return user_config_path(APP, appauthor=False) / "settings.json"


def log_folder() -> Path:
    """Say where the log is kept: type, file and line of what went wrong, never a word of the room."""
    return user_log_path(APP, appauthor=False)


@dataclass
class Settings:
    """What this computer remembers from one day to the next; a broken file is forgotten, not complained about."""

    zoom: float = 1.0
    window: tuple[int, int, int, int] | None = None
    maximised: bool = False
    space: int | None = None
    colours: str = ""
    """One of COLOURS; empty: what the computer is set to."""
    lock_after: int = 15
    """Minutes without a key or a click after which a store with a passphrase locks; 0: never."""
    backup_folder: str = ""
    """A second folder for backups, such as on a stick; empty: none."""

    @classmethod
    def read(cls, path: Path) -> Settings:
        """Read the choices of this computer, each one where it still makes sense."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        settings = cls()
        if not isinstance(kept, dict):
            return settings
        zoom, window, space = kept.get("zoom"), kept.get("window"), kept.get("space")
        if isinstance(zoom, int | float) and 0.8 <= zoom <= 2.0:
            settings.zoom = float(zoom)
        if isinstance(window, list) and len(window) == 4 and all(isinstance(n, int) for n in window):
            settings.window = (window[0], window[1], window[2], window[3])
        settings.space = space if isinstance(space, int) else None
        settings.colours = str(kept.get("colours")) if kept.get("colours") in COLOURS else ""
        settings.maximised = kept.get("maximised") is True
        minutes, folder = kept.get("lock_after"), kept.get("backup_folder")
        settings.lock_after = minutes if isinstance(minutes, int) and 0 <= minutes <= 600 else settings.lock_after
        settings.backup_folder = folder if isinstance(folder, str) else ""
        return settings

    def write(self, path: Path) -> None:
        """Keep the choices, aside and then in place; what cannot be written is not worth a word."""
        aside = path.with_suffix(".new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
            aside.replace(path)
        except OSError:
            return

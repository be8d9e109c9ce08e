"""The desk: the one door through which anything changes, and the live objects that every face reads."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Hashable
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError

from elephants.sessions.activity import AGREED, Activity
from elephants.sessions.base import Base, NotSaved, Refused, StillHeld, goes_past, is_long, leads_back, needs_scrubbing
from elephants.sessions.breather import Breather
from elephants.sessions.session import Session
from elephants.sessions.space import Home
from elephants.store.engine import READING, connected, settle_index
from elephants.store.load import lacks, load_home, load_session, unfold_space
from elephants.store.store import Store
from elephants.store.sweeping import Sweeping
from elephants.store.turn import Aside, Turn, at_once
from elephants.undo import Undo
from elephants.words import tr

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")

log = logging.getLogger(__name__)


class Desk:
    """Holds one database session and its live objects; `change` is the only sentence that changes anything.

    `clock` says what time it is, `chance` draws what is kept (the order of views), `draw` what is of the moment
    (chairs, cards). `changed` is called, without payload, once after each deed.
    """

    def __init__(
        self,
        store: Store,
        *,
        clock: Callable[[], datetime] = datetime.now,
        chance: random.Random | None = None,
        draw: random.Random | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.chance = chance or random.SystemRandom()
        self.changed: list[Callable[[], None]] = []
        self.turn = 0  # counts the news, so that a face need not gather twice what it tells once
        self.breather = Breather()
        self.saved: datetime | None = None
        self._draw = draw or random.SystemRandom()
        self._moments: dict[Hashable, tuple[Hashable, object]] = {}
        self._connection = connected(store)
        self._engine = self._connection.engine
        self._db = Database(self._connection, expire_on_commit=False, autoflush=False)
        self._undo = Undo(self._db)
        self.sweeping = Sweeping(store, self._raw)
        self._session_id: int | None = None
        self._session: Session | None = None
        self._unfolded: int | None = None
        self.aside: Aside = at_once
        self._turn = Turn()
        self._load()

    # -- what faces read ---------------------------------------------------------------------------------------

    @property
    def home(self) -> Home:
        """The root: every space with its sessions, as home shows them."""
        return self._home

    @property
    def session(self) -> Session | None:
        """The session that is open on this laptop, whole and live."""
        return self._session

    def now(self) -> datetime:
        """The time by the clock of this desk; in a rehearsal the written one."""
        return self.clock()

    def today(self) -> date:
        """The day by the clock of this desk."""
        return self.clock().date()

    def activity(self, activity_id: int) -> Activity:
        """Give a live activity of the open session; a face keeps only its id."""
        if self._session is None:
            raise LookupError(activity_id)
        return next(one for one in self._session.activities if one.id == activity_id)

    def moment(self, activity: Activity) -> Any:
        """Give the thing of the moment of an activity (chairs, cards, a count), made when first looked at."""
        place, key = activity.moment_place(), activity.moment_key()
        kept = self._moments.get(place)
        if kept is None or kept[0] != key:
            kept = (key, activity.new_moment(self._draw))
            self._moments[place] = kept
        return kept[1]

    # -- opening -----------------------------------------------------------------------------------------------

    def open(self, session_id: int) -> Session:
        """Open a session, whole; every other space is hidden from its faces. Refuses one that is not there."""
        self._session_id, self._unfolded = session_id, None
        self._moments.clear()
        self._undo.forget()
        self._load()
        if self._session is None:
            self._session_id = None
            raise Refused(tr("There is no such session."))
        self._tell()
        return self._session

    def leave(self) -> None:
        """Go home: the session stays as it is in the store."""
        self._session = self._session_id = self._unfolded = None
        self._moments.clear()
        self.breather = Breather()
        self._undo.forget()
        self._load()
        self._tell()

    def unfold(self, space_id: int) -> None:
        """Read more of a space than home shows: its decks, and the run sheets of its sessions.

        Until a session is opened or left; nothing that can be undone is forgotten.
        """
        if space_id != self._unfolded:
            self._unfolded = space_id
            self._load()

    def close(self) -> None:
        """Put the desk away."""
        self._db.close()
        self._connection.close()
        self._engine.dispose()
        self.store.close()

    # -- the one door ------------------------------------------------------------------------------------------

    def change(self, thing: T, deed: Callable[Concatenate[T, P], R], *words: P.args, **more: P.kwargs) -> R:
        """Do one deed to one thing, all or nothing, committed before any face redraws.

        A thing of the moment is changed without transaction, undo or log. Refuses as the deed does; what could
        not be written raises `NotSaved`, and everything is as it was before.
        """
        self._turn.ask(kept=isinstance(thing, Base))
        if not isinstance(thing, Base):
            done = deed(thing, *words, **more)
            self._tell()
            return done
        live = self._live(thing)

        def act() -> R:
            if live.is_agreed():
                raise Refused(tr("The room has agreed this record. It can be corrected or taken out later."))
            return deed(thing, *words, **more)

        done = self._whole(act, self._way(deed))
        self._sweep(self._undo.keep())
        if goes_past(deed) or lacks(self._db, self._session):
            self._load()
        if (self._session is not None and self._session.state == AGREED) or not leads_back(deed):
            self._undo.forget()
        self._tell()
        return done

    @property
    def can_undo(self) -> bool:
        """Whether there is a deed to undo."""
        return len(self._undo) > 0

    def undo(self) -> None:
        """Take the last deed back, row by row; refuses where something else changed the rows since."""
        self._turn.ask()
        self._whole(lambda: self._undo.take_back(self._connection), at_once)
        self._undo.taken_back()
        self._db.expunge_all()
        self._load()
        self._sweep(True)
        self._tell()

    def look(self) -> None:
        """Look, on a slow timer, whether another connection has changed the store; then read again and tell."""
        if not self._turn.free:
            return
        self._sweep(False)
        if self._version() != self._seen:
            self._load()
            self._tell()

    # -- within ------------------------------------------------------------------------------------------------

    def _live(self, thing: Base) -> Base:
        """Give the thing back; one that the desk holds no longer would be changed for nobody, and that is a bug."""
        if inspect(thing).session is not self._db:
            raise LookupError("this thing is not on the desk; faces keep ids")
        return thing

    def _way(self, deed: Callable[..., Any]) -> Aside:
        if needs_scrubbing(deed):
            return self.sweeping.without_trace
        return self.aside if is_long(deed) else at_once

    def _whole(self, act: Callable[[], R], aside: Aside) -> R:
        if not self.store.writing:
            raise Refused(tr("This store is only open for reading. Nothing was changed."))
        self._undo.begin()
        with self._turn.taken():
            try:
                done = self._written(act, aside)
            except BaseException as trouble:
                self._put_back(trouble)
                if isinstance(trouble, DBAPIError):
                    log.warning("not saved: %s", type(trouble))
                    raise (StillHeld if isinstance(trouble, IntegrityError) else NotSaved) from None
                if isinstance(trouble, StaleDataError | ObjectDeletedError):
                    raise Refused(tr("This was changed elsewhere in the meantime. Nothing was changed.")) from None
                raise
        self.saved = self.clock()
        return done

    def _put_back(self, trouble: BaseException) -> None:
        """Leave everything as it was before the deed; one refused before it touched a row leaves nothing to read."""
        db = self._db
        if isinstance(trouble, Refused) and not (db.new or db.dirty or db.deleted):
            db.commit()  # of nothing: a rollback would make every live object forget what it holds
            return
        db.rollback()
        self._undo.begin()
        self._load()

    def _written(self, act: Callable[[], R], aside: Aside) -> R:
        self._db.begin()
        self._db.connection()  # BEGIN IMMEDIATE: from here nobody else writes
        if self._version() != self._seen:
            self._load()

        def written() -> R:
            self._turn.here()
            done = act()
            self._db.flush()
            settle_index(self._connection)
            self._db.commit()
            return done

        return aside(written)

    def _load(self) -> None:
        """Read the live objects again: within a deed in its transaction, else in one that only reads."""
        alone = not self._db.in_transaction()
        self._connection.info[READING] = alone
        try:
            self._seen = self._version()
            self._home = load_home(self._db)
            self._session = None if self._session_id is None else load_session(self._db, self._session_id)
            unfold_space(self._db, self._unfolded)
        except DBAPIError as trouble:
            log.warning("not read: %s", type(trouble))
            self._db.rollback()
            raise self.store.refusal(trouble) from None
        finally:
            self._connection.info[READING] = False
        if alone:
            self._db.commit()

    def _sweep(self, words_went: bool) -> None:
        """See to it that no file holds words that were struck, changed or taken out (STORE.md, Gone)."""
        with self._turn.taken():
            self.sweeping.sweep(words_went)

    def _version(self) -> int:
        return int(self._raw().execute("PRAGMA data_version").fetchone()[0])

    def _raw(self) -> Any:
        raw = self._connection.connection.driver_connection
        if raw is None:
            raise RuntimeError("the desk is closed")
        return raw

    def _tell(self) -> None:
        self.turn += 1
        for place, (key, moment) in list(self._moments.items()):
            activities = self._session.activities if self._session is not None else []
            activity = next((one for one in activities if one.moment_place() == place), None)
            if activity is None or activity.moment_key() != key:
                del self._moments[place]
            elif moment is not None:
                activity.tend(moment)
        for face in list(self.changed):
            face()

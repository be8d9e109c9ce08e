"""What a machine can tell of a prompt or a question that METHOD.md allows: its length and the words it never has."""

from __future__ import annotations

from elephants.pictures.library import fold

MOST_WORDS = 12
FORBIDDEN = """
childhood child children kid kids family mum dad mother father parent parents brother sister son daughter wife husband
partner girlfriend boyfriend married home house flat rent landlord tenancy hostel homeless homelessness street shelter
job work worker boss office career salary school class classroom teacher lesson college money pay paid wage wages debt
benefit benefits buy bought cost price rich poor church god pray prayer faith mosque bible holy religion harm hurt hit
pain scar cry cried afraid fear scared dead die died death funeral ill illness sick hospital doctor nurse diagnosis
medicine drug drugs drink drunk alcohol police prison crime court arrest stole steal stolen thief fight council service
services support caseworker worst first never lonely alone shame ashamed regret lost born young birthday grew baby
christmas holiday car
"""


def broken(prompt: str) -> list[str]:
    """Say which of the rules a prompt breaks."""
    found = sorted(set(FORBIDDEN.split()) & set(fold(prompt).split()))
    if len(prompt.split()) > MOST_WORDS:
        found.append("too long")
    if not prompt[0].isupper():
        found.append("no capital")
    return found

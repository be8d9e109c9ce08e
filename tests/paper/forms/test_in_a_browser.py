"""The web page in a real browser, looked through by axe-core for what a person who cannot see it would stumble on."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from elephants.paper.forms.html import to_html
from elephants.paper.papers import PAPERS, document
from tests.paper.evening import evening

BROWSER = shutil.which("chromium") or ""
ASKED = """
<script>{axe}</script><script>
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
axe.run(document, {{runOnly: rules}}).then(found => {{
  document.documentElement.innerHTML = "<body><pre id='found'></pre></body>";
  document.getElementById("found").textContent = JSON.stringify({{
    broken: found.violations.map(one => one.id), kept: found.passes.map(one => one.id)}});
}});
</script>
"""


def looked_through(page: str, folder: Path) -> dict[str, list[str]]:
    """What axe-core says of a page: the rules it breaks, and those it keeps."""
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    allowed = page.replace("default-src 'none';", "script-src 'unsafe-inline';")
    file = folder / "page.html"
    file.write_text(allowed.replace("</body>", f"{ASKED.format(axe=axe)}</body>"), encoding="utf-8")
    asked = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom")
    done = subprocess.run(
        [BROWSER, *asked, f"--user-data-dir={folder / 'profile'}", file.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    said = done.stdout.split('<pre id="found">')[1].split("</pre>")[0]
    found: dict[str, list[str]] = json.loads(html.unescape(said))
    return found


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_no_rule_of_access_is_broken(paper: str, tmp_path: Path) -> None:
    found = looked_through(to_html(document(evening(agreed=False), paper)), tmp_path)
    assert found["broken"] == []
    assert {"color-contrast", "document-title", "html-has-lang", "heading-order"} <= set(found["kept"])


def test_the_look_through_sees_what_is_wrong(tmp_path: Path) -> None:
    page = to_html(document(evening(), "minutes"))
    spoiled = (
        page.replace(' lang="en-GB"', "").replace("--slate: #4A5A66", "--slate: #D8D8D8").replace("<h2>", "<h5>", 1)
    )
    assert {"html-has-lang", "color-contrast", "heading-order"} <= set(looked_through(spoiled, tmp_path)["broken"])

"""The transcript of a round as a page to send to somebody: one HTML file without script or network."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from itertools import starmap

from coach.interview.clock import clock, day
from coach.interview.drawing import diagram, handed
from coach.interview.grade_html import Part, graded_parts, points_html
from coach.interview.outside import GIVEN, HANDED_OVER
from coach.interview.result import result
from coach.interview.session import Session
from coach.interview.status import GRADED
from coach.interview.transcript_rows import INTERVIEWER, YOU, Spoken, conversation, open_end, taken_over
from coach.language.html_page import html_page, links_html, path_html, safe, typed

_STYLE = """
:root { --good: #1a7a3c; --soft: #f1f3f7; }
@media (prefers-color-scheme: dark) { :root { --good: #6fcf8e; --soft: #23252b; } }
body { max-width: 48rem; line-height: 1.45; }
h2 { font-size: 1.1rem; margin-top: .3rem; }
h2 small { color: var(--faint); font-weight: normal; font-size: .85em; white-space: nowrap; }
h3 { margin-top: .8rem; }
blockquote { margin: .6rem 0 1rem; padding: .1rem 0 .1rem .8rem; border-left: 3px solid var(--accent); }
blockquote, .typed { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: .6rem 0; }
th { text-align: left; color: var(--faint); font-weight: normal; font-size: .9em; }
th, td { padding: .1rem .9rem .1rem 0; vertical-align: top; }
td + td { white-space: nowrap; font-variant-numeric: tabular-nums; }
dl { margin: .6rem 0; }
dt { color: var(--faint); font-size: .9em; }
dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
ol, .rows { margin: 0; padding-left: 1.3rem; }
ol > li { margin: 0 0 .7rem; }
.rows { list-style: none; padding: 0; }
.rows > li { display: grid; grid-template-columns: 3.2rem 1fr; gap: 0 .4rem; margin: .2rem 0; padding: .2rem 0; }
.points > li { grid-template-columns: 1.1rem 1fr; }
.points .shown { grid-column: 2; color: var(--faint); font-size: .93em; }
.say, .points .covered .sign, .points .said .sign { color: var(--good); }
.sign { font-weight: bold; }
.rows time { color: var(--faint); font-size: .85em; font-variant-numeric: tabular-nums; padding: .12em 0 0 .4rem; }
.rows .interviewer, .rows .hint { background: var(--soft); border-radius: .3rem; padding-right: .4rem; }
.rows b { color: var(--accent); font-weight: 600; font-size: .9em; }
pre { font: .72rem/1.2 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; overflow-x: auto; margin: .6rem 0; }
details pre { color: var(--faint); }
@media (min-width: 40rem) { .points > li { grid-template-columns: 1.1rem 2fr 3fr; } .points .shown { grid-column: 3; } }
@media print {
  @page { size: A4; margin: 14mm; }
  :root { --good: #000; --soft: #f3f3f3; }
  body { font-size: 10pt; line-height: 1.35; }
  h2 { font-size: 1.2em; }
  pre { font-size: 7.5pt; break-inside: avoid; }
  details { display: none; }
}
"""
_CORNERS = str.maketrans("╭╮╰╯", "┌┐└┘")
"""Round corners are missing in the fonts of many phones, and what stands in for them is of another width."""
_FOOT = (
    "“You” is who played the round; points and grades are their own. coach, with which it was played, looks for notes "
    "and counts; it grades nobody."
)


def transcript_html(
    session: Session, question: str, drawn: Sequence[str], zone: tzinfo | None, base: Session | None = None
) -> str:
    """The page; times of day are in the zone (None: the machine's own).

    `drawn` is the diagram as lines of text; without any it is shown as chains of boxes. `base` is the round of which it
    redoes a step, where there is one.
    """
    parts = {f"s{number}": part for number, part in enumerate(_parts(session, drawn, zone, base))}
    head = f'<p class="note">{safe(" · ".join(_facts(session, zone)))}</p>\n'
    head += f"<blockquote>{typed(question)}</blockquote>\n" if question else ""
    head += "" if _is_graded(session) else f"<p>{_open_end(session)}</p>\n"
    foot = f'<p class="foot">{safe(_FOOT)}</p>\n' if _is_graded(session) else ""
    links = links_html({name: part.link or part.title for name, part in parts.items()})
    body = "".join(_section(name, part) for name, part in parts.items())
    return html_page(session.plan.title, _STYLE, f"{head}{links}{body}{foot}")


def _is_graded(session: Session) -> bool:
    return session.status == GRADED and session.graded is not None


def _facts(session: Session, zone: tzinfo | None) -> Iterator[str]:
    setup = session.plan
    yield day(session.started_at, zone)
    yield setup.format
    if setup.grades:
        yield setup.level
    yield f"{setup.spent(session.clock(), setup.seconds)} minutes"
    if setup.not_drilled:
        yield f"without {', '.join(setup.not_drilled)}"
    yield from (name for name in ("untimed", "strict", "mock", "aloud") if getattr(setup, name))
    if not setup.mock:
        yield f"{setup.interviewer} interviewer"
    yield session.status


def _open_end(session: Session) -> str:
    why, command = open_end(session)
    return f"{safe(why)}: <code>{safe(command)}</code>." if command else f"{safe(why)}."


def _parts(session: Session, drawn: Sequence[str], zone: tzinfo | None, base: Session | None) -> Iterator[Part]:
    graded = _is_graded(session)
    if graded:
        yield from graded_parts(session, result(session), base)
    if notes := taken_over(session):
        title = f"{HANDED_OVER} {session.plan.earlier.day(zone)}"
        yield Part(title, "".join(starmap(_earlier, notes.items())), link="Earlier notes")
    if session.plan.given:
        yield Part(GIVEN, "".join(map(path_html, handed(session).paths())), link="Design handed")
    for index in range(len(session.plan.steps)):
        yield _step(session, index, graded=graded)
    if session.strokes and diagram(session).labels:
        yield Part("Diagram", _diagram(session, drawn))


def _earlier(title: str, notes: Sequence[Spoken]) -> str:
    return f'<h3>{safe(title)}</h3>\n<ul class="rows">{"".join(map(_spoken, notes))}</ul>'


def _section(name: str, part: Part) -> str:
    aside = f" <small>{safe(part.aside)}</small>" if part.aside else ""
    return f'<section id="{name}">\n<h2>{safe(part.title)}{aside}</h2>\n{part.body}\n</section>\n'


def _step(session: Session, index: int, *, graded: bool) -> Part:
    setup, step, told = session.plan, session.plan.steps[index], conversation(session, index)
    points = points_html(session, index) if graded else ""
    body = f"{points}\n<h3>Notes</h3>\n" if points else ""
    body += f'<ul class="rows">{"".join(map(_spoken, told))}</ul>' if told else '<p class="note">No notes.</p>'
    if ticked := session.ticked(index):
        body += f'\n<p class="note">Ticked: {safe("; ".join(ticked))}.</p>'
    return Part(step.title, body, setup.spent(session.used_in(index), step.seconds))


def _spoken(spoken: Spoken) -> str:
    aside = f' <span class="note">({safe(spoken.aside)})</span>' if spoken.aside else ""
    who = "" if spoken.who == YOU else f"<b>{'Interviewer' if spoken.who == INTERVIEWER else 'Hint'}</b> "
    said = f'<span>{who}<span class="typed">{typed(spoken.text)}</span>{aside}</span>'
    return f'<li class="{spoken.who}"><time>{clock(spoken.at_s)}</time>{said}</li>'


def _diagram(session: Session, drawn: Sequence[str]) -> str:
    graph, picture = diagram(session), "\n".join(drawn).translate(_CORNERS)
    shown = f"<pre>{typed(picture)}</pre>" if drawn else "".join(map(path_html, graph.paths()))
    return f"{shown}\n<details><summary>As Mermaid</summary><pre>{typed(graph.mermaid())}</pre></details>"

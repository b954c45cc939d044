"""What a quiz says before its first card and after its last."""

from collections.abc import Container, Sequence

from coach.language.printable import shorten
from coach.recall.agenda import NEW_A_DAY, Agenda, Terms, next_day
from coach.recall.ledger import Ledger
from coach.record.book import Book
from coach.screens.collection import Collection
from coach.screens.deal import FLAGGED, SUSPENDED, Deal, tomorrow
from coach.screens.ui import Block, Text

LEECH = (
    "This card has failed {lapses} times by now. One that will not stay mostly asks two things at once, or its answer "
    "is a list. Split it, put a concrete case on its front, or cut the answer to one phrase."
)


def counted(number: int, word: str) -> str:
    """A number with its word in the right form: 1 card, 2 cards."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def today_told(repeats: int, due: int, new: int) -> str:
    """The cards of a day in words; empty when there is none."""
    kinds = ((repeats, "to repeat"), (due, "due"), (new, "new"))
    return ", ".join(f"{number:,} {what}" for number, what in kinds if number)


def minutes(cards: int, pace: float) -> str:
    """About how long some cards take at a pace in seconds a card."""
    return f"about {counted(max(round(cards * pace / 60), 1), 'minute')}"


def days(number: int) -> str:
    """An interval in days as a key shows it: 5 d, 3 mo, 1.5 y."""
    if number < 60:
        return f"{number} d"
    return f"{number / 30.44:.0f} mo" if number < 730 else f"{number / 365.25:.1f} y"


def opening(dealt: Deal, ledger: Ledger) -> list[Block]:
    """How many cards there are and how long they take, what is left for later days, and what they may spoil."""
    cards, day = len(dealt.cards), dealt.agenda
    if dealt.cram:
        said = f"{counted(cards, 'card')} to go through, {minutes(cards, ledger.pace)}. Nothing is scheduled by it."
    else:
        shown = set(dealt.cards)
        parts = [(len(shown & set(day.repeats)), "to repeat"), (len(shown & set(day.due)), "due"),
                 (len(shown & set(day.new)), "new")]  # fmt: skip
        said = f"{', '.join(f'{n} {what}' for n, what in parts if n)}: {minutes(cards, ledger.pace)}."
    shown_blocks: list[Block] = [Text(said, "strong")]
    if not ledger.cards:
        shown_blocks.append(Text("1 means not recalled; 2, 3, 4 recalled, with effort, well, at once.", "dim"))
    of_today = {*day.repeats, *day.due}
    if (left := len(of_today - set(dealt.cards))) and not dealt.cram:
        are = "card of today is" if left == 1 else "cards of today are"
        shown_blocks.append(Text(f"{left:,} more {are} left for another sitting."))
    if backlog := spread(day):
        shown_blocks.append(Text(backlog))
    if (away := _interview(dealt.terms)) and not dealt.cram:
        shown_blocks.append(Text(away, "dim"))
    for name in dealt.spoilt:
        shown_blocks.append(Text(f"You have not practised {name} yet, and its cards tell what a round on it asks "
                                 f"for: `coach practice {name}` first is worth more.", "warn"))  # fmt: skip
    return shown_blocks


def spread(day: Agenda) -> str:
    """Over how many days a backlog is spread; empty when there is none."""
    if not day.waiting:
        return ""
    waits = f"{counted(day.waiting, 'more due card')} wait{'s' if day.waiting == 1 else ''}"
    after = day.days - 1
    when = "until tomorrow" if after < 2 else f"and come over the next {after} days"
    done = "" if day.due else "The share of today is done. "
    return f"{done}{waits} {when}; the ones you most likely still know come first."


def _interview(terms: Terms) -> str:
    if terms.interview is None or terms.interview < terms.today:
        return ""
    left = (terms.interview - terms.today).days
    if left < 2:
        return f"The interview is {'tomorrow: weak cards come once more' if left else 'today'}."
    return f"Interview in {counted(left, 'day')}; weak cards come once more on the eve."


def nothing_due(found: Collection, book: Book, dealt: Deal) -> list[Block]:
    """What to say instead of a first card."""
    names = dealt.asked.names
    if not dealt.items and names:
        return [Text(_no_card(names))]
    if dealt.asked.known:
        return [
            Text("No card is known yet. One is, when it was recalled well the last time and lasts a week or more."),
            Text("Next: `coach`."),
        ]
    if dealt.cram:
        return [Text("No card to go through. `coach decks` shows what there is.")]
    of_them, coming = (" of it" if names else ""), next_day(dealt.items, book.ledger, dealt.terms)
    said = spread(dealt.agenda) or f"Nothing{of_them} is due today."
    if not names:
        said = f"{said} {_tomorrow(found, book, dealt.terms)}"
    elif coming and not dealt.agenda.waiting:
        said = f"{said} The next card of it is due on {coming:%-d %B}."
    ways = []
    today = dealt.terms.today
    untouched = [item for item in dealt.items if (m := book.ledger.of(item.id).memory) and m.last < today]
    if coming := next_day(untouched, book.ledger, dealt.terms):
        ahead = max((coming - today).days, 3)
        ways = [f"`--ahead {ahead}` takes what is due within {ahead} days"]
    if dealt.agenda.waiting:
        ways = ["`--limit 20` takes some of them now"]
    if later := min(dealt.agenda.later, NEW_A_DAY):
        ways.append(f"`{' '.join(('coach quiz', *names))} --new {later}` brings {counted(later, 'new card')} more")
    ways.append("`--cram` goes through cards without scheduling them, and undo there takes back the last grade")
    return [Text(said), Text(f"{'; '.join(ways)}.", "dim"), Text("Next: `coach`.")]


def _no_card(names: Sequence[str]) -> str:
    """What to say of names that hold no card."""
    there = " there" if set(names) - {FLAGGED, SUSPENDED} else ""
    if FLAGGED in names:
        return f"No card is flagged{there}. f flags the card that is shown."
    if SUSPENDED in names:
        return f"No card is suspended{there}."
    return f"There is no card of {' or '.join(names)} yet: a graded round makes cards of the points that it misses."


def _tomorrow(found: Collection, book: Book, terms: Terms) -> str:
    day = tomorrow(found, book, terms)
    parts = [f"{number:,} {what}" for number, what in ((len(day.due), "due"), (len(day.new), "new")) if number]
    if not parts:
        coming = next_day(found.items.values(), book.ledger, terms)
        return f"Nothing comes tomorrow{f'; the next card is due on {coming:%-d %B}' if coming else ''}."
    return f"Tomorrow: {' and '.join(parts)}, {minutes(day.size, book.ledger.pace)}."


def ending(found: Collection, book: Book, dealt: Deal, answers: dict[str, list[int]], left: int) -> list[Block]:
    """What the sitting came to, what comes tomorrow, and the next command. `answers` are the grades by card."""
    if not answers and not left:
        return [Text("All of them were done in another terminal meanwhile. Next: `coach`.")]
    at_once = sum(1 for grades in answers.values() if grades[0] > 1)
    failed = len(answers) - at_once
    shown: list[Block] = []
    if answers:
        again = f", {failed} failed first" if failed else ""
        shown.append(Text(f"{counted(len(answers), 'card')}: {at_once} recalled at the first try{again}.", "strong"))
    fails = {card: grades.count(1) for card, grades in answers.items() if grades.count(1) > 1 and card in found.items}
    if fails:
        hardest = found.card(max(fails, key=lambda card: fails[card])).question
        shown.append(Text(f"Hardest today: “{shorten(hardest, 70)}” Say its answer aloud once before you go."))
    if left:
        shown.append(Text(f"{counted(left, 'card')} left of this sitting. `{_again(dealt, answers)}` goes on. "
                          f"{_tomorrow(found, book, dealt.terms)}"))  # fmt: skip
    elif dealt.asked.known:
        shown.append(Text("Next: `coach`."))
    else:
        shown.append(Text(f"{_tomorrow(found, book, dealt.terms)} Next: `coach`."))
    return shown


def _again(dealt: Deal, answers: Container[str]) -> str:
    """The command that brings the cards that are left."""
    asked = dealt.asked
    told = ["--cram"] if asked.cram else ["--known"] if asked.known else []
    told += [f"--ahead {asked.ahead}"] if asked.ahead else []
    told += [f"--new {sum(card not in answers for card in dealt.agenda.new)}"] if asked.new is not None else []
    return " ".join(("coach quiz", *asked.names, *told))

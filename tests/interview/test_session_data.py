"""A session as data, as `coach show SESSION --as json` prints it."""

import json

from coach.interview.session_data import session_data
from tests.builders import started


def test_the_conversation_stands_in_its_steps() -> None:
    journal = started(interviewer="tough", seed=5, curveballs=(("outage", 600),))
    journal.add("note", 5, note=1, text="how often?", step=0)
    journal.add("interviewer", what="answer", id="rate", topic="changes", text="Twice a day.", note=1, helped=True)
    journal.add("untold", 1, fact="rate").add("step", 1, to=1)
    journal.add("interviewer", 3, what="probe", text="And then?", handed=True, shown=["a"])
    data = json.loads(json.dumps(session_data(journal.fold())))
    assert (data["interviewer"], data["seed"], data["curveballs"]) == ("tough", 5, [{"id": "outage", "at_s": 600}])
    first, second = (step["interviewer"] for step in data["steps"][:2])
    assert first == [
        {
            "what": "answer", "at_s": 5.0, "text": "Twice a day.", "id": "rate", "topic": "changes", "note": 1,
            "shown": [], "helped": True, "handed": False, "further": False, "taken_back": True,
        }
    ]  # fmt: skip
    (probe,) = second
    assert (probe["what"], probe["at_s"], probe["id"], probe["note"]) == ("probe", 10.0, None, None)
    assert (probe["handed"], probe["shown"]) == (True, ["a"])
    assert data["steps"][2]["interviewer"] == []

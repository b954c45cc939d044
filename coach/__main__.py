"""The front door: `coach`, and `python -m coach`."""

import gc


def main() -> None:
    """Hands over to the command line."""
    gc.set_threshold(50_000)  # before all imports: what they make stays, and to search it for garbage takes a tenth
    from coach.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()

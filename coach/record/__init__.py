"""Files on disk. Only here are files written."""

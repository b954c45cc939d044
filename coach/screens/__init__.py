"""The loops a person sits in, and the Ui they talk to."""

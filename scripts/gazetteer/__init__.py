"""The parts of scripts/make_gazetteer.py that know Xinjiang and Central Asia."""

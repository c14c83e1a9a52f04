"""Learning how likely a claim is there (core/reading/chances), from labelled reports that the spotter never learnt."""
